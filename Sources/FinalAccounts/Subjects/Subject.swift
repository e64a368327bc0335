/// What money is spent on: a place in a classification, known by code, by names, or by both.
///
/// `names` runs from the widest level to the subject's own, as far as the document gives them: a prose
/// line gives all three (类, 款, 项), a table row only its own. Two subjects are the same series when
/// their ``key`` is the same.
public struct Subject: Hashable, Sendable, Codable {
    /// The code, where the document or the dictionary gives one.
    public var code: String?
    /// The names from the widest level known down to the subject's own; never empty unless only a code is known.
    public var names: [String]
    /// The level the subject stands at.
    public var level: SubjectLevel

    /// Creates a subject whose level is the number of its names.
    public init(code: String? = nil, names: [String]) {
        self.init(code: code, names: names, level: SubjectLevel(depth: names.count))
    }

    /// Creates a subject at a stated level, for rows that name only themselves.
    public init(code: String?, names: [String], level: SubjectLevel) {
        self.code = code
        self.names = names
        self.level = level
    }

    /// Everything a unit spends; it has neither code nor name.
    public static let total = Subject(code: nil, names: [], level: .total)

    /// The subject's own name; empty when only a code is known.
    public var name: String { names.last ?? "" }

    /// What tells one subject's series from another's: the code, else the path of names.
    public var key: SubjectKey {
        if let code { return .code(code) }
        return .path(names)
    }
}

/// The identity of a subject within a unit.
public enum SubjectKey: Hashable, Comparable, Sendable {
    /// A subject known by its code.
    case code(String)
    /// A subject known only by its names, from the widest level to its own; empty for the total.
    case path([String])

    /// Orders the total first, then codes as text, then paths name by name.
    public static func < (left: SubjectKey, right: SubjectKey) -> Bool {
        switch (left, right) {
        case (.code(let first), .code(let second)): first < second
        case (.path(let first), .path(let second)): first.lexicographicallyPrecedes(second)
        case (.path(let names), .code): names.isEmpty
        case (.code, .path(let names)): !names.isEmpty
        }
    }
}
