import Platform

/// How subject codes nest: the code lengths of its levels, from the widest to the narrowest.
///
/// ```swift
/// SubjectScheme.china.parent(of: "2080505")                    // "20805"
/// try SubjectScheme(parsing: "prefix:4,6").level(of: "0020")   // depth 1
/// ```
public struct SubjectScheme: Hashable, Sendable, Codable {
    /// The number of characters in the code at each level, strictly ascending.
    public let lengths: [Int]

    /// 类, 款, 项: 3, 5 and 7 digits (政府收支分类科目).
    public static let china = SubjectScheme(uncheckedLengths: [3, 5, 7])

    private init(uncheckedLengths lengths: [Int]) {
        self.lengths = lengths
    }

    /// Creates a scheme from its code lengths.
    /// - Throws: ``SubjectSchemeError`` unless there is a length and they ascend from at least 1.
    public init(prefixLengths lengths: [Int]) throws(SubjectSchemeError) {
        let ascends = zip(lengths, lengths.dropFirst()).allSatisfy { $0 < $1 }
        guard let first = lengths.first, first > 0, ascends else {
            throw SubjectSchemeError(text: lengths.map(String.init).joined(separator: ","))
        }
        self.lengths = lengths
    }

    /// Reads `china` or `prefix:4,6,8,10`.
    /// - Throws: ``SubjectSchemeError`` for anything else.
    public init(parsing text: String) throws(SubjectSchemeError) {
        if text == "china" {
            self = .china
            return
        }
        guard text.hasPrefix("prefix:") else { throw SubjectSchemeError(text: text) }
        let parts = text.dropFirst("prefix:".count).split(separator: ",", omittingEmptySubsequences: false)
        let lengths = parts.compactMap { Int($0) }
        guard lengths.count == parts.count else { throw SubjectSchemeError(text: text) }
        try self.init(prefixLengths: lengths)
    }

    /// The level a code stands at, by its length; `nil` when no level has that length.
    public func level(of code: some StringProtocol) -> SubjectLevel? {
        lengths.firstIndex(of: code.utf8.count).map { SubjectLevel(depth: $0 + 1) }
    }

    /// The code one level up; `nil` for the widest level and for codes of no level.
    public func parent(of code: some StringProtocol) -> String? {
        guard let level = level(of: code), level.depth > 1 else { return nil }
        return String(code.prefix(lengths[level.depth - 2]))
    }

    /// What is right above a subject: its wider code or shorter path, the total above the widest; `nil` for the total.
    package func parent(of key: SubjectKey) -> SubjectKey? {
        switch key {
        case .code(let code): parent(of: code).map(SubjectKey.code) ?? .path([])
        case .path(let names): names.isEmpty ? nil : .path(Array(names.dropLast()))
        }
    }

    /// How a level is written in output: `total`, `category`, `section`, `item` for the Chinese scheme,
    /// the number of digits for others.
    public func name(of level: SubjectLevel) -> String {
        if level == .total { return "total" }
        if self == .china {
            return level == .category ? "category" : level == .section ? "section" : "item"
        }
        return lengths.indices.contains(level.depth - 1) ? String(lengths[level.depth - 1]) : String(level.depth)
    }

    /// The text that ``init(parsing:)`` reads back.
    public var text: String {
        self == .china ? "china" : "prefix:" + lengths.map(String.init).joined(separator: ",")
    }
}

/// A text that names no subject scheme.
public struct SubjectSchemeError: ExplainedError, Hashable {
    /// The text as it was given.
    public let text: String

    /// Always ``ErrorKind/data``.
    public var kind: ErrorKind { .data }
    /// A text does not know where it stands.
    public var location: Bilingual? { nil }
    /// What is wrong.
    public var problem: Bilingual { Bilingual("“\(text)”不是科目编码规则", "'\(text)' is not a subject scheme") }
    /// What to do.
    public var remedy: Bilingual {
        Bilingual(
            "请填写 china，或 prefix: 加由短到长的编码位数，如 prefix:4,6,8,10",
            "write 'china' or 'prefix:' and ascending code lengths, for example prefix:4,6,8,10")
    }
}
