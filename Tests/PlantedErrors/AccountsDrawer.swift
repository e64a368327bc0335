import Disclosures
import FinalAccounts
import OfficialForm
import SeededNumbers

/// Draws accounts: which subjects, how much on each, and how the money came in.
struct AccountsDrawer {
    typealias Fen = DrawnAccounts.Fen

    private var random: SeededGenerator
    private let subjects: SubjectDictionary
    /// Whether the printed decimals show the amounts in full.
    private let isExact: Bool
    private var accounts: DrawnAccounts

    init(seed: UInt64, subjects: SubjectDictionary) {
        var random = SeededGenerator(seed: seed)
        self.subjects = subjects
        isExact = Bool.random(using: &random)
        let places = ["江城市东湖区", "临河县", "海州市新港区", "云岭市", "永宁市白石区", "北川省南屏市"]
        let bodies = ["财政局", "教育局", "青山街道办事处", "卫生健康委员会", "自然资源和规划局", "民政局", "文化和旅游局", "交通运输局"]
        let unit = places[Int.random(in: 0..<6, using: &random)] + bodies[Int.random(in: 0..<8, using: &random)]
        accounts = DrawnAccounts(unit: unit, year: Int.random(in: 2019...2024, using: &random))
        self.random = random
    }

    mutating func draw() -> DrawnAccounts {
        drawLines()
        if chance(0.3) {
            accounts.otherIncome = amount()
            let index = Int.random(in: 0..<generalCount, using: &random)
            accounts.lines[index].other += accounts.otherIncome
        }
        if chance(0.2) {
            accounts.business = amount()
            let index = Int.random(in: 0..<generalCount, using: &random)
            accounts.lines[index].business += accounts.business
        }
        accounts.lastYearOther = scaled(accounts.otherIncome + accounts.business, 0.5...1.5)
        drawPublicCosts()
        drawEconomic()
        drawProcurement()
        drawAssets()
        drawProjects()
        return accounts
    }

    private var generalCount: Int { accounts.lines(of: .generalPublicBudget).count }

    // MARK: Lines

    private static let basicWords = ["行政运行", "事业运行", "离退休", "养老保险缴费", "职业年金缴费", "单位医疗", "公积金", "购房补贴"]
    private static let core = ["2080505", "2080506", "2101101", "2210201"]

    private mutating func drawLines() {
        let year = FiscalYear(accounts.year)
        let items = subjects.entries.filter { $0.level == .item && $0.isValid(in: year) }
        let general = items.filter { item in
            guard let category = Int(item.code.prefix(3)), (201...224).contains(category) else { return false }
            return !Self.core.contains(item.code) && subjects.path(of: item.code, in: year).count == 3
                && !["国债", "基金", "债务", "彩票", "土地使用权", "专项债", "专项收入", "抗疫特别"].contains { word in
                    subjects.path(of: item.code, in: year).contains { $0.contains(word) }
                }
        }
        var chosen = Set(Self.core.filter { code in items.contains { $0.code == code } })
        let wanted = chosen.count + Int.random(in: 3...22, using: &random)
        while chosen.count < wanted, let item = general.randomElement(using: &random) { chosen.insert(item.code) }
        for code in chosen.sorted() {
            accounts.lines.append(line(code, subjects.path(of: code, in: year), .generalPublicBudget))
        }
        if chance(0.3) {
            accounts.lines.append(line("2120803", ["城乡社区支出", "国有土地使用权出让收入安排的支出", "城市建设支出"], .governmentFund))
            if chance(0.5) {
                accounts.lines.append(line("2296002", ["其他支出", "彩票公益金安排的支出", "用于社会福利的彩票公益金支出"], .governmentFund))
            }
        }
        if chance(0.2) {
            accounts.lines.append(
                line("2230105", ["国有资本经营预算支出", "解决历史遗留问题及改革成本支出", "国有企业退休人员社会化管理补助支出"], .stateCapital))
        }
        guard chance(0.4) else { return }
        for index in accounts.lines.indices where accounts.lines[index].basic == 0 && chance(0.3) {
            let actual = accounts.lines[index].actual
            accounts.lines[index].opening = scaled(actual, 0.05...0.4)
            if chance(0.5) { accounts.lines[index].closing = scaled(actual, 0.05...0.3) }
        }
    }

