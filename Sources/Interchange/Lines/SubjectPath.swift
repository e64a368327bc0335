import FinalAccounts

/// The names of a subject in one cell, joined by `/` from the widest level down.
///
/// The place of a wider level whose name is not known stays empty (`/款/项`); a cell with one name only is the name of a
/// subject whose level the code tells. A `/` or `\` within a name has a `\` before it.
package struct SubjectPath {
    /// How many of the wider levels have no name.
    private(set) var unknown = 0
    /// The names that are there.
    private(set) var names: [String] = []

    private static let slash = UInt8(ascii: "/")
    private static let escape = UInt8(ascii: "\\")

    /// Takes a cell apart.
    init(parsing text: String) {
        var name: [UInt8] = []
        var isEscaped = false
        for byte in text.utf8 {
            if isEscaped {
                if byte != Self.slash, byte != Self.escape { name.append(Self.escape) }
                name.append(byte)
                isEscaped = false
            } else if byte == Self.escape {
                isEscaped = true
            } else if byte == Self.slash {
                close(&name)
            } else {
                name.append(byte)
            }
        }
        if isEscaped { name.append(Self.escape) }
        close(&name)
    }

    private mutating func close(_ name: inout [UInt8]) {
        if !name.isEmpty {
            names.append(String(decoding: name, as: UTF8.self))
        } else if names.isEmpty {
            unknown += 1
        }
        name.removeAll(keepingCapacity: true)
    }

    /// The subject that only its names tell.
    var subject: Subject {
        Subject(code: nil, names: names, level: SubjectLevel(depth: names.isEmpty ? 0 : unknown + names.count))
    }

    /// The names of a subject whose code tells its level; a cell that is no path down to it is one name.
    static func names(_ text: String, at level: SubjectLevel) -> [String] {
        guard !text.isEmpty else { return [] }
        let path = SubjectPath(parsing: text)
        if path.unknown + path.names.count == level.depth { return path.names }
        return path.names.count == 1 ? path.names : [text]
    }

    /// The cell of a subject.
    package static func text(of subject: Subject) -> String {
        let names = subject.names
        let text =
            names.contains { $0.utf8.contains { $0 == slash || $0 == escape } }
            ? names.map(escaped).joined(separator: "/") : names.joined(separator: "/")
        let missing = subject.level.depth - names.count
        let standsAlone = subject.code != nil && names.count <= 1
        return missing > 0 && !standsAlone ? String(repeating: "/", count: missing) + text : text
    }

    private static func escaped(_ name: String) -> String {
        var bytes: [UInt8] = []
        for byte in name.utf8 {
            if byte == slash || byte == escape { bytes.append(escape) }
            bytes.append(byte)
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
