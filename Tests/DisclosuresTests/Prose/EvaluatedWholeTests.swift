import FinalAccounts
import OfficialForm
import Testing

@testable import Disclosures

/// Reports on how all that a body spent, or one project, performed: their titles say whose the figures are.
@Suite("Evaluations of a whole document")
struct EvaluatedWholeTests {
    private func read(_ text: String) throws -> (figures: Set<String>, disclosure: Disclosure) {
        let disclosure = try DisclosureReader().read(bytes: Array(text.utf8), file: "text.txt")
        let figures = disclosure.figures.map {
            [$0.measure.name, $0.subject ?? "", $0.value.text].joined(separator: " ")
        }
        return (Set(figures), disclosure)
    }

    private static let title = "云溪县水务局2019年度部门整体支出绩效自评报告\n"

    @Test("what a year came to at its end are totals of the body and no subject line")
    func totals() throws {
        let found = try read(
            Self.title + """
                一、基本情况
                2019年部门预算收入900.00万元，年终决算收入980.00万元，其中：财政拨款收入950.00万元，其他收入30.00万元。
                年终决算支出970.00万元，其中：基本支出600.00万元，项目支出370.00万元。
                """)
        #expect(
            found.figures.isSuperset(of: [
                "year_income.budget  9000000", "year_income.amount  9800000", "fiscal_income.amount  9500000",
                "year_expenditure.amount  9700000", "basic_expenditure.amount  6000000",
                "project_expenditure.amount  3700000",
            ]))
        #expect(found.disclosure.lines.isEmpty)
    }

    @Test("支出 alone is the body's where its parts are those that only a body's has")
    func parts() throws {
        let found = try read(
            Self.title + "一、基本情况\n2019年支出88.00万元，其中基本支出60.00万元，项目支出28.00万元。基本支出中，人员经费52.00万元，公用经费8.00万元。\n")
        #expect(
            found.figures.isSuperset(of: [
                "year_expenditure.amount  880000", "basic_expenditure.amount  600000",
                "project_expenditure.amount  280000", "personnel_expenditure.amount  520000",
                "operating_expenditure.amount  80000",
            ]))
    }

    @Test("a report on a year that is over is no plan, however often it speaks of budgets")
    func noPlan() throws {
        let found = try read(
            Self.title + "一、基本情况\n2019年预算收入90.00万元，支出预算90.00万元，预算安排合理。基本支出中，人员经费52.00万元。\n")
        #expect(found.disclosure.kind != .budget)
    }

    @Test("控制率 is a rate on the budget, and what is said of the costs goes on")
    func controlRate() throws {
        let found = try read(
            Self.title + "一、“三公”经费\n2019年“三公”经费预算40.00万元，实际支出30.00万元，“三公”经费控制率75.00%，比上年减少10.00万元，下降25.00%。\n")
        #expect(
            found.figures.isSuperset(of: [
                "three_public.rate_on_budget  75.00", "three_public.change  -100000",
                "three_public.change_rate  -25.00",
            ]))
    }

    @Test("a rate of execution that names nothing is that of all that was spent")
    func rate() throws {
        let found = try read(Self.title + "一、评价结果\n预算执行率96.50%。\n").figures
        #expect(found.contains("year_expenditure.rate_on_budget  96.50"))
    }

    @Test("the mark is the whole's", arguments: ["自评得分93.5分，等级为优。", "总得分93.5分，等级为优。"])
    func mark(sentence: String) throws {
        let found = try read(Self.title + "一、评价结果\n预算执行率96.50%。\(sentence)\n").figures
        #expect(found.contains("overall_evaluation.score  93.5"))
    }

    @Test("in a report on one project its budget, what was paid and its mark are the project's")
    func project() throws {
        let found = try read(
            """
            云溪县水务局
            2021年渠道清淤项目支出绩效自评报告
            一、资金
            年初预算80.00万元，到位资金80.00万元；实际支出76.00万元，预算执行率95.00%。
            二、结论
            总得分94.5分，等级为优。
            """
        ).figures
        #expect(
            found.isSuperset(of: [
                "project_evaluation.initial_budget 渠道清淤 800000", "project_evaluation.received 渠道清淤 800000",
                "project_evaluation.amount 渠道清淤 760000", "project_evaluation.rate_on_budget 渠道清淤 95.00",
                "project_evaluation.score 渠道清淤 94.5",
            ]))
    }
}
