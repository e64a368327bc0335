import ContainerMaking
import FinalAccounts
import OfficialForm
import Platform
import Testing

@testable import Disclosures

@Suite("Units and numbers of tables")
struct TableUnitsTests {
    private func page(_ caption: String, head: String = "本年支出合计", amount: String = "1,500.00") -> [UInt8] {
        Array(
            """
            <html><body><p>2023年度一般公共预算财政拨款支出决算表</p><table><tr><td>部门：壬县水务局</td><td></td><td>\(caption)</td></tr>
            <tr><td>科目编码</td><td>科目名称</td><td>\(head)</td></tr><tr><td></td><td>合计</td><td>\(amount)</td></tr>
            <tr><td>2130301</td><td>行政运行</td><td>\(amount)</td></tr></table></body></html>
            """.utf8)
    }

    @Test(
        "the caption says the unit",
        arguments: [
            ("单位：元", 150_000), ("单位：千元", 150_000_000), ("金额单位：万元", 1_500_000_000), ("单位：百万元", 150_000_000_000),
            ("（单位：亿元）", 15_000_000_000_000),
        ])
    func captions(caption: String, minorUnits: Int64) throws {
        let disclosure = try DisclosureReader().read(bytes: page(caption), file: "page.html")
        #expect(disclosure.lines.map(\.line.actual) == [Amount(minorUnits: minorUnits)])
    }

    @Test(
        "a title may have the unit behind it in its own cell", arguments: [("元", "864218000"), ("万元", "8642180000000")])
    func titleWithUnit(unit: String, minorUnits: String) throws {
        let html = """
            <html><body><p>壬镇人民政府2021年部门预算</p><table>
            <tr><td colspan="4">2021年部门收支总表　　单位：\(unit)</td></tr>
            <tr><td>收入项目</td><td>预算数</td><td>支出项目</td><td>预算数</td></tr>
            <tr><td>一、一般公共预算拨款收入</td><td>8,642,180.00</td><td>一、一般公共服务支出</td><td>8,642,180.00</td></tr>
            <tr><td>收入总计</td><td>8,642,180.00</td><td>支出总计</td><td>8,642,180.00</td></tr></table></body></html>
            """
        let disclosure = try DisclosureReader().read(bytes: Array(html.utf8), file: "page.html")
        let total = disclosure.figures.first { $0.measure == Measure(.incomeTotal, .budget) }
        #expect(total.map { String($0.value.amount?.minorUnits ?? 0) } == minorUnits)
        #expect(!disclosure.diagnostics.contains { $0.kind == .assumedUnit })
    }

    @Test("the head of a column says it where no caption does; a table that says none is read with a note")
    func heads() throws {
        let headed = try DisclosureReader().read(bytes: page("", head: "本年支出合计（千元）"), file: "page.html")
        #expect(headed.lines.map(\.line.actual) == [Amount(minorUnits: 150_000_000)])
        let bare = try DisclosureReader().read(bytes: page(""), file: "page.html")
        #expect(bare.diagnostics.contains { $0.kind == .assumedUnit })
    }

    @Test("amounts of another currency are no amounts", arguments: ["单位：美元", "单位：万港元", "（单位：欧元）"])
    func foreign(caption: String) throws {
        let disclosure = try DisclosureReader().read(bytes: page(caption), file: "page.html")
        #expect(disclosure.figures.isEmpty && disclosure.lines.isEmpty)
        #expect(disclosure.diagnostics.contains { $0.kind == .unplacedFigure })
    }

    @Test(
        "a comma is a separator before three digits or four alone",
        arguments: ["1234,5", "12,34", "1,23456", "1,2,345"])
    func separators(text: String) {
        #expect(DecimalText(text) == nil)
    }

    @Test("thousands and 万 may be set off")
    func grouping() {
        #expect(DecimalText("1,234,567.80")?.digits == 123_456_780)
        #expect(DecimalText("12,3456")?.digits == 123_456)
    }

    private func workbook(_ xml: String, styles: String = "") throws -> Disclosure {
        let bytes = try ContainerMaker.workbook([("表", "visible", xml)], strings: [], styles: styles, date1904: false)
            .bytes()
        return try DisclosureReader().read(bytes: bytes, file: "book.xlsx")
    }

    private func text(_ place: String, _ words: String) -> String {
        #"<c r="\#(place)" t="inlineStr"><is><t>\#(words)</t></is></c>"#
    }

    private func sheet(_ amount: (String) -> String) -> String {
        "<sheetData><row r=\"1\">" + text("A1", "2023年度一般公共预算财政拨款支出决算表") + "</row><row r=\"2\">"
            + text("A2", "部门：癸县林业局")
            + text("C2", "单位：万元") + "</row><row r=\"3\">" + text("A3", "科目编码") + text("B3", "科目名称") + text("C3", "合计")
            + "</row><row r=\"4\">" + text("A4", "2130204") + text("B4", "事业机构") + amount("C4") + "</row></sheetData>"
    }

    @Test(
        "numbers are read as their format shows them, and that is said",
        arguments: [("0!.0000", "9000000"), ("#,##0.00,", "900000")])
    func scaled(code: String, stored: String) throws {
        let styles =
            #"<numFmts><numFmt numFmtId="180" formatCode="\#(code)"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="180"/></cellXfs>"#
        let disclosure = try workbook(sheet { #"<c r="\#($0)" s="1"><v>\#(stored)</v></c>"# }, styles: styles)
        #expect(disclosure.lines.map(\.line.actual) == [Amount(minorUnits: 900_000_000)])
        #expect(disclosure.diagnostics.contains { $0.kind == .rounded })
    }

    @Test("formulas whose values were never stored are named, and count as not placed")
    func formulas() throws {
        let xml = sheet { #"<c r="\#($0)"><f>SUM(D1:D9)</f></c><c r="D4"><v>1.5</v></c>"# }
        let bytes = try ContainerMaker.workbook([("表", "visible", xml)], strings: [], styles: "", date1904: false)
            .bytes()
        let content = WorkbookContent.content(of: try WorkbookReader().read(bytes: bytes, file: "book.xlsx"))
        #expect(content.diagnostics.contains { $0.kind == .formulaWithoutValue && $0.message.en.contains("C4") })
        let disclosure = Disclosure(file: "book.xlsx", diagnostics: content.diagnostics)
        #expect(disclosure.unplacedCount == 1)
    }

    @Test("account lines are read from a workbook as from CSV")
    func accountLines() throws {
        let xml =
            "<sheetData><row r=\"1\">" + text("A1", "单位名称") + text("B1", "年度") + text("C1", "科目编码") + text("D1", "科目名称")
            + text("E1", "决算数（万元）") + "</row><row r=\"2\">" + text("A2", "子县审计局")
            + #"<c r="B2"><v>2023</v></c><c r="C2"><v>2010801</v></c>"# + text("D2", "行政运行")
            + #"<c r="E2"><v>12.5</v></c></row></sheetData>"#
        let disclosure = try workbook(xml)
        #expect(disclosure.kind == .accountLines)
        #expect(disclosure.lines.map(\.line.actual) == [Amount(minorUnits: 12_500_000)])
        #expect(disclosure.lines.first?.line.subject.code == "2010801")
    }
}
