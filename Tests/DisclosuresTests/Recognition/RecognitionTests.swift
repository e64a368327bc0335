import FinalAccounts
import Foundation
import Testing

@testable import Disclosures

/// Pages turned into pictures, read by tesseract and held against what their text says.
@Suite(
    "Scanned pages", .serialized,
    .enabled(if: SharedData.isPresent && RecognitionProgram.isInstalled, "needs ../shared and tesseract with chi_sim"))
struct RecognitionTests {
    /// The tables of income and expenditure by subject, as pictures.
    func scan(_ name: String, pages: ClosedRange<Int>) throws -> Disclosure {
        let scan = try PicturePDF.pictures(of: SharedData.path(name + ".pdf"), pages: pages)
        let options = ReadOptions(unit: BudgetUnit("某局"), fiscalYear: FiscalYear(2024), recognition: .auto)
        return try DisclosureReader(options: options).read(bytes: scan, file: "scan.pdf")
    }

    @Test(
        "no figure of a recognized table stands as a fact; each is a diagnostic",
        arguments: [("putuo-planning-2024", 8...11), ("putuo-social-work-2024", 6...7)])
    func tables(name: String, pages: ClosedRange<Int>) throws {
        let disclosure = try scan(name, pages: pages)
        #expect(TableCells.found(disclosure.tables, withPages: false).isEmpty)
        #expect(disclosure.lines.isEmpty)
        #expect(disclosure.diagnostics.count { $0.kind == .unconfirmed } > 20)
    }

    @Test("with recognition off, a page without text is a diagnostic")
    func off() throws {
        let scan = try PicturePDF.pictures(
            of: SharedData.path("putuo-social-work-2024.pdf"), pages: 6...6, resolution: 50)
        let options = ReadOptions(fiscalYear: FiscalYear(2024), recognition: .off)
        #expect(throws: ReadError.self) { try DisclosureReader(options: options).read(bytes: scan, file: "scan.pdf") }
    }

    @Test("a misread digit is taken out and becomes a diagnostic")
    func unconfirmed() throws {
        func cell(_ role: ColumnRole, _ text: String) throws -> TableCell {
            TableCell(role: role, amount: try StatedAmount(parsing: text, unit: .wan), confidence: 0.9)
        }
        let table = DisclosureTable(
            kind: .expenditure, title: "支出决算表", unit: .wan,
            rows: [
                TableRow(
                    code: nil, label: "合计",
                    cells: [try cell(.total, "30.00"), try cell(.basic, "10.00"), try cell(.project, "20.00")]),
                TableRow(code: "205", label: "教育支出", cells: [try cell(.total, "30.00"), try cell(.basic, "18.00")]),
            ])
        let (checked, diagnostics) = Confirmation([table]).checked()
        let amounts = checked[0].rows.map { $0.cells.map { $0.amount?.text } }
        #expect(amounts == [["30.00万元", "10.00万元", "20.00万元"], ["30.00万元", nil]])
        #expect(diagnostics.map(\.kind) == [.unconfirmed])
    }
}

/// The program that reads pictures.
enum RecognitionProgram {
    static let isInstalled = PageRecognizer(limits: ReadLimits()).missing() == nil
}
