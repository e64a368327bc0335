import ContainerMaking
import Disclosures
import FinalAccounts
import SyntheticDisclosures
import Testing

@Suite("Documents of word processors and web sites")
struct MarkupTests {
    private let sentence = "1.教育支出（类）普通教育（款）小学教育（项）。年初预算为100.00万元，支出决算为90.50万元，完成年初预算的90.50%。"

    private func read(_ body: String, numbering: String? = nil) throws -> Disclosure {
        let head = FormFiles.paragraph("某某局2023年度部门决算") + FormFiles.paragraph("六、一般公共预算财政拨款支出决算情况说明")
        let bytes = try FormFiles.package(head + body, numbering: numbering).bytes()
        return try DisclosureReader().read(bytes: bytes, file: "a.docx")
    }

    @Test("deleted text is left out and inserted text is read")
    func revisions() throws {
        let body = """
            <w:p><w:r><w:t>1.教育支出（类）普通教育（款）小学教育（项）。年初预算为100.00万元，支出决算为</w:t></w:r>\
            <w:del><w:r><w:delText>80.00</w:delText></w:r></w:del><w:ins><w:r><w:t>90.50</w:t></w:r></w:ins>\
            <w:r><w:t>万元，完成年初预算的90.50%。</w:t></w:r></w:p>
            """
        #expect(try read(body).lines.map { $0.statedActual?.text } == ["90.50万元"])
    }

    @Test("a text box is read once, not in its second form as well")
    func textBox() throws {
        let box = FormFiles.paragraph(sentence)
        let body = """
            <w:p><w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">\
            <mc:Choice><w:txbxContent>\(box)</w:txbxContent></mc:Choice>\
            <mc:Fallback><w:txbxContent>\(box)</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r></w:p>
            """
        #expect(try read(body).lines.count == 1)
    }

    @Test("numbers that the word processor draws are put before their paragraphs")
    func numbering() throws {
        let numbering = """
            <w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/>\
            <w:lvlText w:val="（%1）"/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/>\
            <w:lvlText w:val="%2."/></w:lvl></w:abstractNum><w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num>
            """
        func item(_ level: Int, _ text: String) -> String {
            "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"\(level)\"/><w:numId w:val=\"3\"/></w:numPr></w:pPr><w:r><w:t>\(text)</w:t></w:r></w:p>"
        }
        let body =
            item(0, "总体情况") + item(0, "具体情况") + item(1, "第一") + item(1, String(sentence.dropFirst(2))) + item(0, "其他")
            + item(1, "又一")
        let disclosure = try read(body, numbering: numbering)
        let text = String(String.UnicodeScalarView(disclosure.text.printed))
        for words in ["（一）总体情况", "（二）具体情况1.第一2.教育支出", "（三）其他1.又一"] { #expect(text.contains(words)) }
        #expect(disclosure.lines.count == 1)
    }

    @Test("a page's scripts, styles and hidden parts are not read, and layout tables are looked through")
    func page() throws {
        let html = """
            <html><body><table><tr><td><div>某某局2023年度部门决算</div></td></tr><tr><td>
            <p>六、一般公共预算财政拨款支出决算情况说明</p><p>1.教育支出（类）普通教育（款）<br>小学教育（项）。年初预算为100.00
              万元，支出决算为<b>90.50</b>万元，完成年初预算的90.50%。</p>
            <div style="display: none">支出决算为1.00万元</div><script>"支出决算为2.00万元"</script>
            </td></tr></table></body></html>
            """
        let disclosure = try DisclosureReader().read(bytes: Array(html.utf8), file: "a.htm")
        #expect(disclosure.lines.map { $0.statedActual?.text } == ["90.50万元"])
        let text = String(String.UnicodeScalarView(disclosure.text.printed))
        #expect(!text.contains("1.00万元") && !text.contains("2.00万元"))
    }

    @Test("an XLS that is an HTML page is read as what it is, and that is said")
    func wrongEnding() throws {
        let html = """
            <html><head><meta charset="utf-8"></head><body><table><tr><td colspan=4>一般公共预算财政拨款支出决算表</td></tr>
            <tr><td>部门：某某局</td><td>2023年度</td><td colspan=2>单位：元</td></tr>
            <tr><td>科目编码</td><td>科目名称</td><td>年初预算数</td><td>决算数</td></tr>
            <tr><td>2050202</td><td>小学教育</td><td>1,000,000.00</td><td>905,000.00</td></tr></table></body></html>
            """
        let disclosure = try DisclosureReader().read(bytes: Array(html.utf8), file: "决算.xls")
        #expect(disclosure.diagnostics.map(\.kind) == [.wrongEnding])
        #expect(disclosure.lines.map(\.line.actual) == [try Amount(parsing: "905000", unit: .yuan)])
        #expect(disclosure.lines.first?.statedInitialBudget?.amount == (try Amount(parsing: "1000000", unit: .yuan)))
    }

    @Test("a workbook says what it hides, and leaves hidden sheets out")
    func hiddenParts() throws {
        func xml(_ amount: String, hidden: Bool) -> String {
            let rows = [
                ["一般公共预算财政拨款支出决算表"], ["部门：某某局", "2023年度", "单位：万元"], ["科目编码", "科目名称", "年初预算数", "决算数"],
                ["2050202", "小学教育", "100", amount], ["2050203", "初中教育", "50.5", "60"],
            ]
            let data = rows.enumerated().map { index, row in
                "<row r=\"\(index + 1)\"\(hidden && index == 4 ? " hidden=\"1\"" : "")>"
                    + row.enumerated().map { column, text in
                        column > 1 && index > 2
                            ? "<c><v>\(text)</v></c>" : "<c t=\"inlineStr\"><is><t>\(text)</t></is></c>"
                    }.joined() + "</row>"
            }
            return "<sheetData>\(data.joined())</sheetData>"
        }
        let maker = ContainerMaker.workbook([
            ("表", "visible", xml("90.549999999999997", hidden: true)), ("旧", "hidden", xml("1", hidden: false)),
        ])
        let disclosure = try DisclosureReader().read(bytes: maker.bytes(), file: "a.xlsx")
        #expect(disclosure.diagnostics.map(\.kind) == [.hiddenPart, .hiddenPart])
        #expect(disclosure.tables.map(\.sheet) == ["表"])
        #expect(disclosure.lines.map { $0.statedActual?.text } == ["90.55万元", "60.00万元"])
        #expect(disclosure.lines.map { $0.statedInitialBudget?.text } == ["100.00万元", "50.50万元"])
    }

