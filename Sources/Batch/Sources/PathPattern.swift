/// A pattern over paths: `*` and `?` within one name, `[abc]` and `[a-z]` for one character, `{pdf,docx}` for one of
/// several, `**` for any number of folders.
///
/// Names that begin with a dot are met only by a pattern that begins with one.
struct PathPattern {
    /// The alternatives after braces are resolved, each as names from the outermost folder to the file.
    private let alternatives: [[[Character]]]

    init(_ pattern: String) {
        alternatives = Self.expanded(Array(pattern)).map { text in
            text.split(separator: "/").map(Array.init)
        }
    }

    /// Whether a text is a pattern rather than a plain path.
    static func isPattern(_ text: String) -> Bool {
        text.contains { "*?[{".contains($0) }
    }

    /// Whether a path, names parted by `/`, meets the pattern.
    func matches(_ path: String) -> Bool {
        let names = path.split(separator: "/").map(Array.init)
        return alternatives.contains { Self.matches($0[...], names[...]) }
    }

    private static func matches(_ pattern: ArraySlice<[Character]>, _ names: ArraySlice<[Character]>) -> Bool {
        guard let first = pattern.first else { return names.isEmpty }
        if first == ["*", "*"] {
            if matches(pattern.dropFirst(), names) { return true }
            guard let name = names.first, name.first != "." else { return false }
            return matches(pattern, names.dropFirst())
        }
        guard let name = names.first else { return false }
        if name.first == ".", first.first != "." { return false }
        return matchesName(first[...], name[...]) && matches(pattern.dropFirst(), names.dropFirst())
    }

    private static func matchesName(_ pattern: ArraySlice<Character>, _ name: ArraySlice<Character>) -> Bool {
        guard let first = pattern.first else { return name.isEmpty }
        switch first {
        case "*":
            return matchesName(pattern.dropFirst(), name)
                || (!name.isEmpty && matchesName(pattern, name.dropFirst()))
        case "?":
            return !name.isEmpty && matchesName(pattern.dropFirst(), name.dropFirst())
        case "[":
            guard let close = pattern.dropFirst(2).firstIndex(of: "]"), let character = name.first else { return false }
            let set = pattern[(pattern.startIndex + 1)..<close]
            return contains(set, character) && matchesName(pattern[(close + 1)...], name.dropFirst())
        default:
            return name.first == first && matchesName(pattern.dropFirst(), name.dropFirst())
        }
    }

    /// Whether a set between brackets holds a character; `!` or `^` in front turns it round.
    private static func contains(_ set: ArraySlice<Character>, _ character: Character) -> Bool {
        var rest = set
        let isNegated = rest.first == "!" || rest.first == "^"
        if isNegated { rest = rest.dropFirst() }
        var found = false
        while let first = rest.popFirst() {
            if rest.first == "-", let last = rest.dropFirst().first {
                rest = rest.dropFirst(2)
                if first <= character && character <= last { found = true }
            } else if first == character {
                found = true
            }
        }
        return found != isNegated
    }

    /// The texts that braces stand for, the innermost resolved first.
    private static func expanded(_ pattern: [Character]) -> [String] {
        guard let close = pattern.firstIndex(of: "}"), let open = pattern[..<close].lastIndex(of: "{") else {
            return [String(pattern)]
        }
        let choices = pattern[(open + 1)..<close].split(separator: ",", omittingEmptySubsequences: false)
        return choices.flatMap { choice in
            expanded(Array(pattern[..<open]) + choice + Array(pattern[(close + 1)...]))
        }
    }
}
