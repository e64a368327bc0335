import FinalAccounts
import Foundation
import Testing

@testable import Disclosures

/// A made-up body's nine tables in the national form, printed three ways and kept as the words and positions
/// that poppler finds: codes spread over 类, 款, 项 or in one column, 行次 and 栏次, three tables side by side,
/// headers repeated on every page or not, budgets and actuals of the three public costs in two halves.
@Suite("Tables rebuilt from positions")
struct NationalFormTests {
    static let layouts = ["landscape-right", "portrait-centered", "landscape-large"]

    func content(_ layout: String) throws -> DocumentContent {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        let bytes = try Data(contentsOf: folder.appending(path: "Fixtures/national-form-\(layout).xhtml"))
        var parser = WordBoxParser(Array(bytes))
        return PDFContent.content(of: PageWords(parser.parse()).pages)
    }

    @Test("every cell of every layout is where it belongs", arguments: layouts)
    func cells(layout: String) throws {
        let disclosure = try DisclosureReader().read(content(layout), file: "form.pdf")
        let found = TableCells.found(disclosure.tables, withPages: false)
        let golden = try TableCells.golden("national-form-\(layout).csv", withPages: false)
        #expect(found.subtracting(golden).isEmpty)
        #expect(golden.subtracting(found).isEmpty)
        #expect(golden.count >= 200)
    }

    @Test("lines of both funds come from their tables, at the narrowest level", arguments: layouts)
    func lines(layout: String) throws {
        let lines = try DisclosureReader().read(content(layout), file: "form.pdf").lines
        #expect(lines.count == 11)
        #expect(lines.allSatisfy { $0.line.subject.level == .item && $0.line.subject.names.count == 3 })
        let capital = lines.filter { $0.line.fund == .stateCapital }
        #expect(capital.map(\.line.subject.code) == ["2230105"])
        #expect(capital.first?.line.project?.formatted(unit: .wan) == "9.79")
    }

    @Test("the body is named by the line over the tables")
    func unit() throws {
        let disclosure = try DisclosureReader().read(content("landscape-right"), file: "form.pdf")
        #expect(disclosure.unit?.name == "东湖市白石区城市管理局")
        #expect(disclosure.fiscalYear == FiscalYear(2022))
    }
}
