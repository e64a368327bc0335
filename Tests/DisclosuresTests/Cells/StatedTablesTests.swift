import FinalAccounts
import OfficialForm
import Platform
import Testing

@testable import Disclosures

/// Tables that stand alone or are none of the form's, in the shapes that pages give them.
@Suite("What tables state by their heads and labels")
struct StatedTablesTests {
    private func read(_ body: String, _ file: String = "page.html") throws -> Disclosure {
        try DisclosureReader().read(bytes: Array("<html><body>\(body)</body></html>".utf8), file: file)
    }

    private func table(_ rows: [[String]]) -> String {
        "<table>" + rows.map { row in "<tr>" + row.map { "<td>\($0)</td>" }.joined() + "</tr>" }.joined() + "</table>"
    }

    private func stated(_ disclosure: Disclosure) -> Set<String> {
        Set(disclosure.figures.map { [$0.measure.name, $0.subject ?? "", $0.value.text].joined(separator: " ") })
    }

    @Test("costs down the side give each column its side and year, and rates of change stay rates")
    func sideBySide() throws {
        let disclosure = try read(
            "<h1>2022年甲原县“三公”经费汇总情况</h1>"
                + table([
                    ["项目", "2022年年初预算数(万元)", "2022年决算数(万元)", "2021年决算数(万元)", "决算增减(%)"],
                    ["合计", "90.00", "61.50", "70.25", "-12.46"], ["1.因公出国（境）费", "5.00", "0.00", "", "-"],
                    ["2.公务用车购置及运行维护费", "60.00", "50.50", "52.25", "-3.35"],
                    ["3.公务接待费", "25.00", "11.00", "18.00", "-38.89"],
                ]))
        let figures = stated(disclosure)
        #expect(figures.contains("three_public.initial_budget  900000"))
        #expect(figures.contains("three_public.amount  615000"))
        #expect(figures.contains("three_public.previous_amount  702500"))
        #expect(figures.contains("three_public.change_rate  -12.46"))
        #expect(figures.contains("abroad.amount  0"))
        #expect(figures.contains("reception.change_rate  -38.89"))
        #expect(!disclosure.diagnostics.contains { $0.kind == .unplacedFigure })
    }

    @Test("years may stand in the rows and costs in the columns; a plan's amounts are its budget")
    func yearsInRows() throws {
        let disclosure = try read(
            "<h2>乙山县水务局2024年部门预算</h2><p>表六 一般公共预算“三公”经费支出表（单位：万元）</p>"
                + table([
                    ["", "“三公”经费合计", "因公出国（境）费", "公务用车购置费", "公务用车运行费", "公务接待费"],
                    ["2023年预算数", "6.40", "0.00", "0.00", "5.00", "1.40"],
                    ["2024年预算数", "5.90", "0.00", "0.00", "4.80", "1.10"],
                ]))
        let figures = stated(disclosure)
        #expect(figures.isSuperset(of: ["three_public.previous_amount  64000", "three_public.budget  59000"]))
        #expect(figures.isSuperset(of: ["vehicle_running.budget  48000", "reception.previous_amount  14000"]))
        #expect(!disclosure.figures.contains { $0.measure.aspect == .amount })
    }

