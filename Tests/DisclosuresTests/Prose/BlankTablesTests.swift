import FinalAccounts
import Testing

@testable import Disclosures

/// Tables of a text whose cells stand between blanks: a copy keeps no place for those that hold nothing.
@Suite("Tables whose blanks are lost")
struct BlankTablesTests {
    private func read(_ text: String) throws -> (figures: Set<String>, disclosure: Disclosure) {
        let disclosure = try DisclosureReader().read(bytes: Array(text.utf8), file: "copy.txt")
        let figures = disclosure.figures.map {
            [$0.measure.name, $0.subject ?? "", $0.value.text].joined(separator: " ")
        }
        return (Set(figures), disclosure)
    }

    private func expenditure(_ rows: String, heads: String = "科目编码 科目名称 合计 基本支出 项目支出") -> String {
        "甲川镇人民政府2024年部门预算\n表3 部门支出预算表\n单位：元\n\(heads)\n\(rows)"
    }

    @Test("the sums of a row and of the rows tell under which column its numbers stand")
    func sums() throws {
        let rows = """
            合计 9,300,500.00 6,100,500.00 3,200,000.00
            201 一般公共服务支出 7,300,500.00 6,100,500.00 1,200,000.00
            20103 政府办公厅（室）及相关机构事务 7,300,500.00 6,100,500.00 1,200,000.00
            2010301 行政运行 6,100,500.00 6,100,500.00
            2010302 一般行政管理事务 1,200,000.00 1,200,000.00
            212 城乡社区支出 2,000,000.00 2,000,000.00
            21201 城乡社区管理事务 2,000,000.00 2,000,000.00
            2120104 城管执法 2,000,000.00 2,000,000.00
            """
        for heads in ["科目编码 科目名称 合计 基本支出 项目支出", "科目编码 科目名称 合计 基本支出 项目支出 上缴上级支出"] {
            let disclosure = try read(expenditure(rows, heads: heads)).disclosure
            let lines = disclosure.lines.map { ($0.line.subject.code, $0.line.basic != nil, $0.line.project != nil) }
            #expect(lines.map(\.0) == ["2010301", "2010302", "2120104"])
            #expect(lines.map(\.1) == [true, false, false])
            #expect(lines.map(\.2) == [false, true, true])
        }
    }

    @Test("a name that goes on in the next line is whole")
    func wrapped() throws {
        let rows = """
            合计 300.50 200.50 100.00
            2010301 行政运行 200.50 200.50
            2010302 一般行政管理
            事务 100.00 100.00
            """
        let line = try #require(try read(expenditure(rows)).disclosure.lines.last)
        #expect(line.line.subject.name == "一般行政管理事务")
        #expect(line.line.project != nil)
    }

