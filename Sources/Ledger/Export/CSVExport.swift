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
        var reader = try LineReader(database)
        for block in blocks {
            try reader.forEach(in: block) { row, _, subject in
                AccountLineCSVWriter.write(row.line(in: block, subject: subject), to: &text)
                try text.passOnFullPieces()
            }
        }
    }
}
