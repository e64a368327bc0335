/// A body that publishes final accounts (预算单位, 部门).
public struct BudgetUnit: Hashable, Comparable, Sendable, Codable {
    /// The full name in one spelling, without the suffix 部门决算 and the like.
    public let name: String

    /// Creates a unit from its name, however it is spelled.
    ///
    /// Two documents of one body write its name with other blanks, brackets or widths. What is meant is one name, so that it
    /// is spelled in one way here: blanks beside Chinese characters go, brackets become `（` and `）`, full-width letters and
    /// digits half-width, and 本级 at the end stands in brackets. Blanks between Latin words stay.
    public init(_ name: String) {
        self.name = BodySpelling.even(name)
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
