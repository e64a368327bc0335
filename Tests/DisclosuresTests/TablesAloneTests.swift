import Testing

@testable import Disclosures

@Suite("The tables of a body's accounts without their text")
struct TablesAloneTests {
    private func table(_ title: String, _ rows: String) -> String {
        "<p>\(title)</p><p>部门：柳塘镇财政所</p><p>2023年度</p><p>单位：万元</p><table>\(rows)</table>"
    }

    private let costs =
        "<tr><td>合计<td>因公出国（境）费<td>公务接待费</tr><tr><td>3.20<td>1.20<td>2.00</tr>"
    private let subjects = """
        <tr><td>科目编码<td>科目名称<td>合计<td>基本支出<td>项目支出</tr><tr><td colspan=2>合计<td>52.00<td>52.00<td></tr>\
        <tr><td>2010601<td>行政运行<td>52.00<td>52.00<td></tr>
        """

    private func kind(_ tables: String) throws -> DisclosureKind {
        try DisclosureReader().read(
            bytes: Array("<html><meta charset=utf-8><body>\(tables)</body></html>".utf8), file: "a.html"
        ).kind
    }

    @Test("They are accounts, also where that of the three costs is among them and is named first or last")
    func accounts() throws {
        let cost = table("2023年度财政拨款“三公”经费支出决算表", costs)
        let main = table("2023年度一般公共预算财政拨款支出决算表", subjects)
        for tables in [main + cost, cost + main, "<p>“三公”经费等公开表目录</p>" + cost + main] {
            #expect(try kind(tables) == .finalAccounts)
        }
        #expect(try kind(cost) == .threePublic)
    }

    @Test("A row that a copy without its blank cells left a number for a name is no row, and its figures are said")
    func displaced() throws {
        let text = """
            柳塘镇卫生院2017年度部门决算
            《收入支出决算总表》
            单位名称:柳塘镇卫生院 单位:万元
            收入 | 支出 | ||||
            项目 | 行次 | 金额 | 项目 | 行次 | 金额 |
            栏次 | 1 | 栏次 | 2 | ||
            一、财政拨款收入 | 1 | 286.45 | 一、一般公共服务支出 | 28 | |
            三、事业收入 | 3 | 642.30 | 三、国防支出 | 30 | |
            7 | 七、文化体育与传媒支出 | 34 | |||
            8 | 八、社会保障和就业支出 | 35 | 42.18 |||
            本年收入合计 | 23 | 928.75 | 本年支出合计 | 50 | 928.75 |
            总计 | 27 | 928.75 | 总计 | 54 | 928.75 |
            """
        let disclosure = try DisclosureReader().read(bytes: Array(text.utf8), file: "a.txt")
        let labels = disclosure.tables.flatMap(\.rows).map(\.label)
        #expect(!labels.contains { $0.allSatisfy { $0.isNumber || $0 == "." } }, "\(labels)")
        #expect(disclosure.diagnostics.contains { $0.quote.contains("42.18") })
    }
}
