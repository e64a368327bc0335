import FinalAccounts
import OfficialForm

/// What the words over a column, or before a row of one side, say of the numbers there: measure, side, year, unit.
struct TableHead: Hashable, Sendable {
    /// The year that words name.
    enum Time: Hashable, Sendable {
        case own
        case previous
        case year(Int)
    }

    /// What a number is of its measure.
    enum Quantity: Hashable, Sendable {
        case amount
        case change
        case changeRate
        case executionRate
        case share
    }

    /// The measure that the words name, if any.
    var topic: Topic?
    /// The fund whose part the column holds.
    var fund: Fund?
    /// Whether it sums up the columns beside it: 合计, 小计.
    var isTotal = false
    /// The year named; `nil` where none is.
    var time: Time?
    /// The side named: ``Aspect/amount``, or one of the budgets.
    var side: Aspect?
    var quantity = Quantity.amount
    /// What a change is held against, where that is said.
    var base: Time?
    /// Whether a change is held against the budget.
    var isAgainstBudget = false
    /// Whether plain numbers stand for decreases: 减少额.
    var falls = false
    var unit: AmountUnit?
    /// Words that say nothing the form knows.
    var rest: [String] = []

    /// Reads the tiers over a column, the widest first; each in folded form.
    init(_ tiers: [String]) {
        for (index, words) in tiers.enumerated() where !words.isEmpty {
            // 单位资金 stands over the kinds of income that a body earns.
            if index + 1 < tiers.count, words == "单位资金" { continue }
            take(words)
        }
    }

    /// Whether the words name a side, a year, a change or a rate.
    var namesSide: Bool { side != nil || time != nil || quantity != .amount }

    /// Whether everything was understood.
    var isKnown: Bool { rest.isEmpty }

    private mutating func take(_ folded: String) {
        var words = folded
        if let found = HeaderWords.unit(words) {
            unit = found
            words = HeaderWords.withoutUnit(words)
        }
        var isPercent = false
        for sign in ["(%)", "%"] where words.closes(with: sign) {
            isPercent = true
            words = String(words.dropLast(sign.count))
        }
        // 决算数比上年增减 over 金额 and 幅度.
        if quantity == .change, Self.rates.contains(words) || words.isEmpty && isPercent {
            quantity = .changeRate
            return
        }
        var years: [Int] = []
        words = Self.withoutYears(words, &years)
        if takeChange(words, isPercent: isPercent, years: years) || takeRate(words, isPercent: isPercent) {
            if quantity == .executionRate || quantity == .share, let year = years.last { time = .year(year) }
            return
        }
        if let year = years.last { time = .year(year) }
        words = TableLabel.bare(words)
        if words.isEmpty { return }
        if takeNoun(words) { return }
        takeSide(words)
    }

    // MARK: Years

    /// Words without the years in them: 2023年度决算数 is 决算数.
    private static func withoutYears(_ words: String, _ years: inout [Int]) -> String {
        var result: [Character] = []
        var rest = Array(words)[...]
        while let first = rest.first {
            let digits = rest.prefix { $0.isASCII && $0.isNumber }
            guard digits.count == 4, let year = Int(String(digits)), (1990...2099).contains(year) else {
                result += digits.isEmpty ? [first] : Array(digits)
                rest = rest.dropFirst(max(1, digits.count))
                continue
            }
            years.append(year)
            rest = rest.dropFirst(4)
            if rest.first == "年" { rest = rest.dropFirst() }
            if rest.first == "度" { rest = rest.dropFirst() }
        }
        return String(result)
    }

    // MARK: Changes and rates

    private mutating func takeChange(_ words: String, isPercent: Bool, years: [Int]) -> Bool {
        // 比上年, 比预算 alone are heads of changes.
        let isBare = ["比", "较"].contains(where: words.opens) && words.count <= 8
        guard isBare || Self.changes.contains(where: words.holds) else { return false }
        let isRate = isPercent || ["率", "幅", "比例"].contains(where: words.holds)
        quantity = isRate ? .changeRate : .change
        falls = words.holds("减") && !words.holds("增")
        if words.holds("预算") { isAgainstBudget = true }
        if let year = years.last { base = .year(year) }
        if ["上年", "去年", "上期", "同比"].contains(where: words.holds) { base = .previous }
        return true
    }