    private mutating func line(_ code: String, _ names: [String], _ fund: Fund) -> DrawnAccounts.Line {
        let actual = amount()
        let isBasic = fund == .generalPublicBudget && Self.basicWords.contains { names.last?.contains($0) == true }
        let isBoth = isBasic && names.last?.hasSuffix("运行") == true && chance(0.3)
        let project = isBoth ? scaled(actual, 0.05...0.3) : isBasic ? 0 : actual
        let draw = Double.random(in: 0..<1, using: &random)
        let budget: Fen? = draw < 0.2 ? nil : draw < 0.4 ? actual : scaled(actual, 0.4...2)
        let deviates = budget.map { printed($0) != printed(actual) } ?? true
        return DrawnAccounts.Line(
            code: code, names: names, fund: fund, budget: budget, basic: actual - project, project: project,
            lastYear: scaled(actual, 0.6...1.5), reason: deviates ? reason() : nil,
            purpose: chance(0.3) ? "\(names.last ?? "")" : nil)
    }

    private mutating func reason() -> String {
        let earlier = accounts.year - 1
        let reasons = [
            "人员异动", "按政策规定，追加项目经费", "一是新增人员；二是工作任务调整", "压减一般性支出", "部分项目跨年实施，资金结转",
            "根据上级文件要求，年中追加\(Int.random(in: 2...90, using: &random))个村的建设经费", "\(earlier)年度的尾款在本年支付",
            "根据\(accounts.year + 1)年度工作安排提前采购", "严格执行中央八项规定精神，厉行节约",
        ]
        return reasons[Int.random(in: reasons.indices, using: &random)]
    }

    // MARK: Costs

    private static let wages = [
        ("30101", "基本工资"), ("30102", "津贴补贴"), ("30103", "奖金"), ("30106", "伙食补助费"), ("30107", "绩效工资"),
        ("30108", "机关事业单位基本养老保险缴费"), ("30109", "职业年金缴费"), ("30110", "职工基本医疗保险缴费"),
        ("30111", "公务员医疗补助缴费"), ("30112", "其他社会保障缴费"), ("30113", "住房公积金"), ("30114", "医疗费"),
        ("30199", "其他工资福利支出"),
    ]
    private static let benefits = [
        ("30301", "离休费"), ("30302", "退休费"), ("30304", "抚恤金"), ("30305", "生活补助"), ("30309", "奖励金"),
        ("30399", "其他对个人和家庭的补助"),
    ]
    private static let goods = [
        ("30201", "办公费"), ("30202", "印刷费"), ("30203", "咨询费"), ("30204", "手续费"), ("30205", "水费"), ("30206", "电费"),
        ("30207", "邮电费"), ("30209", "物业管理费"), ("30211", "差旅费"), ("30213", "维修（护）费"), ("30214", "租赁费"),
        ("30215", "会议费"), ("30216", "培训费"), ("30226", "劳务费"), ("30227", "委托业务费"),
        ("30228", "工会经费"), ("30229", "福利费"), ("30239", "其他交通费用"),
        ("30240", "税金及附加费用"), ("30299", "其他商品和服务支出"),
    ]

    private mutating func drawEconomic() {
        let basic = accounts.generalBasic
        let personnel = scaled(basic, 0.55...0.9)
        let benefits = scaled(personnel, 0.02...0.2)
        // What reception and cars cost out of basic expenditure is a part of the public costs.
        let rest = basic - personnel
        let reception = min(accounts.reception.actual, rounded(Double(rest) * 0.1))
        let running = min(accounts.running.actual, rounded(Double(rest) * 0.1))
        let isApart = rest > 4 * (reception + running)
        let apart = isApart ? reception + running : 0
        accounts.economic =
            share(personnel - benefits, among: Self.wages) + share(benefits, among: Self.benefits)
            + share(rest - apart, among: Self.goods)
        guard isApart else { return }
        accounts.economic.append(DrawnAccounts.Economic(code: "30217", name: "公务接待费", amount: reception))
        accounts.economic.append(DrawnAccounts.Economic(code: "30231", name: "公务用车运行维护费", amount: running))
        accounts.economic.sort { $0.code < $1.code }
    }

    /// Divides a sum among costs; some get nothing.
    private mutating func share(_ sum: Fen, among names: [(String, String)]) -> [DrawnAccounts.Economic] {
        let weights = names.map { _ in chance(0.35) ? 0 : Double.random(in: 0.1...1, using: &random) }
        let whole = weights.reduce(0, +)
        var costs = zip(names, weights).map { name, weight in
            DrawnAccounts.Economic(
                code: name.0, name: name.1, amount: whole > 0 ? rounded(Double(sum) * weight / whole) : 0)
        }
        let rest = sum - costs.reduce(0) { $0 + $1.amount }
        // What rounding leaves goes to the largest, so that no cost is negative.
        if let largest = costs.indices.max(by: { costs[$0].amount < costs[$1].amount }) {
            costs[largest].amount += rest
        }
        // An amount that prints as zero would be listed without one.
        for index in costs.indices where costs[index].amount > 0 && printed(costs[index].amount) == 0 {
            let small = costs[index].amount
            costs[index].amount = 0
            if let largest = costs.indices.max(by: { costs[$0].amount < costs[$1].amount }) {
                costs[largest].amount += small
            }
        }
        return costs
    }

