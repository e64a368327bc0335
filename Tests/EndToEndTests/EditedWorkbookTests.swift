import Foundation
import Testing

/// What people do to a draft's rows, in LibreOffice and without recalculation, and what the ledger then has of it.
@Suite(
    "Rows of a draft that people put in, take out and type over",
    .enabled(if: Script.hasPython, "python3 is not installed"))
struct EditedWorkbookTests {
    @Test("Each is taken for what it is, counts in the workbook's own total, and stays in later workbooks")
    func rows() throws {
        let result = try Script.run("Tests/EndToEndTests/Support/edit-rows.py", BuiltBinary.executable.path)
        #expect(result.status == 0, "\(result.output)")
    }
}
