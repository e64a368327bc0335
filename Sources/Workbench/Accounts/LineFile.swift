import Disclosures
import FinalAccounts
import Interchange
import Platform

/// Account lines as CSV, the exchange format.
package enum LineFile {
    /// Lines of a whole country fit in this: ten years of three million subjects. A document's bound would end at seven hundred
    /// thousand.
    private static let mostBytes = 1 << 30

    /// Whether a file is read as account lines rather than as a disclosure: its header is theirs, or it is a CSV that is
    /// no table of a disclosure either, whose error then says what the header lacks.
    ///
    /// - Parameter yearIsGiven: whether a table without title may take its year from the command line.
    package static func isLineFile(
        _ file: SourceFile, yearIsGiven: Bool = false, columns: AccountLineColumnMap? = nil
    ) -> Bool {
        let head = Array(file.bytes.prefix(1 << 14))
        if AccountLineCSVReader.recognizes(head, columns: columns) { return true }
        guard file.path.lowercased().hasSuffix(".csv") else { return false }
        return !DisclosureReader.recognizesTable(head, withTitle: !yearIsGiven)
    }

    /// The lines of a file, with a sentence for every column that was left out.
    ///
    /// - Throws: `ReadError`, with row and column.
    package static func read(
        _ source: SourceFile, by reader: AccountLineCSVReader
    ) throws(ReadError) -> (lines: [AccountLine], warnings: [Bilingual]) {
        let file = try reader.read(bytes: source.bytes, file: source.path, byteLimit: mostBytes)
        return (file.lines, file.warnings.map(\.message))
    }
}