    @Test("the three public costs are read with their parts down the side as well")
    func threePublicDownTheSide() throws {
        let csv = """
            2023年度财政拨款“三公”经费支出决算表,,
            部门：某某局,,单位：万元
            项目,预算数,决算数
            “三公”经费合计,10.00,8.50
            1.因公出国（境）费,0.00,0.00
            2.公务接待费,2.00,1.50
            3.公务用车购置及运行维护费,8.00,7.00
            其中：公务用车购置费,0.00,0.00
            公务用车运行维护费,8.00,7.00
            """
        let disclosure = try DisclosureReader().read(bytes: Array(csv.utf8), file: "a.csv")
        let row = try #require(disclosure.tables.first?.rows.first)
        #expect(row.amount(.threePublicActual) == (try Amount(parsing: "8.5", unit: .wan)))
        #expect(row.amount(.receptionBudget) == (try Amount(parsing: "2", unit: .wan)))
        #expect(row.amount(.vehiclesActual) == (try Amount(parsing: "7", unit: .wan)))
        #expect(row.amount(.vehicleRunningBudget) == (try Amount(parsing: "8", unit: .wan)))
    }

    @Test("a table of subjects without a title is told by its header; the year is then given")
    func untitled() throws {
        let csv = "科目编码,科目名称,年初预算数（万元）,2023年决算数（万元）\n205,教育支出,,90.5\n20502,普通教育,,90.5\n2050202,小学教育,100,90.5\n"
        let options = ReadOptions(unit: BudgetUnit("某局"), fiscalYear: FiscalYear(2023))
        let disclosure = try DisclosureReader(options: options).read(bytes: Array(csv.utf8), file: "a.csv")
        #expect(disclosure.lines.map { $0.line.subject.names } == [["教育支出", "普通教育", "小学教育"]])
        #expect(disclosure.lines.first?.statedInitialBudget?.amount == (try Amount(parsing: "100", unit: .wan)))
    }

    @Test("a fraction of 分 that a formula left is rounded, and that is said")
    func rounding() throws {
        let xml = """
            <sheetData><row><c t="inlineStr"><is><t>2023年度一般公共预算财政拨款支出决算表</t></is></c></row><row>\
            <c t="inlineStr"><is><t>科目编码</t></is></c><c t="inlineStr"><is><t>科目名称</t></is></c>\
            <c t="inlineStr"><is><t>决算数（元）</t></is></c></row><row><c><v>2050202</v></c><c t="inlineStr"><is><t>小学教育</t>\
            </is></c><c><v>33.333333333333336</v></c></row></sheetData>
            """
        let bytes = try ContainerMaker.workbook([("表", "visible", xml)]).bytes()
        let disclosure = try DisclosureReader().read(bytes: bytes, file: "a.xlsx")
        #expect(disclosure.lines.map { $0.statedActual?.text } == ["33.33元"])
        #expect(disclosure.diagnostics.map(\.kind) == [.rounded])
    }

    @Test("body and unit of money on one line of a caption are told apart", arguments: ["　　", "    ", "\t"])
    func captionOnOneLine(gap: String) throws {
        let csv = """
            2023年度一般公共预算财政拨款支出决算表;;
            编制单位：某某区教育局\(gap)金额单位：元;;
            科目编码;科目名称;决算数
            2050202;小学教育;905000.00
            """
        let disclosure = try DisclosureReader().read(bytes: Array(csv.utf8), file: "a.csv")
        #expect(disclosure.unit?.name == "某某区教育局")
        #expect(disclosure.tables.map(\.unit) == [.yuan])
    }

    @Test("account lines are read as what they are")
    func accountLines() throws {
        let csv = "unit,fiscal_year,subject_code,subject_name,actual\n某局,2023,2050202,小学教育,905000.00\n"
        let disclosure = try DisclosureReader().read(bytes: Array(csv.utf8), file: "a.csv")
        #expect(disclosure.kind == .accountLines)
        #expect(disclosure.lines.count == 1)
    }
}
