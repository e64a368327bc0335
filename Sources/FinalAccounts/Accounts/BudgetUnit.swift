/// A body that publishes final accounts (预算单位, 部门).
public struct BudgetUnit: Hashable, Comparable, Sendable, Codable {
    /// The full name, without the suffix 部门决算 and the like.
    public let name: String

    /// Creates a unit from its name; surrounding blanks are dropped.
    public init(_ name: String) {
        var text = Substring(name)
        while text.first?.isWhitespace == true { text.removeFirst() }
        while text.last?.isWhitespace == true { text.removeLast() }
        self.name = String(text)
    }

    /// Creates a unit from a JSON string.
    public init(from decoder: any Decoder) throws {
        name = try decoder.singleValueContainer().decode(String.self)
    }

    /// Writes the unit as its name.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(name)
    }

    /// Orders units by name, code point by code point.
    public static func < (left: BudgetUnit, right: BudgetUnit) -> Bool { left.name < right.name }
}
