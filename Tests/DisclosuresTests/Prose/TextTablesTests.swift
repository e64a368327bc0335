import FinalAccounts
import Testing

@testable import Disclosures

/// Tables that a copy of a page has left as text.
@Suite("Tables laid down as text")
struct TextTablesTests {
    private func figures(_ text: String) throws -> Set<String> {
        let disclosure = try DisclosureReader().read(bytes: Array(text.utf8), file: "copy.txt")
        return Set(
            disclosure.figures.map { [$0.measure.name, $0.subject ?? "", $0.value.text].joined(separator: " ") })
    }

    @Test("cells between bars are a table; years before the last are by their own words")
    func bars() throws {
        let text = """
            甲川县2021年“三公”经费决算情况
            单位：万元
            项目 | 2019年决算 | 2020年决算 | 2021年决算 | 比2020年增减 | 增减幅度 |
            合计 | 90.10 | 80.00 | 60.00 | -20.00 | -25.00% |
            因公出国（境）费 | 5.10 | 0 | 0 | 0 | — |
            公务接待费 | 35.00 | 30.00 | 20.00 | -10.00 | -33.33% |
            公务用车购置及运行维护费 | 50.00 | 50.00 | 40.00 | -10.00 | -20.00% |
            """
        let found = try figures(text)
        #expect(found.isSuperset(of: ["three_public.amount  600000", "three_public.previous_amount  800000"]))
        #expect(found.isSuperset(of: ["three_public.change  -200000", "three_public.change_rate  -25.00"]))
        #expect(!found.contains("three_public.amount  901000"))
    }

    @Test(
        "a main table whose cells follow one another is read where each label has one amount",
        arguments: ["\n\n", " |\n"])
    func mainTable(separator: String) throws {
        let cells = [
            "收入", "支出", "项目", "行次", "金额", "项目", "行次", "金额", "一、一般公共预算财政拨款收入", "1", "506.30", "一、一般公共服务支出", "29",
            "441.90",
            "二、事业收入", "2", "12.00", "八、社会保障和就业支出", "36", "70.43", "本年收入合计", "24", "518.30", "本年支出合计", "52", "512.33",
            "年初结转和结余", "26", "0.00", "年末结转和结余", "54", "5.97", "总计", "28", "518.30", "总计", "56", "518.30",
        ]
        let text =
            "乙岭县投资服务中心2020年度部门决算\n收入支出决算总表\n公开01表\n部门：乙岭县投资服务中心\n金额单位：万元\n" + cells.joined(separator: separator)
        let found = try figures(text)
        #expect(found.isSuperset(of: ["general_public_income.amount  5063000", "business_income.amount  120000"]))
        #expect(found.isSuperset(of: ["category.amount 一般公共服务支出 4419000", "year_expenditure.amount  5123300"]))
        #expect(found.isSuperset(of: ["income_total.amount  5183000", "expenditure_total.amount  5183000"]))
        #expect(found.contains("closing_balance.amount  59700"))
    }

    @Test("where two amounts follow one label nothing is read, and the numbers are left over")
    func unsure() throws {
        let text = """
            丙原县卫生院2020年度部门决算
            收入支出决算总表
            一、一般公共预算财政拨款收入 1 二、事业收入 2 13.75 16.20 三、其他收入 3 本年收入合计 4 29.95 总计 29.95 1
            2020年度收入合计29.95万元。
            """
        let disclosure = try DisclosureReader().read(bytes: Array(text.utf8), file: "copy.txt")
        #expect(!disclosure.figures.contains { $0.measure.topic == .businessIncome })
        #expect(disclosure.diagnostics.contains { $0.kind == .unplacedFigure && $0.message.en.contains("'16.20'") })
    }
}
