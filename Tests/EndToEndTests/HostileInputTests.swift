import ContainerMaking
import Foundation
import Testing

/// Files made to hurt, or broken on the way: one clear error each through the built binary, exit code 65, nothing
/// written. How long each takes and how much memory is measured by `scripts/bench.sh hostile`.
@Suite("Hostile input, through the built binary")
struct HostileInputTests {
    private func expectRefused(
        _ data: Data, as name: String, naming words: [String], status: Int32 = 65,
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let binary = try BuiltBinary()
        try data.write(to: binary.folder.appending(path: name))
        for arguments in [["import", "--ledger", "a.sqlite", name], ["read", name], ["check", name]] {
            let result = try binary.run(arguments, environment: ["JUESUAN_LANGUAGE": "en"])
            #expect(result.status == status, "\(arguments[0]): \(result.errors)", sourceLocation: sourceLocation)
            #expect(result.output.isEmpty, sourceLocation: sourceLocation)
            let lines = result.errors.split(separator: "\n")
            #expect(lines.count == 1, "\(arguments[0]): \(result.errors)", sourceLocation: sourceLocation)
            for word in [name] + words {
                #expect(
                    result.errors.contains(word), "\(word) is not in: \(result.errors)", sourceLocation: sourceLocation)
            }
        }
        #expect(try binary.names() == [name], sourceLocation: sourceLocation)
    }

    // MARK: PDF

    @Test("A PDF that was cut off")
    func truncated() throws {
        let data = SmallPDF(pages: 3).data
        try expectRefused(data.prefix(data.count / 2), as: "half.pdf", naming: ["%%EOF"])
    }

    @Test("A PDF whose middle is gone")
    func gutted() throws {
        let data = SmallPDF(pages: 3).data
        try expectRefused(
            data.prefix(20) + Data(repeating: 0x20, count: 300) + Data("%%EOF\n".utf8), as: "gutted.pdf",
            naming: ["PDF"])
    }

    @Test("A PDF behind a password")
    func encrypted() throws {
        try expectRefused(SmallPDF(pages: 1).encrypted().data, as: "closed.pdf", naming: ["encrypted", "password"])
    }

    @Test("A PDF without pages")
    func noPages() throws {
        try expectRefused(SmallPDF(pages: 0).data, as: "none.pdf", naming: ["PDF"])
    }

    @Test("A PDF of 10,000 pages")
    func manyPages() throws {
        try expectRefused(SmallPDF(pages: 10_000).data, as: "long.pdf", naming: ["2000 pages"])
    }

    @Test("A picture named .pdf", arguments: ["89504E470D0A1A0A0000000D49484452", "FFD8FFE000104A464946"])
    func picture(hexadecimal: String) throws {
        let digits = Array(hexadecimal)
        let bytes = stride(from: 0, to: digits.count, by: 2).compactMap {
            UInt8(String(digits[$0...$0 + 1]), radix: 16)
        }
        try expectRefused(Data(bytes) + Data(count: 100), as: "scan.pdf", naming: ["picture"])
    }

    // MARK: Containers

    private func package(_ main: String, _ xml: String) -> ContainerMaker {
        var maker = ContainerMaker()
        maker.add(
            "_rels/.rels",
            "<Relationships><Relationship Id=\"r\" Type=\"x/officeDocument\" Target=\"\(main)\"/></Relationships>")
        maker.add(main, xml)
        return maker
    }

    @Test("A string that is stored once and stands in thousands of cells")
    func repeatedText() throws {
        let text = String(repeating: "决算", count: 40_000)
        let rows = (1...200).map { "<row r=\"\($0)\"><c r=\"A\($0)\" t=\"s\"><v>0</v></c></row>" }.joined()
        let sheet = "<worksheet><sheetData>\(rows)</sheetData></worksheet>"
        let maker = ContainerMaker.workbook([("表", "visible", sheet)], strings: ["<t>\(text)</t>"])
        try expectRefused(Data(try maker.bytes()), as: "long.xlsx", naming: ["too much text"])
    }

    @Test("A page of thousands of tables")
    func manyTables() throws {
        let table = "<table><tr><td>项目</td><td>决算数</td></tr><tr><td>a</td><td>1</td></tr></table>"
        let page = "<html><body>" + String(repeating: table, count: 4001) + "</body></html>"
        try expectRefused(Data(page.utf8), as: "many.html", naming: ["4001 tables"])
    }

    @Test("A workbook of a hundred thousand rows that are no account lines is through in seconds")
    func manyRows() throws {
        let rows = (1...100_000).map { "<row r=\"\($0)\"><c r=\"A\($0)\"><v>1</v></c></row>" }.joined()
        let sheet = "<worksheet><sheetData>\(rows)</sheetData></worksheet>"
        let binary = try BuiltBinary()
        try Data(try ContainerMaker.workbook([("表", "visible", sheet)]).bytes()).write(
            to: binary.folder.appending(path: "rows.xlsx"))
        let clock = ContinuousClock.now
        #expect(try binary.run("read", "rows.xlsx").status == 65)
        // It took minutes when every row looked for the widest; a debug build on a busy machine takes some seconds.
        #expect(ContinuousClock.now - clock < .seconds(60))
    }

    @Test("A container that unpacks to far more than it is", arguments: ["xl/workbook.xml", "word/document.xml"])
    func zipBomb(part: String) throws {
        let maker = package(part, "<a>" + String(repeating: " ", count: 24 << 20) + "</a>")
        let bytes = try maker.bytes()
        #expect(bytes.count < 100_000)
        try expectRefused(Data(bytes), as: "bomb.xlsx", naming: ["densely"])
    }

    @Test("A container that was cut off")
    func truncatedContainer() throws {
        let bytes = try package("xl/workbook.xml", "<workbook/>").bytes()
        try expectRefused(Data(bytes.prefix(bytes.count / 2)), as: "half.xlsx", naming: ["cut off"])
    }

    @Test(
        "A container that names a file outside of itself",
        arguments: ["../../evil.sh", "/etc/passwd", "a\\..\\b", "C:/x"])
    func pathTraversal(name: String) throws {
        var maker = package("xl/workbook.xml", "<workbook/>")
        maker.add(name, "x")
        try expectRefused(Data(try maker.bytes()), as: "out.xlsx", naming: ["outside of itself"])
    }

    @Test("A container of five thousand parts is counted, not read")
    func manyParts() throws {
        var maker = package("xl/workbook.xml", "<workbook/>")
        for number in 0..<5_000 { maker.add("p\(number)", "") }
        try expectRefused(Data(try maker.bytes()), as: "many.xlsx", naming: ["5002 parts"])
    }

    @Test(
        "Entities that grow, or that read files", arguments: ["xl/workbook.xml", "word/document.xml"],
        [
            "<!DOCTYPE a [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\"><!ENTITY d \"&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;\"><!ENTITY e \"&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;\"><!ENTITY f \"&e;&e;&e;&e;&e;&e;&e;&e;&e;&e;\"><!ENTITY g \"&f;&f;&f;&f;&f;&f;&f;&f;&f;&f;\">]><a x=\"&g;\">&g;</a>",
            "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><a>&x;</a>",
            "<!DOCTYPE a SYSTEM \"http://127.0.0.1:1/a.dtd\"><a/>",
        ])
    func entities(part: String, xml: String) throws {
        try expectRefused(Data(try package(part, xml).bytes()), as: "entities.docx", naming: [part])
    }

    @Test("XML nested ten thousand deep")
    func deepXML() throws {
        let xml = String(repeating: "<a>", count: 10_000) + String(repeating: "</a>", count: 10_000)
        try expectRefused(
            Data(try package("word/document.xml", xml).bytes()), as: "deep.docx", naming: ["document.xml"])
    }

    @Test("An archive and an empty container are no documents")
    func archives() throws {
        var maker = ContainerMaker()
        maker.add("readme.txt", "x")
        try expectRefused(Data(try maker.bytes()), as: "a.docx", naming: ["ZIP archive"])
        try expectRefused(Data([0x1F, 0x8B, 8, 0]) + Data(count: 40), as: "a.xlsx", naming: ["gzip"])
        try expectRefused(Data("Rar!\u{1A}\u{07}".utf8), as: "a.doc", naming: ["RAR"])
    }

    @Test("An old office file that was cut off, and an encrypted document of today")
    func compoundFiles() throws {
        let head = Data([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) + Data(count: 504)
        try expectRefused(head, as: "old.doc", naming: ["old office file"])
        var entry = Data("EncryptedPackage".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })
        let length = UInt8(entry.count + 2)
        entry += Data(count: 64 - entry.count) + Data([length, 0]) + Data(count: 62)
        try expectRefused(head + entry, as: "closed.xlsx", naming: ["encrypted"])
    }

    @Test("Groups of RTF nested beyond any word processor's are refused before LibreOffice sees them")
    func deepGroups() throws {
        let deep =
            "{\\rtf1\\ansi " + String(repeating: "{\\b \\{", count: 501) + "x" + String(repeating: "}", count: 502)
        try expectRefused(Data(deep.utf8), as: "deep.rtf", naming: ["nested more than 500 deep"])
    }

    // MARK: Text

    @Test("A text of 500 MB is refused by its size")
    func hugeText() throws {
        let binary = try BuiltBinary()
        let path = binary.folder.appending(path: "huge.txt")
        try Data("2023年度部门决算\n".utf8).write(to: path)
        let handle = try FileHandle(forWritingTo: path)
        try handle.truncate(atOffset: 500 << 20)
        try handle.close()
        let result = try binary.run("import", "--ledger", "a.sqlite", "huge.txt")
        #expect(result.status == 65)
        #expect(result.errors.contains("500 MB"))
        #expect(try binary.names() == ["huge.txt"])
    }

    @Test("Surrogates that stand alone are named with their place")
    func loneSurrogates() throws {
        let text = "某某局2023年度部门决算\n"
        try expectRefused(Data(text.utf8) + Data([0xED, 0xA0, 0x80]), as: "a.txt", naming: ["byte", "UTF-8"])
        var wide = Data([0xFF, 0xFE]) + Data(text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })
        wide += Data([0x00, 0xD8, 0x41, 0x00])
        try expectRefused(wide, as: "b.txt", naming: ["byte", "UTF-16"])
    }

    @Test("HTML nested a hundred thousand deep")
    func deepHTML() throws {
        let text = "<html><body>" + String(repeating: "<div>", count: 100_000) + "2023年度部门决算"
        try expectRefused(Data(text.utf8), as: "deep.html", naming: ["nested"])
    }

    @Test("Cells that say they span the world cost nothing")
    func wideSpans() throws {
        let row = "<tr>" + String(repeating: "<td rowspan=65534 colspan=1000>1</td>", count: 200) + "</tr>"
        let text = "<html><body>2023年度部门决算<table>" + String(repeating: row, count: 50) + "</table>"
        try expectRefused(Data(text.utf8), as: "wide.html", naming: ["wide.html"])
    }

    // MARK: Names

    @Test("A workbook named .pdf is read as what it is, and that is said")
    func wrongEnding() throws {
        let xml = """
            <sheetData><row><c t="inlineStr"><is><t>一般公共预算财政拨款支出决算表</t></is></c></row><row><c t="inlineStr"><is>\
            <t>部门：某某局</t></is></c><c t="inlineStr"><is><t>2023年度</t></is></c><c t="inlineStr"><is><t>单位：万元</t></is></c>\
            </row><row><c t="inlineStr"><is><t>科目编码</t></is></c><c t="inlineStr"><is><t>科目名称</t></is></c>\
            <c t="inlineStr"><is><t>决算数</t></is></c></row><row><c><v>2050202</v></c><c t="inlineStr"><is><t>小学教育</t></is>\
            </c><c><v>90.5</v></c></row></sheetData>
            """
        let binary = try BuiltBinary()
        try Data(try ContainerMaker.workbook([("表", "visible", xml)]).bytes()).write(
            to: binary.folder.appending(path: "a.pdf"))
        let result = try binary.run("read", "--format", "json", "a.pdf")
        #expect(result.status == 0, "\(result.errors)")
        #expect(result.output.contains("wrong_ending") && result.output.contains("\"905000\""))
    }
}