    @Test("where the sums leave it open, the sum is read and the part left over with its row")
    func open() throws {
        let rows = """
            229 其他支出 80.00 80.00
            2296002 用于社会福利的彩票公益金支出 80.00 80.00
            """
        let disclosure = try read(expenditure(rows)).disclosure
        let line = try #require(disclosure.lines.first)
        #expect(line.statedInitialBudget?.amount == (try Amount(parsing: "80.00", unit: .yuan)))
        #expect(line.line.basic == nil)
        #expect(line.line.project == nil)
        #expect(
            disclosure.diagnostics.contains { ($0.quote.contains("2296002")) && $0.message.en.contains("80.00") })
    }

    @Test("rows that do not keep the sums their heads announce make no table, and none of their numbers is lost")
    func unsound() throws {
        let rows = """
            合计 300.50 100.00 100.00
            2010301 行政运行 200.50 200.50
            """
        let (figures, disclosure) = try read(expenditure(rows) + "\n2024年支出预算300.50元。")
        #expect(!figures.contains { $0.contains("basic_expenditure") })
        for number in ["300.50", "100.00", "200.50"] {
            #expect(
                disclosure.diagnostics.contains { $0.message.en.contains(number) || ($0.quote.contains(number)) })
        }
    }

    @Test(
        "a header over several lines gives the costs in their order, side by side or under each",
        arguments: [
            (
                "预算数 决算数\n合计 因公出国（境）费 公务用车购置及运行维护费 公务接待费 合计 因公出国（境）费 公务用车购置及运行维护费 公务接待费\n"
                    + "小计 公务用车购置费 公务用车运行维护费 小计 公务用车购置费 公务用车运行维护费",
                "12.60 0.00 9.10 0.00 9.10 3.50 8.92 0.00 7.10 0.00 7.10 1.82"
            ),
            (
                "合计 因公出国（境）费 公务用车购置及运行维护费 公务接待费\n小计 公务用车购置费 公务用车运行维护费\n预算数 决算数 预算数 决算数 预算数 决算数 预算数 决算数 预算数 决算数 预算数 决算数",
                "12.60 8.92 0.00 0.00 9.10 7.10 0.00 0.00 9.10 7.10 3.50 1.82"
            ),
        ])
    func costs(header: String, row: String) throws {
        let text = "乙原区文化馆2022年度“三公”经费决算公开\n2022年度“三公”经费支出决算表\n单位：万元\n\(header)\n1 2 3 4 5 6 7 8 9 10 11 12\n\(row)\n"
        let found = try read(text).figures
        #expect(found.isSuperset(of: ["three_public.budget  126000", "three_public.amount  89200"]))
        #expect(found.isSuperset(of: ["vehicle_running.budget  91000", "vehicle_running.amount  71000"]))
        #expect(found.isSuperset(of: ["reception.budget  35000", "reception.amount  18200"]))
        #expect(!found.contains { $0.hasSuffix(" 10000") })
    }

    @Test("a table in one line has its side before its heads; its unit is that of the text")
    func oneLine() throws {
        let text = """
            丙岭文物局2019年部门预算
            六、关于“三公”经费预算的说明
            2018年执行数 2019年预算数 合计 因公出国（境）费 公务用车购置及运行费 公务接待费 合计 因公出国（境）费 公务用车购置及运行费 公务接待费 203.44 141.20 55.78 6.46 221.90 152.40 58.00 11.50
            2019年“三公”经费预算数为221.90万元。
            """
        let found = try read(text).figures
        #expect(found.isSuperset(of: ["abroad.previous_amount  1412000", "abroad.budget  1524000"]))
        #expect(found.isSuperset(of: ["reception.previous_amount  64600", "reception.budget  115000"]))
    }

    @Test("traditional characters make tables as simplified ones do")
    func traditional() throws {
        let text = """
            國家極地總局2024年部門預算
            一、部門收支總表 單位：萬元 收 入 支 出 項 目 預算數 項 目 預算數 一、一般公共預算撥款收入 410.60 一、外交支出 186.30 二、事業收入 12.00 二、科學技術支出 236.30 本年收入合計 422.60 本年支出合計 422.60 收 入 總 計 422.60 支 出 總 計 422.60
            """
        let found = try read(text).figures
        #expect(found.isSuperset(of: ["general_public_income.budget  4106000", "category.budget 外交支出 1863000"]))
    }

    @Test("an amount behind a label that no table holds is left over; one whose unit stands in the next line is not")
    func single() throws {
        let text = """
            丁山县民政局2023年度部门决算
            机关运行经费 100.50
            一、收入决算情况说明
            2023年度收入合计 200.50
            万元，其中：财政拨款收入200.50万元。
            """
        let disclosure = try read(text).disclosure
        #expect(disclosure.diagnostics.contains { $0.message.en.contains("'100.50'") })
        #expect(!disclosure.diagnostics.contains { $0.message.en.contains("'200.50'") })
    }

    @Test("cells on lines of their own are rows of labels, with their codes, and numbers", arguments: ["\n", "\n|\n"])
    func lines(separator: String) throws {
        let cells = [
            "年度", "合计", "因公出国（境）费", "公务接待费", "公务用车购置及运行维护费", "小计", "购置费", "运行维护费", "2022年", "34.50", "0", "6.50",
            "28.00",
            "0", "28.00", "2023年", "30.10", "0", "5.10", "25.00", "0", "25.00",
        ]
        let text = "甲岭县农业农村局2023年度“三公”经费公开\n单位：万元\n" + cells.joined(separator: separator) + "\n"
        let found = try read(text).figures
        #expect(found.isSuperset(of: ["reception.previous_amount  65000", "reception.amount  51000"]))
        #expect(found.isSuperset(of: ["vehicle_running.previous_amount  280000", "official_vehicles.amount  250000"]))
    }

    @Test("codes on lines of their own begin rows")
    func codeLines() throws {
        let cells = [
            "科目编码", "科目名称", "合计", "基本支出", "项目支出", "合计", "300.50", "200.50", "100.00", "201", "一般公共服务支出", "300.50",
            "200.50", "100.00",
            "2010301", "行政运行", "200.50", "200.50", "0.00", "2010302", "一般行政管理事务", "100.00", "0.00", "100.00",
        ]
        let text = "乙川局2024年部门预算\n一般公共预算支出表\n单位：万元\n" + cells.joined(separator: "\n") + "\n"
        let lines = try read(text).disclosure.lines
        #expect(lines.map(\.line.subject.code) == ["2010301", "2010302"])
    }

    @Test("where not every row closes with a bar, the last bar stands before a blank cell")
    func lastBar() throws {
        let text = """
            丙原市审计局2022年度部门决算
            支出决算表
            单位：万元
            科目编码 | 科目名称 | 本年支出合计 | 基本支出 | 项目支出
            合计 | | 805.10 | 600.10 | 205.00
            2010801 | 行政运行 | 600.10 | 600.10 |
            2010804 | 审计业务 | 205.00 | | 205.00
            """
        let (found, disclosure) = try read(text)
        #expect(found.contains("year_expenditure.amount  8051000"))
        #expect(disclosure.lines.map { $0.line.basic != nil } == [true, false])
    }
}
