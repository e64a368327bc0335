import Foundation
import Platform
import Testing

@testable import Reporting

@Suite("Documents for word processors and print")
struct DocumentConverterTests {
    private static let text = """
        第三部分 示例街道2023年度部门决算情况说明
        一、收入支出决算总体情况说明
        2023年度收、支总计均为11092.59万元，主要原因是＿＿＿＿。
        （一）一般公共预算 <总体> 情况
        （二）其中：公用经费10万元。
        1.教育支出（类）21万元，占0.19%。
        一、二两项合计见附表。
        """

    @Test("Headings are told from sentences by number and ending")
    func blocks() {
        let lines = Self.text.split(separator: "\n").map(String.init)
        #expect(
            NarrativeDocument(Self.text).blocks == [
                .title(lines[0]), .heading(lines[1]), .paragraph(lines[2]), .subheading(lines[3]),
                .paragraph(lines[4]), .paragraph(lines[5]), .paragraph(lines[6]),
            ])
    }

    @Test("Blanks are marked and words escaped")
    func html() {
        let markup = NarrativeDocument(Self.text).html(blank: "＿＿＿＿").markup
        #expect(markup.contains("主要原因是<span class=\"blank\">＿＿＿＿</span>。</p>"))
        #expect(markup.contains("&lt;总体&gt;"))
    }

    @Test(
        "The DOCX holds every line of the text",
        .enabled(
            if: (Tool.path(of: "soffice") ?? Tool.path(of: "pandoc")) != nil && Tool.path(of: "unzip") != nil,
            "neither LibreOffice nor pandoc is installed"))
    func docx() throws {
        try TemporaryFolder.with { folder in
            let file = folder.appending(path: "说明.docx")
            try DocumentConverter().writeDOCX(NarrativeDocument(Self.text), to: file.path)
            let unzip = try #require(Tool.path(of: "unzip"))
            #expect(try Tool.run(unzip, ["-q", file.path, "-d", folder.path]) == 0)
            let xml = try String(contentsOf: folder.appending(path: "word/document.xml"), encoding: .utf8)
            let words = xml.replacing(/<[^>]*>/, with: "")
            for line in Self.text.split(separator: "\n") {
                #expect(words.contains(HTML.escaped(String(line)).markup))
            }
        }
    }

    @Test("The report prints as PDF", .enabled(if: Tool.path(of: "chromium") != nil, "Chromium is not installed"))
    func pdf() throws {
        try TemporaryFolder.with { folder in
            let file = folder.appending(path: "report.pdf")
            try DocumentConverter().writePDF(
                html: try SampleAccounts.report(.zhHans).html(chartScript: nil), to: file.path)
            let bytes = try Data(contentsOf: file)
            #expect(bytes.starts(with: Data("%PDF-".utf8)))
            #expect(bytes.count > 20_000)
        }
    }

    @Test("A target that cannot be written is an error and leaves nothing behind")
    func cannotWrite() throws {
        try TemporaryFolder.with { folder in
            let path = folder.appending(path: "none/a.docx").path
            #expect(throws: (any Error).self) {
                try DocumentConverter().writeDOCX(NarrativeDocument(Self.text), to: path)
            }
            let left = try FileManager.default.contentsOfDirectory(atPath: folder.path)
            #expect(left == [])
        }
    }
}
