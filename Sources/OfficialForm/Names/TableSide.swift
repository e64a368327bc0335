/// A side of a two-sided table.
public enum TableSide: String, Hashable, Sendable, Codable {
    /// 收入.
    case income
    /// 支出.
    case expenditure
}
