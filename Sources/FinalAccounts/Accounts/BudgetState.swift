/// What a document says of a line's initial budget (年初预算).
///
/// A missing budget is not zero: "该科目未申请年初财政拨款预算" is a statement of its own, and silence is
/// another. Neither enters a sum or a division.
public enum BudgetState: Hashable, Sendable, Codable {
    /// A budget was approved: its amount, possibly zero.
    case stated(Amount)
    /// The document says that no budget was applied for; whatever was spent is unbudgeted.
    case unbudgeted
    /// The document says nothing.
    case notStated

    /// The amount where one was approved.
    public var amount: Amount? {
        if case .stated(let amount) = self { amount } else { nil }
    }

    /// What was planned: the amount approved, and zero where none was applied for, which says the same of the plan.
    package var planned: Amount? {
        self == .unbudgeted ? .zero : amount
    }
}
