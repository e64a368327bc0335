import FinalAccounts
import GRDB
import Interchange

/// Account lines as CSV.
struct CSVExport {
    private let database: Database

    init(_ database: Database) {
        self.database = database
    }

    func write(_ blocks: [StoredBlock], to text: inout ByteText) throws {
        AccountLineCSVWriter.writeHeader(to: &text)
        var reader = try CurrentLines(database)
        try reader.forEachPart(of: blocks) { lines in
            for line in lines {
                AccountLineCSVWriter.write(line, to: &text)
                try text.passOnFullPieces()
            }
        }
    }
}
