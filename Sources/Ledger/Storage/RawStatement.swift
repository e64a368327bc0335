import GRDB
import GRDBSQLite

/// A prepared statement stepped through SQLite's own functions.
///
/// GRDB boxes every argument and every column; at a million lines that costs several times what SQLite itself does.
/// Only the line writer and the line reader use this, inside a GRDB transaction. Columns and parameters are counted
/// from 0 and 1 as SQLite counts them.
struct RawStatement {
    // Keeps the SQLite statement alive.
    private let owner: Statement
    private let handle: OpaquePointer

    init(_ database: Database, sql: String) throws {
        owner = try database.makeStatement(sql: sql)
        handle = owner.sqliteStatement
    }

    // MARK: Parameters

    func bind(_ value: Int64, at index: Int32) {
        sqlite3_bind_int64(handle, index, value)
    }

    func bind(_ value: Int64?, at index: Int32) {
        if let value { sqlite3_bind_int64(handle, index, value) } else { sqlite3_bind_null(handle, index) }
    }

    /// Binds a text that stays where it is until ``step()`` has returned.
    func bind(_ text: UnsafeBufferPointer<UInt8>?, at index: Int32) {
        guard let text, let start = text.baseAddress else {
            // An empty Swift string may have no address, and it is not NULL.
            if text == nil { sqlite3_bind_null(handle, index) } else { sqlite3_bind_text(handle, index, "", 0, nil) }
            return
        }
        start.withMemoryRebound(to: CChar.self, capacity: text.count) {
            _ = sqlite3_bind_text64(handle, index, $0, sqlite3_uint64(text.count), nil, UInt8(SQLITE_UTF8))
        }
    }

    // MARK: Running

    /// Makes the statement ready to run again; parameters keep their values.
    func reset() {
        sqlite3_reset(handle)
    }

    /// Goes to the next row.
    ///
    /// - Returns: whether there is one.
    func step() throws -> Bool {
        let code = sqlite3_step(handle)
        if code == SQLITE_ROW { return true }
        if code == SQLITE_DONE { return false }
        let message = sqlite3_errmsg(sqlite3_db_handle(handle)).map { String(cString: $0) }
        sqlite3_reset(handle)
        throw DatabaseError(resultCode: ResultCode(rawValue: code), message: message, sql: owner.sql)
    }

    // MARK: Columns

    func integer(_ column: Int32) -> Int64 {
        sqlite3_column_int64(handle, column)
    }

    func optionalInteger(_ column: Int32) -> Int64? {
        sqlite3_column_type(handle, column) == SQLITE_NULL ? nil : sqlite3_column_int64(handle, column)
    }

    func optionalText(_ column: Int32) -> String? {
        guard let start = sqlite3_column_text(handle, column) else { return nil }
        let count = Int(sqlite3_column_bytes(handle, column))
        return String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
    }
}

extension Optional<String> {
    /// Calls a closure with the text's bytes; with `nil` for no text.
    @inline(__always)
    func withBytes<Value>(_ body: (UnsafeBufferPointer<UInt8>?) throws -> Value) rethrows -> Value {
        guard var text = self else { return try body(nil) }
        return try text.withUTF8 { try body($0) }
    }
}
