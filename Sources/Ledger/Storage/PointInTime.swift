import GRDB
import Platform

/// A day or a moment a ledger is looked at from.
struct PointInTime {
    /// The end of what is known, in the spelling of the store.
    private let end: String

    /// - Throws: ``LedgerError`` of kind `invalidData` for a text that is neither.
    init(_ text: String, file: String) throws(LedgerError) {
        let shape = text.map { $0.isASCII && $0.isNumber ? "0" : $0 }
        switch String(shape) {
        case "0000-00-00": end = text + "T23:59:59Z"
        case "0000-00-00T00:00:00Z": end = text
        default:
            throw LedgerError(
                .invalidData, file: file, problem: Bilingual("“\(text)”不是时点", "'\(text)' is no point in time"),
                remedy: Bilingual(
                    "请填写日期，如 2024-03-31，或协调世界时的时刻，如 2024-03-31T17:00:00Z",
                    "write a day such as 2024-03-31, or a time in UTC such as 2024-03-31T17:00:00Z"))
        }
    }

    /// The last event up to then; 0 where there is none. What was imported without a time is taken to have been there.
    func lastEvent(in database: Database) throws -> Int64 {
        try Int64.fetchOne(database, sql: "SELECT max(id) FROM event WHERE at <= ?", arguments: [end]) ?? 0
    }
}
