import Disclosures
import FinalAccounts
import OfficialForm
import Testing

@testable import Narration

@Suite("The text of a budget")
struct BudgetNarrativeTests {
    private func line(
        _ names: [String], _ amount: Int64, before: BudgetState, fund: Fund = .generalPublicBudget, basic: Int64? = nil,
        reason: String? = nil
    ) -> BudgetedAccounts.Line {
        BudgetedAccounts.Line(
            subject: Subject(code: nil, names: names), fund: fund, amount: Amount(minorUnits: amount * 1_000_000),
            before: before, basic: basic.map { Amount(minorUnits: $0 * 1_000_000) }, reason: reason)
    }

    private func stated(_ amount: Int64) -> BudgetState { .stated(Amount(minorUnits: amount * 1_000_000)) }

    private var lines: [BudgetedAccounts.Line] {
        [
            line(["教育支出", "普通教育", "小学教育"], 300, before: stated(250), basic: 280, reason: "新增班级"),
            line(["教育支出", "普通教育", "初中教育"], 100, before: stated(100), basic: 60),
            line(["住房保障支出", "住房改革支出", "住房公积金"], 90, before: stated(100), basic: 90),
            line(["教育支出", "职业教育", "中等职业教育"], 10, before: .unbudgeted, basic: 0),
            line(["教育支出", "其他教育支出", "其他教育支出"], 0, before: stated(5), basic: 0),
        ]
    }

    private func text(_ lines: [BudgetedAccounts.Line], before: Amount? = nil) throws -> String {
        try BudgetNarrative(
            BudgetedAccounts(
                unit: BudgetUnit("云溪县第三小学"), year: FiscalYear(2025), lines: lines, threePublicBefore: before)
        ).text()
    }

    @Test("Sums, changes and shares are worked out; what nobody stated is a blank that is no figure")
    func wording() throws {
        let text = try text(lines, before: Amount(minorUnits: 3_000_000))
        for part in [
            "2025年收支总预算500.00万元。与2024年预算相比，收、支总计各增加45.00万元，增长9.89%，主要原因是＿＿＿＿。",
            "教育支出410.00万元，占82.00%；住房保障支出90.00万元，占18.00%。", "包括基本支出430.00万元，占86.00%；项目支出70.00万元，占14.00%。",
            "小学教育（项）2025年预算数为300.00万元，比2024年年初预算数增加50.00万元，增长20.00%，主要原因是新增班级。",
            "初中教育（项）2025年预算数为100.00万元，与2024年年初预算数持平。", "减少10.00万元，下降10.00%，主要原因是＿＿＿＿。",
            "2024年未安排年初预算，主要原因是＿＿＿＿。", "本部门2025年没有政府性基金预算支出。", "2024年“三公”经费预算数3.00万元。",
        ] { #expect(text.contains(part), "\(part)") }
        #expect(!text.contains("其他教育支出（项）") && !text.contains("＿万元"))
    }

    @Test("Where a line's earlier budget or use is not known, no change of the sum and no parts are told")
    func unknown() throws {
        var lines = lines
        lines[1].before = .notStated
        lines[1].basic = nil
        let text = try text(lines)
        #expect(!text.contains("收、支总计各") && text.contains("基本支出和项目支出：＿＿＿＿。"))
    }

    @Test("Read back, every figure is placed, and the lines are those that were written")
    func readBack() throws {
        let fund = line(["城乡社区支出", "国有土地使用权出让收入安排的支出", "城市建设支出"], 40, before: stated(40), fund: .governmentFund)
        let text = try text(lines + [fund])
        let disclosure = try DisclosureReader().read(bytes: Array(text.utf8), file: "budget.txt")
        #expect(disclosure.diagnostics.isEmpty, "\(disclosure.diagnostics)")
        let budgets = disclosure.lines.compactMap(\.line.initialBudget.amount)
        #expect(budgets.map(\.minorUnits) == [300, 100, 90, 10, 40].map { $0 * 1_000_000 })
    }
}
