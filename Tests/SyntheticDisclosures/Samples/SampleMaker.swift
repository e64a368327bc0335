import FinalAccounts
import Narration
import SeededNumbers

/// Draws the numbers of a sample disclosure.
struct SampleMaker {
    var random: SeededGenerator
    let year: FiscalYear
    let unit: BudgetUnit
    let amountUnit: AmountUnit
    let composer: DisclosureComposer

    init(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        year = FiscalYear(Int.random(in: 2015...2024, using: &random))
        let districts = ["江城市东湖区", "临河县", "海州市新港区", "云岭市", "白石区"]
        let bodies = ["财政局", "教育局", "青山街道办事处", "卫生健康委员会", "自然资源和规划局", "民政局"]
        unit = BudgetUnit(
            districts[Int.random(in: 0..<5, using: &random)] + bodies[Int.random(in: 0..<6, using: &random)])
        let draw = Int.random(in: 0..<20, using: &random)
        amountUnit = draw < 17 ? .wan : draw < 19 ? .yuan : .yi
        composer = DisclosureComposer(
            unit: unit, fiscalYear: year, amountUnit: amountUnit, decimals: amountUnit == .yi ? 6 : 2)
        self.random = random
    }

    mutating func make(lineCount: Int?) throws(AmountError) -> StatedAccounts {
        let count = lineCount ?? Int.random(in: 1...40, using: &random)
        let lines = makeLines(count)
        let earlier = makeEarlier(lines)
        let spent = try Amount.sum(lines.compactMap(\.actual))
        var stated = try makeTotals(spent: spent, earlier: try Amount.sum(earlier.compactMap(\.actual)))
        stated += try makeThreePublic()
        stated += try makeProcurement()
        let evaluations = try makeEvaluations()
        var accounts = try composer.compose(lines: lines, lastYear: earlier, stated: stated, evaluations: evaluations)
        if chance(0.3) { spellShortly(&accounts) }
        return accounts
    }

    // MARK: Lines

    private mutating func makeLines(_ count: Int) -> [AccountLine] {
        var subjects = SampleSubjects.all.indices.map { $0 }
        subjects.shuffle(using: &random)
        return subjects.prefix(count).sorted().map { makeLine(SampleSubjects.all[$0]) }
    }

    private mutating func makeLine(_ subject: (code: String, names: [String])) -> AccountLine {
        let budget = amount()
        let draw = Double.random(in: 0..<1, using: &random)
        let isEqual = chance(0.2)
        let actual = isEqual ? budget : scaled(budget, by: Double.random(in: 0.3...2.5, using: &random))
        let state: BudgetState = draw < 0.25 ? .unbudgeted : draw < 0.3 ? .notStated : .stated(budget)
        let deviates = state == .unbudgeted || (state.amount.map { $0 != actual } ?? false)
        return AccountLine(
            unit: unit, fiscalYear: year, subject: Subject(code: nil, names: subject.names),
            initialBudget: state, adjustedBudget: draw > 0.85 ? actual : nil, actual: actual,
            reason: deviates ? reason() : nil, origin: .synthetic)
    }

    private mutating func makeEarlier(_ lines: [AccountLine]) -> [AccountLine] {
        lines.map { line in
            var earlier = line
            earlier.fiscalYear = year.previous
            earlier.actual = line.actual.map { scaled($0, by: Double.random(in: 0.7...1.4, using: &random)) }
            return earlier
        }
    }

    private mutating func reason() -> String {
        let reasons = [
            "人员异动", "按政策规定，追加项目经费", "一是新增人员；二是社保缴费基数调整", "压减一般性支出",
            "根据市文件要求，年中追加\(Int.random(in: 2...90, using: &random))个社区的建设经费", "部分项目跨年实施，资金结转",
        ]
        return reasons[Int.random(in: reasons.indices, using: &random)]
    }

    /// Some documents drop zeros behind the point: 20.4 for 20.40.
    private mutating func spellShortly(_ accounts: inout StatedAccounts) {
        for index in accounts.lines.indices {
            accounts.lines[index].statedActual = accounts.lines[index].statedActual.map(shortened)
            accounts.lines[index].statedInitialBudget = accounts.lines[index].statedInitialBudget.map(shortened)
        }
    }

    private func shortened(_ stated: StatedAmount) -> StatedAmount {
        let digits = stated.amount.formatted(unit: stated.unit)
        let decimals = digits.firstIndex(of: ".").map { digits[$0...].count - 1 } ?? 0
        return StatedAmount(amount: stated.amount, unit: stated.unit, decimals: decimals)
    }

    // MARK: Draws

    mutating func chance(_ probability: Double) -> Bool {
        Double.random(in: 0..<1, using: &random) < probability
    }

    /// A random amount of anything from hundreds to tens of millions of yuan, exact in the printed decimals.
    mutating func amount() -> Amount {
        let size = Double.random(in: 3...7.5, using: &random)
        var value = 1.0
        // Powers of ten by steps keep the result the same on every machine.
        var rest = size
        while rest >= 1 {
            value *= 10
            rest -= 1
        }
        value *= 1 + 9 * rest
        return rounded(Int64(value * 100))
    }

    mutating func scaled(_ amount: Amount, by factor: Double) -> Amount {
        rounded(Int64(Double(amount.minorUnits) * factor))
    }

    /// To a hundredth of 万元, 元 to the 分, 亿元 to a hundred yuan: what is printed.
    private func rounded(_ minorUnits: Int64) -> Amount {
        let step: Int64 = amountUnit == .yuan ? 1 : 10_000
        return Amount(minorUnits: max(step, minorUnits / step * step))
    }
}
