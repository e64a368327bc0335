/// One subject of one unit in one year and fund: the row everything else is made from.
///
/// All amounts are exact. `nil` and ``BudgetState/notStated`` mean that the document is silent;
/// zero means that it says zero.
///
/// ```swift
/// let line = AccountLine(
///     unit: BudgetUnit("青菱街道办事处"), fiscalYear: FiscalYear(2023), fund: .generalPublicBudget,
///     subject: Subject(code: "2100410", names: ["卫生健康支出", "公共卫生", "突发公共卫生事件应急处理"]),
///     initialBudget: .unbudgeted, actual: try Amount(parsing: "1620.62", unit: .wan))
/// ```
public struct AccountLine: Hashable, Sendable, Codable {
    /// The body that spent.
    public var unit: BudgetUnit
    /// The year of the accounts.
    public var fiscalYear: FiscalYear
    /// The fund the line is paid from.
    public var fund: Fund
    /// What the money was for.
    public var subject: Subject
    /// 年初预算.
    public var initialBudget: BudgetState
    /// 调整预算 or 全年预算.
    public var adjustedBudget: Amount?
    /// 支出决算.
    public var actual: Amount?
    /// The part of `actual` that is basic expenditure (基本支出).
    public var basic: Amount?
    /// The part of `actual` that is project expenditure (项目支出).
    public var project: Amount?
    /// The reason given for a deviation (主要原因).
    public var reason: String?
    /// Whether the figures were published or generated.
    public var origin: Origin
    /// Where the line was read.
    public var source: SourceReference?

    /// Creates a line; everything not given is "not stated".
    public init(
        unit: BudgetUnit, fiscalYear: FiscalYear, fund: Fund = .generalPublicBudget, subject: Subject,
        initialBudget: BudgetState = .notStated, adjustedBudget: Amount? = nil, actual: Amount? = nil,
        basic: Amount? = nil, project: Amount? = nil, reason: String? = nil,
        origin: Origin = .published, source: SourceReference? = nil
    ) {
        self.unit = unit
        self.fiscalYear = fiscalYear
        self.fund = fund
        self.subject = subject
        self.initialBudget = initialBudget
        self.adjustedBudget = adjustedBudget
        self.actual = actual
        self.basic = basic
        self.project = project
        self.reason = reason
        self.origin = origin
        self.source = source
    }

    /// The share of the initial budget that was spent (预算完成率), to two decimals of a percent.
    ///
    /// `nil` without an actual, without a budget, or on a budget of zero.
    public var executionRate: StatedPercentage? {
        guard let actual, let budget = initialBudget.amount else { return nil }
        return StatedPercentage(of: actual, in: budget)
    }

    /// Whether money was spent that no initial budget foresaw.
    public var isUnbudgetedSpending: Bool {
        guard let actual, actual != .zero else { return false }
        return initialBudget == .unbudgeted || initialBudget == .stated(.zero)
    }
}
