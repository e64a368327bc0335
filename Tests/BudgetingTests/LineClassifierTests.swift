import FinalAccounts
import Forecasting
import Platform
import Testing

@testable import Budgeting

@Suite("Classes of lines")
struct LineClassifierTests {
    private static let target = FiscalYear(2024)

    /// Years up to 2023: what was spent, what was budgeted (`nil` for nothing said, below zero for unbudgeted), and why.
    private func line(
        _ name: String, _ years: [(spent: Int64, budget: Int64?)], reason: String? = nil, last: Int = 2023
    ) -> SpendingSeries {
        let first = last + 1 - years.count
        let observations = years.enumerated().map { place, year in
            Observation(
                year: FiscalYear(first + place),
                initialBudget: year.budget.map { $0 < 0 ? .unbudgeted : .stated(Amount(minorUnits: $0 * 100)) }
                    ?? .notStated,
                actual: Amount(minorUnits: year.spent * 100), reason: first + place == last ? reason : nil)
        }
        return SpendingSeries(
            unit: BudgetUnit("甲局"), subject: Subject(code: "2010399", names: [name]), observations: observations)
    }

    private func lineClass(_ series: SpendingSeries, notes: [ForecastNote] = []) -> LineClass {
        LineClassifier(target: Self.target).classification(of: series, notes: notes).lineClass
    }

    @Test("What is in the budget every year is budgeted, and one year without is told in the evidence")
    func budgeted() {
        let found = LineClassifier(target: Self.target).classification(
            of: line("办公设施维护", [(10, 9), (11, 11), (12, -1), (12, 12)]))
        #expect(found.lineClass == .budgeted && found.evidence == [.budgeted(years: 3, of: 4)])
    }

    @Test("What is spent without a budget is added during the year, from above, or for an occasion, by its reason")
    func outsideBudget() {
        let years: [(Int64, Int64?)] = [(10, -1), (12, -1), (9, -1)]
        #expect(lineClass(line("社区活动", years, reason: "年中追加活动经费")) == .addedInYear)
        #expect(lineClass(line("社区活动", years, reason: "省级补助年中下达")) == .transfer)
        #expect(lineClass(line("社区活动", years, reason: "防汛抢险支出")) == .oneOff)
        #expect(lineClass(line("突发事件处置", years)) == .oneOff)
        #expect(lineClass(line("社区活动", [(10, 10), (11, -1), (12, -1)])) == .addedInYear)
    }

    @Test("A line that was never budgeted is not asked for because its name speaks of pay")
    func neverBudgetedPay() {
        #expect(lineClass(line("职业年金缴费", [(20, -1), (22, -1)])) == .addedInYear)
        #expect(lineClass(line("职业年金缴费", [(20, 20), (22, 22)])) == .personnel)
        #expect(lineClass(line("公务接待费", [(2, 3), (2, 3)])) == .threePublic)
    }

    @Test("Money added to a budget during the year is told by its reason, or by two years running far above the budget")
    func toppedUp() {
        let classifier = LineClassifier(target: Self.target)
        let once = classifier.classification(of: line("环境整治", [(10, 10), (30, 10)], reason: "年中追加整治资金"))
        #expect(once.lineClass == .toppedUp)
        #expect(once.evidence == [.reason("追加", year: 2023), .exceeded(years: 1), .budgeted(years: 2, of: 2)])
        #expect(lineClass(line("环境整治", [(10, 10), (25, 10), (30, 10)])) == .toppedUp)
        #expect(lineClass(line("环境整治", [(10, 10), (30, 10)], reason: "标准提高")) == .budgeted)
        #expect(lineClass(line("环境整治", [(10, 10), (11, 10)], reason: "年中追加")) == .budgeted)
        #expect(lineClass(line("住房公积金", [(10, 10), (30, 10)], reason: "年中追加")) == .personnel)
    }

    @Test("Additions that come every year and are alike are told as what could be budgeted")
    func recurring() {
        let classifier = LineClassifier(target: Self.target)
        func evidence(_ spent: [Int64]) -> [ClassEvidence] {
            classifier.classification(of: line("社区活动", spent.map { ($0, -1) })).evidence
        }
        #expect(evidence([10, 12, 18, 15]).contains(.recurring(years: 4)))
        #expect(evidence([10, 12, 25, 15]) == [.neverBudgeted(years: 4)])
        #expect(evidence([10, 12, 15]) == [.neverBudgeted(years: 3)])
    }

    @Test("The fund of a line is that which paid most of it last, its basic part that of the last year that states one")
    func parts() {
        let subject = Subject(code: "2010399", names: ["环境整治"])
        func line(_ year: Int, _ fund: Fund, _ actual: Int64, basic: Int64? = nil, project: Int64? = nil) -> AccountLine
        {
            AccountLine(
                unit: BudgetUnit("甲局"), fiscalYear: FiscalYear(year), fund: fund, subject: subject,
                actual: Amount(minorUnits: actual), basic: basic.map(Amount.init(minorUnits:)),
                project: project.map(Amount.init(minorUnits:)))
        }
        let parts = LineParts.parts(of: [
            line(2022, .generalPublicBudget, 90, basic: 30, project: 60), line(2023, .governmentFund, 70),
            line(2023, .generalPublicBudget, 20),
        ])
        let found = parts[subject.key]
        #expect(parts.count == 1 && found?.fund == .governmentFund)
        #expect(found?.basicShare.map { abs($0 - 1.0 / 3) < 1e-12 } == true)
    }

    @Test("New lines, ended ones, and those of which no budget is known are told apart")
    func states() {
        #expect(lineClass(line("新设岗位", [(5, 5)])) == .new)
        #expect(lineClass(line("新设岗位", [(5, -1)])) == .addedInYear)
        #expect(lineClass(line("旧项目", [(5, 5), (6, 6)], last: 2021)) == .ended)
        #expect(lineClass(line("旧项目", [(5, 5)]), notes: [.ended(lastYear: 2022, ifContinued: 6)]) == .ended)
        #expect(lineClass(line("某项目", [(5, nil), (6, nil)])) == .unstated)
    }

    @Test("Evidence is told in both languages")
    func words() {
        let evidence: [ClassEvidence] = [.reason("疫情", year: 2023), .neverBudgeted(years: 4)]
        #expect(LineClassText(language: .zhHans).sentence(evidence) == "2023年原因提到“疫情”；4年都无年初预算")
        #expect(
            LineClassText(language: .en).sentence(evidence)
                == "the reason of 2023 says “疫情”; in no initial budget in 4 years")
        for lineClass in LineClass.allCases {
            #expect(!LineClassText(language: .en).name(of: lineClass).isEmpty)
        }
    }
}
