import FinalAccounts
import Foundation
import Testing

@testable import Disclosures

/// Inputs that fuzzing found a fault with; each is as short as it could be made.
@Suite("Faults that fuzzing found")
struct FuzzFaultTests {
    @Test("the label of the body broken over two lines", arguments: ["部门\n：某某区教育局", "编制单\n位：某某区教育局", "部门：", "部门：\n"])
    func labelOverTwoLines(text: String) throws {
        let document = text + "\n2023年度部门决算支出决算为90.50万元\n"
        let disclosure = try? DisclosureReader().read(bytes: Array(document.utf8), file: "a.txt")
        #expect(disclosure?.unit.map { $0.name == "某某区教育局" } ?? true)
    }

    @Test("an item whose name begins in the words of the item before")
    func overlappingItems() throws {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        let bytes = [UInt8](try Data(contentsOf: folder.appending(path: "Fixtures/fuzz-overlapping-items.txt")))
        let content = DocumentContent(lines: PlainText.lines(TextDecoding.scalars(bytes)))
        let options = ReadOptions(fiscalYear: FiscalYear(2023))
        _ = try? DisclosureReader(options: options).read(content, file: "a.txt")
        let text = "某某局2023年度部门决算\n六、一般公共预算财政拨款支出决算情况说明\n1.教育支出（类）甲事务（款）乙事务（款）支出决算为1.00万元。\n"
        _ = try? DisclosureReader().read(bytes: Array(text.utf8), file: "a.txt")
    }

    @Test("columns of codes that letters without height set on one another")
    func columnsOnOneAnother() throws {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        let bytes = [UInt8](try Data(contentsOf: folder.appending(path: "Fixtures/fuzz-code-columns.xhtml")))
        var parser = WordBoxParser(bytes)
        let pages = parser.parse()
        #expect(pages.flatMap(\.words).allSatisfy { $0.xMin <= $0.xMax && $0.yMin <= $0.yMax })
        _ = PDFContent.content(of: PageWords(pages).pages)
    }

    @Test("a label of a flattened table with nothing behind its mark", arguments: ["", "其中:", "1、", "(一)", "总"])
    func bareMark(words: String) {
        #expect(FlattenedTable.label(words, behind: nil) == nil)
    }

    @Test("a page of words that ends inside of a word", arguments: 0..<120)
    func tornWord(length: Int) {
        let page =
            "<doc>\n<page width=\"594.9\" height=\"841.9\">\n<word xMin=\"48.7\" yMin=\"35.5\" xMax=\"397.4\" yMax=\"82.3\">甲</word>"
        var parser = WordBoxParser(Array(page.utf8.prefix(length)))
        #expect(parser.parse().count <= 1)
    }
}