    @Test("last year's execution beside this year's budget gives lines with a budget and no actual")
    func budgetLines() throws {
        let disclosure = try read(
            "<h2>丙川县农业农村局2024年部门预算</h2><p>一般公共预算支出表（单位：万元）</p>"
                + """
                <table><tr><th rowspan="2">科目编码</th><th rowspan="2">科目名称</th><th rowspan="2">2023年执行数</th>
                <th colspan="3">2024年预算数</th></tr><tr><th>合计</th><th>基本支出</th><th>项目支出</th></tr>
                <tr><td colspan="2">合计</td><td>88.20</td><td>91.00</td><td>61.00</td><td>30.00</td></tr>
                <tr><td>213</td><td>农林水支出</td><td>88.20</td><td>91.00</td><td>61.00</td><td>30.00</td></tr>
                <tr><td>2130101</td><td>行政运行</td><td>60.10</td><td>61.00</td><td>61.00</td><td></td></tr>
                <tr><td>2130106</td><td>科技转化与推广服务</td><td>28.10</td><td>30.00</td><td></td><td>30.00</td></tr></table>
                """)
        #expect(disclosure.lines.map(\.line.subject.code) == ["2130101", "2130106"])
        #expect(disclosure.lines.allSatisfy { $0.line.actual == nil })
        #expect(
            disclosure.lines.map(\.line.initialBudget.amount) == [
                Amount(minorUnits: 61_000_000), Amount(minorUnits: 30_000_000),
            ])
        #expect(disclosure.lines.first?.statedPreviousActual?.text == "60.10万元")
        let figures = stated(disclosure)
        #expect(figures.contains("general_public_expenditure.previous_amount  882000"))
        #expect(figures.contains("general_public_basic_expenditure.budget  610000"))
        #expect(figures.contains("category.budget 农林水支出 910000"))
        #expect(figures.contains("line.basic 农林水支出 610000"))
    }

    @Test("the column of the document's year is the actual, whatever its head is called")
    func years() throws {
        for (earlier, own) in [("2021年决算数", "2022年决算数"), ("上年数", "本年数"), ("2021年度", "2022年度"), ("上年决算数", "2022年执行数")] {
            let disclosure = try read(
                "<p>2022年度一般公共预算财政拨款支出决算表</p><p>部门：丁湾市林业局 单位：万元</p>"
                    + table([
                        ["科目编码", "科目名称", earlier, own], ["", "合计", "30.00", "42.00"],
                        ["2130204", "事业机构", "20.00", "30.00"],
                        ["2130205", "森林资源培育", "10.00", "12.00"],
                    ]))
            #expect(disclosure.lines.map(\.statedActual?.text) == ["30.00万元", "12.00万元"], "\(own)")
            #expect(disclosure.lines.map(\.statedPreviousActual?.text) == ["20.00万元", "10.00万元"], "\(earlier)")
        }
    }

    @Test("a table of expenditure alone gives its items as lines and its wider subjects as figures")
    func expenditureAlone() throws {
        let csv = """
            支出决算表,,,,
            部门：戊江市第三中学,,2022年度,,单位：元
            科目编码,科目名称,本年支出合计,基本支出,项目支出
            ,合计,"900,000.00","700,000.00","200,000.00"
            205,教育支出,"900,000.00","700,000.00","200,000.00"
            20502,普通教育,"900,000.00","700,000.00","200,000.00"
            2050203,初中教育,"900,000.00","700,000.00","200,000.00"
            """
        let disclosure = try DisclosureReader().read(bytes: Array(csv.utf8), file: "table.csv")
        #expect(disclosure.lines.map(\.line.subject.names) == [["教育支出", "普通教育", "初中教育"]])
        #expect(disclosure.lines.first?.line.basic == Amount(minorUnits: 70_000_000))
        let figures = stated(disclosure)
        #expect(figures.isSuperset(of: ["year_expenditure.amount  900000", "project_expenditure.amount  200000"]))
        #expect(figures.isSuperset(of: ["category.amount 教育支出 900000", "section.amount 普通教育 900000"]))
        #expect(disclosure.unit?.name == "戊江市第三中学")
    }

    @Test("what the form does not know is left over with its row, never dropped")
    func leftovers() throws {
        let disclosure = try read(
            "<h2>己岭县财政局2024年部门预算</h2><p>部门收支总表</p>"
                + table([
                    ["单位：万元"], ["收入", "", "支出", ""], ["项目", "预算数", "项目", "预算数"],
                    ["一、一般公共预算拨款收入", "72.00", "一、一般公共服务支出", "70.00"], ["二、财政专户管理资金", "3.15", "八、社会保障和就业支出", "5.15"],
                    ["本年收入合计", "75.15", "本年支出合计", "75.15"], ["收入总计", "75.15", "支出总计", "75.15"],
                ]))
        let figures = stated(disclosure)
        #expect(figures.isSuperset(of: ["general_public_income.budget  720000", "category.budget 一般公共服务支出 700000"]))
        #expect(figures.isSuperset(of: ["income_total.budget  751500", "expenditure_total.budget  751500"]))
        #expect(disclosure.diagnostics.contains { $0.kind == .unplacedFigure && $0.message.en.contains("'3.15'") })
    }

    @Test("tables of two bodies are refused, and those of another year are left out and said")
    func bodiesAndYears() throws {
        func accounts(_ body: String, _ year: String, _ amount: String) -> String {
            "<p>\(year)年度一般公共预算财政拨款支出决算表</p>"
                + table([
                    ["部门：\(body)", "单位：万元"], ["科目编码", "科目名称", "合计"], ["", "合计", amount], ["2130301", "行政运行", amount],
                ])
        }
        #expect(throws: ReadError.self) {
            try read(accounts("庚县水务局", "2023", "10.00") + accounts("辛县林业局", "2023", "20.00"))
        }
        let disclosure = try read(
            "<h1>庚县水务局2023年度部门决算</h1>" + accounts("庚县水务局", "2023", "10.00") + accounts("庚县水务局", "2022", "8.00"))
        #expect(disclosure.lines.map(\.statedActual?.text) == ["10.00万元"])
        #expect(disclosure.diagnostics.contains { $0.message.en.contains("2022") })
    }
}
