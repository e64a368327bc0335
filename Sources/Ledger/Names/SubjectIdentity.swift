import FinalAccounts

/// A subject as a dictionary key, compared byte by byte.
///
/// `String` compares and hashes by canonical equivalence, which normalizes every Chinese text it hashes; and a store
/// has to give back the very bytes it was given.
struct SubjectIdentity: Hashable {
    let subject: Subject

    static func == (left: SubjectIdentity, right: SubjectIdentity) -> Bool {
        guard left.subject.level == right.subject.level, left.subject.names.count == right.subject.names.count,
            (left.subject.code == nil) == (right.subject.code == nil),
            (left.subject.code ?? "").hasSameBytes(as: right.subject.code ?? "")
        else { return false }
        return zip(left.subject.names, right.subject.names).allSatisfy { $0.hasSameBytes(as: $1) }
    }

    func hash(into hasher: inout Hasher) {
        hasher.combine(subject.level.depth)
        hasher.combineBytes(of: subject.code ?? "")
        for name in subject.names { hasher.combineBytes(of: name) }
    }
}

/// A name as a dictionary key, compared byte by byte.
struct NameIdentity: Hashable {
    let name: String

    static func == (left: NameIdentity, right: NameIdentity) -> Bool {
        left.name.hasSameBytes(as: right.name)
    }

    func hash(into hasher: inout Hasher) {
        hasher.combineBytes(of: name)
    }
}

extension Hasher {
    fileprivate mutating func combineBytes(of text: String) {
        var text = text
        text.withUTF8 { combine(bytes: UnsafeRawBufferPointer($0)) }
        combine(UInt8(0xFF))
    }
}

extension String {
    fileprivate func hasSameBytes(as other: String) -> Bool {
        var left = self
        var right = other
        return left.withUTF8 { left in
            right.withUTF8 { right in left.count == right.count && left.elementsEqual(right) }
        }
    }
}