    private mutating func drawPublicCosts() {
        accounts.abroad = chance(0.3) ? cost() : accounts.abroad
        accounts.purchase = chance(0.3) ? cost() : accounts.purchase
        accounts.running = chance(0.85) ? cost() : accounts.running
        accounts.reception = cost()
        accounts.visits = Int64.random(in: 3...20, using: &random)
        accounts.batches = Int64.random(in: 2...40, using: &random)
        accounts.visitors = Int64.random(in: 41...400, using: &random)
    }

    private mutating func cost() -> DrawnAccounts.Cost {
        let actual = rounded(Double.random(in: 3_000...60_000, using: &random) * 100)
        return DrawnAccounts.Cost(budget: chance(0.4) ? actual : scaled(actual, 1...2), actual: actual)
    }

    private mutating func drawProcurement() {
        accounts.goods = amount()
        accounts.works = chance(0.6) ? amount() : 0
        accounts.services = amount()
        accounts.smallFirms = scaled(accounts.procurement, 0.2...0.95)
        accounts.microFirms = scaled(accounts.smallFirms, 0.1...0.9)
    }

    private mutating func drawAssets() {
        let names = ["机要通信用车", "应急保障用车", "执法执勤用车", "其他用车"].shuffled(using: &random).prefix(
            Int.random(in: 2...4, using: &random))
        accounts.vehiclesByKind = names.map { ($0, Int64.random(in: 1...9, using: &random)) }
        accounts.vehiclesHeld = Int64.random(in: 1...accounts.vehicleCount, using: &random)
        accounts.equipment = Int64.random(in: 0...9, using: &random)
    }

    private mutating func drawProjects() {
        let names = ["城市管理", "基层党建", "应急保障", "社区建设", "环境整治", "信息化建设", "人才培训"].shuffled(using: &random)
        for name in names.prefix(Int.random(in: 2...6, using: &random)) {
            let budget = amount()
            accounts.projects.append(
                DrawnAccounts.Project(
                    name: name, budget: budget, executed: chance(0.3) ? budget : scaled(budget, 0.6...1),
                    indicators: indicators()))
        }
    }

    /// Eight indicators of ten points; a missed target loses two.
    private mutating func indicators() -> [Indicator] {
        let names = ["巡查次数", "培训人次", "设施完好率", "任务完成及时率", "群众满意度", "服务覆盖社区数", "检查覆盖率", "活动开展场次"]
        return names.map { name in
            let isRate = name.hasSuffix("率") || name.hasSuffix("度")
            let target = Int64.random(in: isRate ? 80...95 : 10...60, using: &random)
            let isMissed = chance(0.15)
            let actual =
                target + (isMissed ? -Int64.random(in: 2...8, using: &random) : Int64.random(in: 0...4, using: &random))
            let unit = isRate ? "%" : "次"
            return Indicator(
                name: name, weight: DecimalText(digits: 100, decimals: 1),
                target: IndicatorTarget(
                    text: "≥\(target)\(unit)", comparison: .atLeast, number: DecimalText(digits: target, decimals: 0),
                    unit: unit),
                actual: IndicatorTarget(
                    text: "\(actual)\(unit)", comparison: .equal, number: DecimalText(digits: actual, decimals: 0),
                    unit: unit),
                score: DecimalText(digits: isMissed ? 80 : 100, decimals: 1))
        }
    }

    // MARK: Draws

    private mutating func chance(_ probability: Double) -> Bool {
        Double.random(in: 0..<1, using: &random) < probability
    }

    /// From some thousand yuan to some ten million, the small ones as often as the large.
    private mutating func amount() -> Fen {
        var value = 200_000.0
        for _ in 0..<Int.random(in: 0...15, using: &random) { value *= 1.8 }
        return rounded(value * Double.random(in: 1...1.8, using: &random))
    }

    private mutating func scaled(_ amount: Fen, _ factor: ClosedRange<Double>) -> Fen {
        amount == 0 ? 0 : rounded(Double(amount) * Double.random(in: factor, using: &random))
    }

    private func rounded(_ fen: Double) -> Fen {
        let fen = max(isExact ? 10_000 : 5_000, Fen(fen))
        return isExact ? fen / 10_000 * 10_000 : fen
    }

    /// Hundredths of 万元 as printed.
    private func printed(_ fen: Fen) -> Fen { (fen + 5_000) / 10_000 }
}
