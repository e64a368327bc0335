import Disclosures
import FinalAccounts
import Foundation
import Interchange

/// Account lines as CSV, the exchange format.
enum LineFile {
    /// Whether a file is read as account lines rather than as a disclosure: its header is theirs, or it is a CSV that is
    /// no table of a disclosure either, whose error then says what the header lacks.
    ///
    /// - Parameter yearIsGiven: whether a table without title may take its year from the command line.
    static func isLineFile(_ path: String, yearIsGiven: Bool = false) -> Bool {
        let head = head(of: path)
        if AccountLineCSVReader.recognizes(head) { return true }
        guard path.lowercased().hasSuffix(".csv") else { return false }
        return !DisclosureReader.recognizesTable(head, withTitle: !yearIsGiven)
    }

    /// The lines of a file, with a sentence for every column that was left out.
    ///
    /// - Parameter unit: the body of all lines, where the file has no column for it.
    /// - Throws: `ReadError`, with row and column.
    static func read(
        _ path: String, amountUnit: AmountUnit, scheme: SubjectScheme, latestYear: FiscalYear, unit: BudgetUnit? = nil
    ) throws(ReadError) -> (lines: [AccountLine], warnings: [String]) {
        let reader = AccountLineCSVReader(amountUnit: amountUnit, scheme: scheme, latestYear: latestYear, unit: unit)
        let file = try reader.read(file: path)
        return (file.lines, file.warnings.map(\.message))
    }

    /// The first bytes of a file; none of one that cannot be read, which reading it will say.
    private static func head(of path: String) -> [UInt8] {
        guard let handle = FileHandle(forReadingAtPath: path) else { return [] }
        defer { try? handle.close() }
        return ((try? handle.read(upToCount: 1 << 14)) ?? nil).map { Array($0) } ?? []
    }
}
