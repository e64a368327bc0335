import FinalAccounts
import Foundation
import Testing

@testable import Disclosures

/// Pages turned into pictures, read by tesseract and held against what their text says.
@Suite(
    "Scanned pages", .serialized,
    .enabled(if: SharedData.isPresent && RecognitionProgram.isInstalled, "needs ../shared and tesseract with chi_sim"))
struct RecognitionTests {
    @Test("a table whose columns are all recognized gives facts that sums confirm, and no wrong one")
    func table() throws {
        let scan = try PicturePDF.pictures(of: SharedData.path("putuo-planning-2024.pdf"), pages: 10...11)
        let texts = try ["functional", "economic", "crosswalk"].map {
            try String(contentsOf: SyntheticFilesTests.root.appending(path: "Data/subjects/\($0).tsv"), encoding: .utf8)
        }
        let subjects = try SubjectCatalog(functional: texts[0], economic: texts[1], crosswalk: texts[2])
        let options = ReadOptions(unit: BudgetUnit("某局"), fiscalYear: FiscalYear(2024), recognition: .auto)
        let disclosure = try DisclosureReader(options: options) { subjects }.read(bytes: scan, file: "scan.pdf")
        let golden = try TableCells.golden("putuo-planning-2024-cells.csv", withPages: true).filter {
            $0.hasPrefix("expenditure,")
        }
        let found = TableCells.found(disclosure.tables, withPages: false)
        let expected = try TableCells.golden("putuo-planning-2024-cells.csv", withPages: false)
        #expect(found.subtracting(expected).sorted() == [])
        #expect(found.count * 10 >= golden.count * 8)
        #expect(disclosure.tables.flatMap(\.rows).flatMap(\.cells).allSatisfy { $0.confidence != nil })
        #expect(disclosure.tables.flatMap(\.rows).allSatisfy { $0.page == 1 || $0.page == 2 })
    }

    @Test("with recognition off, a page without text is a diagnostic")
    func off() throws {
        let scan = try PicturePDF.pictures(
            of: SharedData.path("putuo-social-work-2024.pdf"), pages: 6...6, resolution: 50)
        let options = ReadOptions(fiscalYear: FiscalYear(2024), recognition: .off)
        #expect(throws: ReadError.self) { try DisclosureReader(options: options).read(bytes: scan, file: "scan.pdf") }
    }
}

/// The program that reads pictures.
enum RecognitionProgram {
    static let isInstalled = PageRecognizer(limits: ReadLimits()).missing() == nil
}
