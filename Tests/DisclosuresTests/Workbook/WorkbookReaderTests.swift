import ContainerMaking
import Disclosures
import FinalAccounts
import Testing

@Suite("Cells of a workbook")
struct WorkbookReaderTests {
    private func sheet(
        _ xml: String, strings: [String] = [], styles: String = "", date1904: Bool = false
    ) throws -> WorkbookSheet {
        let maker = ContainerMaker.workbook(
            [("表", "visible", xml)], strings: strings, styles: styles, date1904: date1904)
        let workbook = try WorkbookReader().read(bytes: maker.bytes(), file: "test.xlsx")
        return try #require(workbook.sheets.first)
    }

    @Test("shared strings join their runs and leave phonetic readings out")
    func sharedStrings() throws {
        let sheet = try sheet(
            #"<sheetData><row r="2"><c r="B2" t="s"><v>1</v></c></row></sheetData>"#,
            strings: ["<t>a</t>", "<r><t>科目</t></r><r><t xml:space=\"preserve\">编码</t></r><rPh><t>kemu</t></rPh>"])
        #expect(sheet.cells.map(\.text) == ["科目编码"])
        #expect(sheet.cells.first?.reference == "B2")
    }

    @Test("inline strings, escapes, truth values and errors are told apart")
    func kinds() throws {
        let sheet = try sheet(
            """
            <sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>合_x000A_计</t></is></c><c r="B1" t="b"><v>1</v></c>\
            <c r="C1" t="e"><v>#REF!</v></c><c r="D1" t="s"><v>9</v></c><c r="E1"/></row></sheetData>
            """)
        #expect(sheet.cells.map(\.content) == [.text("合\n计"), .boolean(true), .error("#REF!"), .error("#REF!")])
    }

    @Test("a formula's cell holds the value that was computed when the file was saved")
    func formula() throws {
        let sheet = try sheet(
            #"<sheetData><row r="1"><c r="A1"><f>SUM(B1:B9)</f><v>1234.5</v></c><c r="B1" t="str"><f>"a"</f><v>甲</v></c></row></sheetData>"#
        )
        #expect(sheet.cells.map(\.text) == ["1234.5", "甲"])
        #expect(sheet.cells.allSatisfy { $0.isFormula })
    }

    @Test("cells and rows without a place follow the ones before them")
    func places() throws {
        let sheet = try sheet(
            "<sheetData><row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row></sheetData>")
        #expect(sheet.cells.map(\.reference) == ["A1", "B1", "A2"])
    }

    @Test("days and percentages are told by the format of the cell")
    func formats() throws {
        let styles = """
            <numFmts><numFmt numFmtId="180" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/></numFmts>\
            <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="180"/><xf numFmtId="10"/></cellXfs>
            """
        let xml = """
            <sheetData><row r="1"><c r="A1" s="1"><v>45291</v></c><c r="B1" s="2"><v>45291.25</v></c>\
            <c r="C1" s="3"><v>0.955</v></c><c r="D1" s="1"><v>1</v></c><c r="E1" s="1"><v>61</v></c></row></sheetData>
            """
        let sheet = try sheet(xml, styles: styles)
        #expect(sheet.cells.map(\.text) == ["2023-12-31", "2023-12-31 06:00:00", "0.955", "1900-01-01", "1900-03-01"])
        #expect(sheet.cells.map(\.isPercentage) == [false, false, true, false, false])
        let other = try self.sheet(xml, styles: styles, date1904: true)
        #expect(other.cells.first?.text == "2028-01-01")
    }

    @Test("merged cells, hidden sheets, rows and columns are said")
    func shape() throws {
        let xml = """
            <cols><col min="2" max="3" hidden="1"/></cols><sheetData><row r="1"><c r="A1"><v>1</v></c></row>\
            <row r="4" hidden="1"><c r="A4"><v>2</v></c></row></sheetData><mergeCells><mergeCell ref="A1:C2"/></mergeCells>
            """
        let maker = ContainerMaker.workbook([("甲", "visible", xml), ("乙", "veryHidden", "<sheetData/>")])
        let workbook = try WorkbookReader().read(bytes: maker.bytes(), file: "test.xlsx")
        #expect(workbook.sheets.map(\.isHidden) == [false, true])
        #expect(workbook.sheets[0].merged == [WorkbookSheet.MergedRange(rows: 1...2, columns: 1...3)])
        #expect(workbook.sheets[0].hiddenRows == [4])
        #expect(workbook.sheets[0].isHidden(column: 3) && !workbook.sheets[0].isHidden(column: 1))
    }

    @Test(
        "numbers stand as the file has them, without the noise of their binary form",
        arguments: [
            ("123.45999999999999", "123.46"), ("0.30000000000000004", "0.3"), ("11092.590000000002", "11092.59"),
            ("123.46", "123.46"), ("1.5E3", "1500"), ("1E-2", "0.01"), ("-0", "0"), ("-12.50", "-12.5"), ("007", "7"),
            ("12345678901234567", "12345678901234567"), ("123456789012345.67", "123456789012346"),
            ("99.9999999999999999", "100"), ("1.2345678901234E+14", "123456789012340"), ("5E-324", "0"),
            ("0.000001", "0.000001"), ("-9.9999999999999995E-3", "-0.01"),
        ])
    func numbers(_ text: String, _ expected: String) {
        #expect(WorkbookNumber.decimal(text) == expected)
    }

    @Test("what is no number is none", arguments: ["", "1e999", "abc", "1.2.3", "NaN", "1e", "--1", "1e400"])
    func noNumbers(_ text: String) {
        #expect(WorkbookNumber.decimal(text) == nil)
    }

    @Test(
        "a reason is read from a workbook of account lines as it is, whatever stands at its edges or breaks its lines",
        arguments: ["  两端有空白 ", "第一行_x000D_\n第二行", "=1+1", "他说\"好\"，走了"])
    func reasons(reason: String) throws {
        func cell(_ column: String, _ row: Int, _ text: String) -> String {
            let escaped = text.replacing("&", with: "&amp;").replacing("\"", with: "&quot;")
            return #"<c r="\#(column)\#(row)" t="inlineStr"><is><t xml:space="preserve">\#(escaped)</t></is></c>"#
        }
        let heads = zip(["A", "B", "C", "D", "E"], ["单位名称", "年度", "科目名称", "决算数（万元）", "原因"])
        let xml =
            "<sheetData><row r=\"1\">" + heads.map { cell($0, 1, $1) }.joined() + "</row><row r=\"2\">"
            + cell("A", 2, "甲镇") + "<c r=\"B2\"><v>2023</v></c>" + cell("C", 2, "行政运行") + "<c r=\"D2\"><v>12.5</v></c>"
            + cell("E", 2, reason) + "</row></sheetData>"
        let bytes = try ContainerMaker.workbook([("表", "visible", xml)]).bytes()
        let lines = try DisclosureReader().read(bytes: bytes, file: "lines.xlsx").lines
        #expect(lines.map(\.line.reason) == [reason.replacing("_x000D_", with: "\r")])
    }
}