    private static let rates: Set<String> = ["幅度", "比例", "百分比", "比率", "增减率", "增长率"]
    private static let changes = ["增减", "增、减", "增加", "减少", "增长", "下降", "变动", "变化", "差额", "差异", "增幅", "降幅"]

    private mutating func takeRate(_ words: String, isPercent: Bool) -> Bool {
        if ["占比", "比重", "占总", "所占"].contains(where: words.holds) {
            quantity = .share
            return true
        }
        let isExecution =
            ["执行率", "完成率", "执行比例", "完成比例"].contains(where: words.holds)
            || (words.holds("完成") || words.opens(with: "占") || words.opens(with: "为")) && words.holds("预算")
        guard isExecution else {
            // A percentage of nothing that is named.
            if isPercent { rest.append(words + "%") }
            return isPercent
        }
        quantity = .executionRate
        side = Self.budget(words) ?? side
        return true
    }

    // MARK: Nouns and sides

    private mutating func takeNoun(_ words: String) -> Bool {
        if let fund = Self.fund(words) {
            self.fund = fund
            return true
        }
        if Self.totals.contains(words) {
            isTotal = true
            return true
        }
        if let named = Topic.named(words) {
            topic = named
            return true
        }
        for lead in Self.leads where words.opens(with: lead.words) && words.count > lead.words.count {
            let rest = String(words.dropFirst(lead.words.count))
            guard let named = Topic.named(rest) ?? Self.named(rest, side: &side) else { continue }
            topic = named
            time = lead.time
            return true
        }
        if let named = Self.named(words, side: &side) {
            topic = named
            return true
        }
        return false
    }

    /// A measure with its side behind it: 公务接待费预算数.
    private static func named(_ words: String, side: inout Aspect?) -> Topic? {
        for end in ends where words.closes(with: end) && words.count > end.count {
            guard let named = Topic.named(String(words.dropLast(end.count))) else { continue }
            side = budget(end) ?? (end.holds("决算") || end.holds("执行") ? .amount : side)
            return named
        }
        return nil
    }

    private mutating func takeSide(_ words: String) {
        let previous = ["上年", "去年", "上期"].contains(where: words.holds)
        if previous { time = .previous } else if Self.owns.contains(where: words.holds) { time = time ?? .own }
        if let budget = Self.budget(words) {
            side = budget
        } else if ["决算", "执行", "实际", "支出数", "完成数", "发生", "统计数"].contains(where: words.holds)
            || Self.spending.contains(words.split(separator: "(").first.map(String.init) ?? words)
        {
            side = .amount
        } else if !previous, time == nil, !Self.plain.contains(words) {
            rest.append(words)
        }
    }

    /// 支出 alone says that an amount was spent; behind other words it is a noun that is not in the form.
    private static let spending: Set<String> = [
        "支出", "支出额", "支出金额", "支出情况", "本年支出", "当年支出", "上年支出", "去年支出", "年支出", "累计支出", "本期支出", "支出合计", "支出总额",
    ]

    private static func budget(_ words: String) -> Aspect? {
        guard words.holds("预算") else { return nil }
        if words.holds("年初") { return .initialBudget }
        return ["调整", "全年", "变动", "年末"].contains(where: words.holds) ? .adjustedBudget : .budget
    }

    private static func fund(_ words: String) -> Fund? {
        switch HeaderWords.label(words) {
        case .role(.generalPublicBudget): .generalPublicBudget
        case .role(.governmentFund): .governmentFund
        case .role(.stateCapital): .stateCapital
        default: nil
        }
    }

    private static let totals: Set<String> = [
        "合计", "总计", "小计", "计", "总额", "本年合计", "共计", "收入预算合计", "收入预算总计", "支出预算合计", "支出预算总计",
    ]
    private static let owns = ["本年", "本期", "当年", "今年"]
    private static let leads: [(words: String, time: Time)] = [
        ("上年", .previous), ("上年度", .previous), ("去年", .previous), ("本年", .own), ("本年度", .own), ("当年", .own),
    ]
    private static let plain: Set<String> = ["金额", "数额", "数", "万元", "元", "项目", "支出", "收入", "其中", "其中:", "金额数", "资金"]
    private static let ends = [
        "年初预算数", "全年预算数", "调整预算数", "年初预算", "全年预算", "调整预算", "支出预算数", "支出决算数", "支出预算", "支出决算", "决算统计数", "决算数", "预算数",
        "执行数", "决算",
        "预算", "执行", "金额", "合计", "总计", "小计", "总额", "数",
    ]
}
