import FinalAccounts
import OfficialForm

/// One subject line of the output of `read`.
public struct LineOutput: Encodable, Sendable {
    /// The fund, in the spelling of the CSV interface.
    public var fund: Fund
    /// 类.
    public var category: String?
    /// 款.
    public var section: String?
    /// 项.
    public var item: String?
    /// The subject code.
    public var code: String?
    /// 年初预算 in yuan; absent when not stated and when unbudgeted.
    public var initialBudget: String?
    /// `stated`, `unbudgeted` or `not_stated`.
    public var budgetState: String
    /// 全年预算 in yuan.
    public var adjustedBudget: String?
    /// 支出决算 in yuan.
    public var actual: String?
    /// 基本支出 in yuan.
    public var basic: String?
    /// 项目支出 in yuan.
    public var project: String?
    /// The stated rate in percent, without the sign: never computed.
    public var executionRate: String?
    /// Which budget the rate refers to.
    public var rateBasis: BudgetBasis?
    /// The reason given.
    public var reason: String?
    /// The page.
    public var page: Int?
    /// The words the line was read from.
    public var quote: String?
    /// Whether the line stands in prose, in a table or in both.
    public var place: DisclosedLine.Place
    /// How sure the reading of a scanned page is.
    public var confidence: Double?

    /// Creates the output for one line.
    public init(_ disclosed: DisclosedLine) {
        let line = disclosed.line
        fund = line.fund
        let names = line.subject.names
        let depth = line.subject.level.depth
        // A row that names only itself still stands at its own level.
        let offset = max(0, depth - names.count)
        category = names.count > 0 && offset == 0 ? names[0] : nil
        section = Self.name(names, level: 2, offset: offset)
        item = Self.name(names, level: 3, offset: offset)
        code = line.subject.code
        initialBudget = line.initialBudget.amount?.formatted(unit: .yuan)
        budgetState =
            switch line.initialBudget {
            case .stated: "stated"
            case .unbudgeted: "unbudgeted"
            case .notStated: "not_stated"
            }
        adjustedBudget = line.adjustedBudget?.formatted(unit: .yuan)
        actual = line.actual?.formatted(unit: .yuan)
        basic = line.basic?.formatted(unit: .yuan)
        project = line.project?.formatted(unit: .yuan)
        executionRate = disclosed.statedRate.map { String($0.text.dropLast()) }
        rateBasis = disclosed.rateBasis
        reason = line.reason
        page = line.source?.page
        quote = line.source?.quote
        place = disclosed.place
        confidence = disclosed.confidence
    }

    private static func name(_ names: [String], level: Int, offset: Int) -> String? {
        let index = level - 1 - offset
        return names.indices.contains(index) ? names[index] : nil
    }
}
