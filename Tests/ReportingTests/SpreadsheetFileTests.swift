import Foundation
import Interchange
import Platform
import Testing

@testable import Reporting

@Suite("Spreadsheet file")
struct SpreadsheetFileTests {
    @Test("More rows than a sheet holds are refused with what to do, and nothing is written")
    func tooManyRows() throws {
        try TemporaryFolder.with { folder in
            let rows = [Spreadsheet.Row](repeating: Spreadsheet.Row([]), count: CellReference.lastRow + 1)
            let sheet = Spreadsheet.Sheet(name: "预测", rows: rows)
            let file = folder.appending(path: "a.xlsx").path
            let error = #expect(throws: OutputError.self) {
                try SpreadsheetFile.write(Spreadsheet(title: "", year: 2024, sheets: [sheet]), to: file)
            }
            #expect(error?.kind == .data && error?.remedy.zhHans.contains(".csv") == true)
            #expect(!FileManager.default.fileExists(atPath: file))
        }
    }
}
