import GRDB
import Platform

/// The store of everything read from documents: one SQLite file in write-ahead mode with foreign keys on.
///
/// Any number of processes may read while one writes. Every import is one transaction, so that a ledger never holds
/// half a document, whatever happens to the process.
///
/// ```swift
/// let ledger = try Ledger.openOrCreate(at: "juesuan.sqlite")
/// let outcome = try ledger.importDocument(document)
/// let lines = try ledger.lines(of: BudgetUnit("青菱街道办事处"))
/// ```
package struct Ledger: Sendable {
    /// The file's path as it was given.
    package let path: String
    /// Whether the ledger was opened for reading only.
    package let isReadOnly: Bool

    let connection: DatabaseQueue
    /// Which documents count for reading.
    let standing: Standing

    private init(path: String, isReadOnly: Bool, connection: DatabaseQueue, standing: Standing = .now) {
        self.path = path
        self.isReadOnly = isReadOnly
        self.connection = connection
        self.standing = standing
    }

    /// The ledger as it stood at the end of a day or at a moment, for reading.
    ///
    /// - Parameter time: a day such as `2024-03-31`, or a time in UTC such as `2024-03-31T17:00:00Z`.
    /// - Throws: ``LedgerError`` of kind `invalidData` for anything else.
    package func asOf(_ time: String) throws(LedgerError) -> Ledger {
        let event = try read { try PointInTime(time, file: path).lastEvent(in: $0) }
        return Ledger(path: path, isReadOnly: true, connection: connection, standing: Standing(event: event))
    }

    /// Opens a ledger that exists, bringing an older schema up to date.
    ///
    /// - Parameters:
    ///   - path: the file.
    ///   - readOnly: whether writing is refused; a ledger of an older schema cannot be opened this way.
    /// - Throws: ``LedgerError`` of kind `noInput`, `notALedger`, `newerSchema`, `damaged`, `busy` or `cannotCreate`.
    package static func open(at path: String, readOnly: Bool = false) throws(LedgerError) -> Ledger {
        let ledger = try openAsItIs(at: path, readOnly: readOnly)
        if !readOnly { WorkingName.removeLeftovers(in: FileEntry.folder(of: path)) }
        switch try ledger.read({ try LedgerSchema.standing(of: $0) }) {
        case .current:
            return ledger
        case .newer:
            throw newerSchema(path)
        case .older where readOnly:
            throw LedgerError(
                .cannotCreate, file: path,
                problem: Bilingual("账本为旧版结构，且不可写", "this ledger has an older schema and may not be written"),
                remedy: Bilingual(
                    "请在文件可写之处运行一次“juesuan ledger verify”",
                    "run 'juesuan ledger verify' once where the file may be written"))
        case .older:
            try attempt(path) { try LedgerSchema.migrate(ledger.connection) }
            return ledger
        }
    }

    /// Brings a ledger of an older schema up to date, for who opens it to read from then on.
    ///
    /// - Returns: whether it was of an older one.
    /// - Throws: ``LedgerError`` as ``open(at:readOnly:)`` does, for one of an older schema that may not be written as well.
    package static func bringUpToDate(at path: String) throws(LedgerError) -> Bool {
        let ledger = try openAsItIs(at: path, readOnly: true)
        guard try ledger.read({ try LedgerSchema.standing(of: $0) }) == .older else { return false }
        _ = try open(at: path)
        return true
    }

    /// Opens a ledger whatever version its schema has.
    ///
    /// One that may not be written, by its mode, its folder's or the file system, is opened as SQLite opens what cannot
    /// change; nothing is made beside it.
    static func openAsItIs(at path: String, readOnly: Bool) throws(LedgerError) -> Ledger {
        try LedgerFile.check(path)
        if !readOnly, !LedgerFile.mayBeWritten(path) { throw LedgerFile.mayNotBeWritten(path) }
        if readOnly, !LedgerFile.mayBeShared(path) {
            let connection = try attempt(path) { try connectToRead(path) }
            return Ledger(path: path, isReadOnly: true, connection: connection)
        }
        return Ledger(path: path, isReadOnly: readOnly, connection: try attempt(path) { try connect(to: path) })
    }

    /// Makes a new, empty ledger. The file appears under its name only when it is whole.
    ///
    /// - Throws: ``LedgerError`` of kind `cannotCreate` when the name is taken or the folder may not be written, or
    ///   `inputOutput` when writing fails.
    package static func create(at path: String) throws(LedgerError) -> Ledger {
        guard try makeFile(at: path) else {
            throw LedgerError(
                .cannotCreate, file: path, problem: Bilingual("文件已存在", "the file exists already"),
                remedy: Bilingual("请打开它，或另取文件名", "open it or name another file"))
        }
        return try open(at: path)
    }

    /// Opens a ledger for writing, making it first where there is none.
    ///
    /// Two processes may call this at once: one of them makes the file and both open it.
    ///
    /// - Throws: ``LedgerError`` as ``open(at:readOnly:)`` and ``create(at:)`` do.
    package static func openOrCreate(at path: String) throws(LedgerError) -> Ledger {
        if FileEntry(at: path) == .nothing { _ = try makeFile(at: path) }
        return try open(at: path)
    }

    static func newerSchema(_ path: String) -> LedgerError {
        LedgerError(
            .newerSchema, file: path,
            problem: Bilingual("账本由更新版本的 juesuan 写成", "this ledger was written by a later version of juesuan"),
            remedy: Bilingual(
                "请安装该版本，或新建账本后重新导入文件", "install that version, or start a new ledger and import the documents again"))
    }

    /// Closes the file. Not needed before the process ends; a closed ledger must not be used.
    package func close() throws(LedgerError) {
        try Self.attempt(path) { try connection.close() }
    }

    /// Runs a closure on a connection that sees one unchanging state of the ledger.
    func read<Value>(_ body: (Database) throws -> Value) throws(LedgerError) -> Value {
        try Self.attempt(path) { try connection.read(body) }
    }

    /// Runs a closure of one statement that reads; without a transaction around it, which costs as much as the statement.
    func readAtOnce<Value>(_ body: (Database) throws -> Value) throws(LedgerError) -> Value {
        try Self.attempt(path) { try connection.unsafeRead(body) }
    }

    /// Runs a closure as one transaction: all of it is stored, or nothing when it throws.
    func write<Value>(_ body: (Database) throws -> Value) throws(LedgerError) -> Value {
        if isReadOnly {
            throw LedgerError(
                .cannotCreate, file: path, problem: Bilingual("账本以只读方式打开", "this ledger was opened for reading only"),
                remedy: Bilingual("请以可写方式打开", "open it for writing"))
        }
        return try Self.attempt(path) { try connection.write(body) }
    }

    /// Writes a new ledger beside `path` and gives it that name.
    ///
    /// - Returns: whether the name was free.
    private static func makeFile(at path: String) throws(LedgerError) -> Bool {
        guard FileEntry(at: FileEntry.folder(of: path)) == .folder else {
            throw LedgerError(
                .cannotCreate, file: path,
                problem: Bilingual(
                    "文件夹“\(FileEntry.folder(of: path))”不存在", "the folder \(FileEntry.folder(of: path)) does not exist"),
                remedy: Bilingual("请建立该文件夹，或另取文件名", "make the folder or name another file"))
        }
        guard FileEntry(at: path) == .nothing else { return false }
        let part = WorkingName(beside: path).path
        return try makingFile(part) { () throws(LedgerError) in
            try attempt(path) {
                let connection = try connect(to: part)
                try LedgerSchema.migrate(connection)
                try connection.close()
            }
            return try FileSystem.publish(part, as: path)
        }
    }

    /// Runs a closure that makes a database file under a working name; whatever is left of it when the closure throws
    /// is removed.
    static func makingFile<Value>(
        _ part: String, _ body: () throws(LedgerError) -> Value
    ) throws(LedgerError) -> Value {
        let files = [part, part + "-wal", part + "-shm", part + "-journal"]
        files.forEach(Interruption.keep(temporary:))
        // The file stands from the start, so that it can be held: an empty one is a new database to SQLite. It is let go of
        // when no connection to it is open any more, since closing it would undo that one's locks.
        let claim = try claimed(part)
        defer {
            claim?.release()
            files.forEach(Interruption.forget(temporary:))
        }
        do {
            return try body()
        } catch {
            files.forEach(FileEntry.remove)
            throw error
        }
    }

    private static func claimed(_ part: String) throws(LedgerError) -> FileClaim? {
        WorkingName.removeLeftovers(in: FileEntry.folder(of: part))
        return try FileSystem.createEmpty(part)
    }

    /// Opens a connection. Write-ahead mode is a property of the file; with it, `synchronous = FULL` keeps what was reported
    /// as stored through a power cut, for one flush of the disk a document.
    static func connect(to path: String) throws -> DatabaseQueue {
        var options = Configuration()
        options.foreignKeysEnabled = true
        options.busyMode = .timeout(10)
        options.prepareDatabase { database in
            try database.execute(sql: "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL")
        }
        return try DatabaseQueue(path: path, configuration: options)
    }

    /// Opens a connection to a file that may not be written. Where a log stands beside it, what is in that counts as well.
    private static func connectToRead(_ path: String) throws -> DatabaseQueue {
        var options = Configuration()
        options.readonly = true
        options.busyMode = .timeout(10)
        if case .file(let size) = FileEntry(at: path + "-wal"), size > 0 {
            return try DatabaseQueue(path: path, configuration: options)
        }
        return try DatabaseQueue(path: LedgerFile.unchangingAddress(of: path), configuration: options)
    }

    private static func attempt<Value>(_ path: String, _ body: () throws -> Value) throws(LedgerError) -> Value {
        do { return try body() } catch { throw LedgerError(error, file: path) }
    }
}
