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
}
