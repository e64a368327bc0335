import Disclosures
import FinalAccounts
import SyntheticDisclosures
import Testing

/// The tables of the real disclosures, written in every kind of file and read back: the same cells must come out.
@Suite("The nine tables in every kind of file", .enabled(if: SharedData.isPresent, SharedData.reason))
struct ContainerRoundTripTests {
    static let documents = PutuoTests.documents

    private func original(_ name: String) throws -> Disclosure {
        try DisclosureReader().read(file: SharedData.path(name + ".pdf"))
    }

    private func expectSame(
        _ disclosure: Disclosure, as original: Disclosure, sourceLocation: SourceLocation = #_sourceLocation
    ) {
        let expected = TableCells.found(original.tables, withPages: false)
        let found = TableCells.found(disclosure.tables, withPages: false)
        #expect(found.subtracting(expected).isEmpty, sourceLocation: sourceLocation)
        #expect(expected.subtracting(found).isEmpty, sourceLocation: sourceLocation)
        #expect(disclosure.tables.map(\.kind) == original.tables.map(\.kind), sourceLocation: sourceLocation)
        #expect(disclosure.tables.map(\.unit) == original.tables.map(\.unit), sourceLocation: sourceLocation)
        #expect(
            disclosure.tables.map(\.isStatedEmpty) == original.tables.map(\.isStatedEmpty),
            sourceLocation: sourceLocation)
        #expect(disclosure.fiscalYear == original.fiscalYear, sourceLocation: sourceLocation)
        #expect(disclosure.unit == original.unit, sourceLocation: sourceLocation)
        #expect(
            disclosure.lines.compactMap(\.line.actual) == original.tables.flatMap { lines(of: $0) },
            sourceLocation: sourceLocation)
        #expect(disclosure.unplacedCount == 0, sourceLocation: sourceLocation)
    }

    /// The amounts of the items of a table of expenditure by subject.
    private func lines(of table: DisclosureTable) -> [Amount] {
        guard [.generalPublicExpenditure, .governmentFund, .stateCapital].contains(table.kind) else { return [] }
        return table.rows.filter { $0.code?.count == 7 }.compactMap { $0.amount(.total) ?? $0.amount(.amount) }
    }

    @Test("XLSX with merged cells and numbers stored as numbers", arguments: documents, [true, false])
    func workbook(name: String, mergesCodes: Bool) throws {
        let original = try original(name)
        let files = FormFiles(original, mergesCodes: mergesCodes)
        expectSame(try DisclosureReader().read(bytes: files.workbook(), file: "a.xlsx"), as: original)
    }

    @Test("XLSX as exports without merged cells have it", arguments: documents)
    func plainWorkbook(name: String) throws {
        let original = try original(name)
        let files = FormFiles(original, mergesCodes: false, merges: false)
        expectSame(try DisclosureReader().read(bytes: files.workbook(), file: "a.xlsx"), as: original)
    }

    @Test("HTML with cells that span rows and columns", arguments: documents)
    func page(name: String) throws {
        let original = try original(name)
        let page = FormFiles(original).page()
        expectSame(try DisclosureReader().read(bytes: Array(page.utf8), file: "a.html"), as: original)
    }

    @Test("DOCX with cells merged along and down", arguments: documents)
    func document(name: String) throws {
        let original = try original(name)
        expectSame(try DisclosureReader().read(bytes: FormFiles(original).document(), file: "a.docx"), as: original)
    }

    @Test("CSV of one table each, by comma, semicolon or tab", arguments: documents, [",", ";", "\t"])
    func csv(name: String, separator: String) throws {
        let original = try original(name)
        let files = FormFiles(original, mergesCodes: false)
        for (sheet, table) in zip(files.sheets, original.tables) where !table.isStatedEmpty {
            let text = files.csv(sheet, separator: separator)
            let disclosure = try DisclosureReader().read(bytes: Array(text.utf8), file: "a.csv")
            let expected = TableCells.found([table], withPages: false)
            #expect(TableCells.found(disclosure.tables, withPages: false) == expected)
            #expect(disclosure.fiscalYear == original.fiscalYear)
        }
    }
}
