import FinalAccounts
import Foundation
import GRDB
import Testing

@testable import Ledger

@Suite("Opening a ledger")
struct OpeningTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func error(opening path: String) -> LedgerError? {
        do {
            _ = try Ledger.open(at: path)
            return nil
        } catch {
            return error
        }
    }

    @Test("A new ledger is in write-ahead mode, enforces foreign keys and leaves nothing beside it")
    func newLedger() throws {
        let ledger = try Ledger.create(at: folder.file("a.sqlite"))
        #expect(try ledger.read { try String.fetchOne($0, sql: "PRAGMA journal_mode") } == "wal")
        #expect(try ledger.write { try Bool.fetchOne($0, sql: "PRAGMA foreign_keys") } == true)
        try ledger.close()
        #expect(try folder.contents == ["a.sqlite"])
    }

    @Test("Creating a ledger leaves a file that is there as it is")
    func createDoesNotOverwrite() throws {
        try "text".write(toFile: folder.file("a.sqlite"), atomically: true, encoding: .utf8)
        #expect(throws: LedgerError.self) { try Ledger.create(at: folder.file("a.sqlite")) }
        #expect(try String(contentsOfFile: folder.file("a.sqlite"), encoding: .utf8) == "text")
    }

    @Test("A ledger opened again has what was stored")
    func reopen() throws {
        let path = folder.file("a.sqlite")
        let first = try Ledger.openOrCreate(at: path)
        try first.importDocument(SampleDocuments.disclosure())
        try first.close()
        #expect(try Ledger.openOrCreate(at: path).lines().count == 1)
    }

    @Test("A ledger of a later version is refused and left alone")
    func newerSchema() throws {
        let path = folder.file("a.sqlite")
        let ledger = try Ledger.create(at: path)
        try ledger.write { try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('99 later')") }
        try ledger.close()
        let before = try Data(contentsOf: URL(filePath: path))
        #expect(error(opening: path)?.reason == .newerSchema)
        #expect(error(opening: path)?.kind == .data)
        #expect(try Data(contentsOf: URL(filePath: path)) == before)
    }

    @Test("A ledger of an earlier version is brought up to date with what it holds, but not where it may only be read")
    func olderSchema() throws {
        let path = folder.file("a.sqlite")
        let queue = try DatabaseQueue(path: path)
        try LedgerSchema.migrator.migrate(queue, upTo: "1 documents")
        try queue.write { database in
            try database.execute(
                sql: """
                    PRAGMA application_id = \(LedgerSchema.applicationID); PRAGMA user_version = 1;
                    INSERT INTO unit (name) VALUES ('甲局')
                    """)
        }
        try queue.close()
        let other = folder.file("b.sqlite")
        try FileManager.default.copyItem(atPath: path, toPath: other)
        #expect(throws: LedgerError.self) { try Ledger.open(at: path, readOnly: true) }
        // Who only reads from then on has it brought up to date first.
        let (was, still) = (try Ledger.bringUpToDate(at: other), try Ledger.bringUpToDate(at: other))
        let isSound = try Ledger.open(at: other, readOnly: true).verify().isSound
        #expect(was && !still && isSound)
        let ledger = try Ledger.open(at: path)
        #expect(try ledger.read { try String.fetchOne($0, sql: "SELECT name FROM unit") } == "甲局")
        #expect(try ledger.drafts(of: BudgetUnit("甲局"), for: FiscalYear(2024)).isEmpty)
        try ledger.close()
        #expect(try Ledger.open(at: path, readOnly: true).verify().isSound)
    }

    @Test(
        "A file that is no ledger is refused",
        arguments: ["", "plain text", "SQLite format 3\0", String(repeating: "x", count: 5000)])
    func notALedger(content: String) throws {
        let path = folder.file("a.sqlite")
        try Data(content.utf8).write(to: URL(filePath: path))
        #expect(error(opening: path)?.reason == .notALedger)
        #expect(try Data(contentsOf: URL(filePath: path)) == Data(content.utf8))
    }

    @Test("An SQLite file of another program is refused")
    func foreignDatabase() throws {
        let path = folder.file("a.sqlite")
        let queue = try DatabaseQueue(path: path)
        try queue.write { try $0.execute(sql: "CREATE TABLE t (x)") }
        try queue.close()
        #expect(error(opening: path)?.reason == .notALedger)
    }

    @Test("A missing file, a folder and a missing folder are told apart")
    func places() {
        #expect(error(opening: folder.file("none.sqlite"))?.kind == .noInput)
        #expect(error(opening: folder.path)?.reason == .notALedger)
        do {
            _ = try Ledger.openOrCreate(at: folder.file("none/a.sqlite"))
            Issue.record("a ledger appeared in a folder that does not exist")
        } catch {
            #expect(error.kind == .cannotCreate)
            #expect(error.description.contains("none does not exist"))
        }
    }

    @Test("A place that may not be written gives one error and no file")
    func unwritable() {
        do {
            _ = try Ledger.create(at: "/proc/ledger.sqlite")
            Issue.record("a ledger appeared under /proc")
        } catch {
            #expect([.cannotCreate, .inputOutput].contains(error.kind))
        }
    }

    @Test("A ledger opened for reading refuses to be written")
    func readOnly() throws {
        let path = folder.file("a.sqlite")
        try Ledger.create(at: path).close()
        let ledger = try Ledger.open(at: path, readOnly: true)
        #expect(throws: LedgerError.self) { try ledger.importDocument(SampleDocuments.disclosure()) }
    }
}
