import FinalAccounts

/// Tells a body's own name from others that were put in its place.
struct OwnName: Sendable {
    /// The name, folded.
    let name: [Unicode.Scalar]

    init(_ name: String) {
        self.name = Array(SubjectNames.normalized(name).unicodeScalars)
    }

    /// How a text compares with the name.
    enum Match: Hashable, Sendable {
        /// The name, or the name without its city or district in front, or the name with more in front.
        case own
        /// Nearly the name: a character or two differ.
        case misspelt
        /// Another body: a level of the name is missing, or it is another name altogether.
        case other
        /// No name of a body.
        case none
    }

    func match(_ words: [Unicode.Scalar]) -> Match {
        guard words.count >= 3, let last = words.last else { return .none }
        if words.ends(with: name) { return .own }
        if name.ends(with: words), words.count >= 3 { return .own }
        if lacksMiddle(words) { return .other }
        if isShort(words) { return .own }
        // The best end of the words, for a name with a verb in front.
        let best = (max(3, name.count - 2)...name.count + 2).compactMap { length -> Int? in
            length <= words.count ? EditDistance.between(words.suffix(length), name) : nil
        }.min()
        if let best, best > 0, best <= max(1, name.count / 8) { return .misspelt }
        return Self.bodyEndings.contains(last) && (5...30).contains(words.count) ? .other : .none
    }

    /// Whether the words end in the name with a stretch left out of its middle: 上海市规划局 for 上海市普陀区规划局.
    private func lacksMiddle(_ words: [Unicode.Scalar]) -> Bool {
        let suffix = commonEnd(words)
        guard suffix >= 3, suffix < name.count else { return false }
        let before = words.dropLast(suffix)
        let most = min(before.count, name.count - suffix - 1)
        guard most >= 2 else { return false }
        return (2...most).contains { before.suffix($0).elementsEqual(name.prefix($0)) }
    }

    /// Whether the words end in the name without its city or district, with other words in front.
    private func isShort(_ words: [Unicode.Scalar]) -> Bool {
        let suffix = commonEnd(words)
        guard suffix >= 4, suffix < name.count else { return false }
        return ["市", "省", "区", "县", "州", "盟"].contains(name[name.count - suffix - 1])
    }

    private func commonEnd(_ words: [Unicode.Scalar]) -> Int {
        zip(words.reversed(), name.reversed()).prefix { $0 == $1 }.count
    }

    private static let bodyEndings: Set<Unicode.Scalar> = [
        "局", "委", "办", "处", "院", "校", "所", "会", "队", "府", "站", "馆", "社", "厅", "署", "团",
    ]
}

extension [Unicode.Scalar] {
    fileprivate func ends(with other: [Unicode.Scalar]) -> Bool {
        count >= other.count && suffix(other.count).elementsEqual(other)
    }
}
