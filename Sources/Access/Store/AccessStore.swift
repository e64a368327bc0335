import GRDB
import Platform

/// Keeps who may do what: one SQLite file beside the ledger that nobody but its owner may read.
package final class AccessStore: Sendable {
    let connection: DatabaseQueue
    let known = KnownIdentities()

    /// Opens the file, making it where there is none.
    ///
    /// - Throws: ``AccessError`` for a file that cannot be opened or is something else.
    package init(at path: String) throws(AccessError) {
        FileEntry.createPrivate(path)
        do {
            var options = Configuration()
            options.foreignKeysEnabled = true
            options.busyMode = .timeout(10)
            options.prepareDatabase { try $0.execute(sql: "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL") }
            connection = try DatabaseQueue(path: path, configuration: options)
            let id = try connection.read { database in
                // A new file has no tables and no number.
                let isNew = try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_schema") == 0
                return isNew ? AccessSchema.applicationID : try Int32.fetchOne(database, sql: "PRAGMA application_id")
            }
            guard id == AccessSchema.applicationID,
                try !connection.read({ try AccessSchema.migrator.hasBeenSuperseded($0) })
            else { throw Self.isSomethingElse(path) }
            try AccessSchema.migrator.migrate(connection)
            try connection.write { try $0.execute(sql: "PRAGMA application_id = \(AccessSchema.applicationID)") }
        } catch let error as AccessError {
            throw error
        } catch {
            throw Self.failure(error)
        }
    }

    private static func isSomethingElse(_ path: String) -> AccessError {
        AccessError(
            .notAStore,
            Bilingual("不是用户文件，或由更新版本写成", "this is no file of members, or a later version wrote it").at(path),
            Bilingual("请移开该文件，或安装该版本", "move it away, or install that version"))
    }

    static func failure(_ error: any Error) -> AccessError {
        let reason = (error as? DatabaseError)?.message ?? "\(error)"
        return AccessError(
            .store, Bilingual("无法读写用户文件（“\(reason)”）", "the file of members cannot be read or written: \(reason)"),
            Bilingual("请检查磁盘和权限", "check the disk and its permissions"))
    }

    func read<Value>(_ body: (Database) throws -> Value) throws(AccessError) -> Value {
        do { return try connection.read(body) } catch let error as AccessError { throw error } catch {
            throw Self.failure(error)
        }
    }

    /// Reads by one statement, which sees one state by itself: no transaction is begun and ended around it, and it is parsed once.
    func row(_ sql: String, _ arguments: StatementArguments) throws(AccessError) -> Row? {
        do {
            return try connection.unsafeRead { database in
                try Row.fetchOne(database.cachedStatement(sql: sql), arguments: arguments)
            }
        } catch {
            throw Self.failure(error)
        }
    }

    func write<Value>(_ body: (Database) throws -> Value) throws(AccessError) -> Value {
        defer { known.forget() }
        do { return try connection.write(body) } catch let error as AccessError { throw error } catch {
            throw Self.failure(error)
        }
    }

    /// Seconds since 1970.
    package typealias Moment = Int
}
