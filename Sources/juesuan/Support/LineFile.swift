import Disclosures
import FinalAccounts

/// Account lines as CSV, the exchange format.
enum LineFile {
    /// Whether a path is read as account lines rather than as a disclosure: by its ending.
    static func isLineFile(_ path: String) -> Bool {
        path.lowercased().hasSuffix(".csv")
    }

    /// The lines of a file, with a sentence for every column that was left out.
    /// - Throws: `ReadError`, with row and column.
    static func read(
        _ path: String, amountUnit: AmountUnit, scheme: SubjectScheme, latestYear: FiscalYear
    ) throws(ReadError) -> (lines: [AccountLine], warnings: [String]) {
        let reader = AccountLineCSVReader(amountUnit: amountUnit, scheme: scheme, latestYear: latestYear)
        let file = try reader.read(file: path)
        return (file.lines, file.warnings.map(\.message))
    }
}
