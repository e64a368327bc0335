import FinalAccounts
import GRDB
import Testing

@testable import Ledger

@Suite("Taking over a ledger without editions")
struct EditionMigrationTests {
    @Test(
        "Every document, line and superseded edition of an earlier ledger is there, verifies, and can be read as of then"
    )
    func takenOver() throws {
        let folder = try TemporaryFolder()
        let path = folder.file("a.sqlite")
        let current = try Ledger.create(at: path)
        // The figures and digests of an earlier ledger are those of this one without what this version adds.
        for (day, actuals) in [[1, 2, 3], [1, 2, 4]].enumerated() {
            let run = try current.beginRun(
                command: "import", program: "juesuan 0.1", at: .init(timeIntervalSince1970: Double(day) * 86_400))
            try current.importDocument(
                SampleDocuments.disclosure(actuals: actuals.map(Int64.init)), run: run,
                terms: ImportTerms(isConfirmed: true))
        }
        try current.write { database in
            try database.execute(
                sql: """
                    DROP TABLE chain; DROP TABLE chain_end;
                    DROP VIEW current_line; DROP INDEX unit_body; DROP INDEX document_unit;
                    DROP TABLE block_standing; DROP TABLE document_standing; DROP TABLE replacement;
                    ALTER TABLE unit DROP COLUMN body;
                    ALTER TABLE document DROP COLUMN event_id; ALTER TABLE document DROP COLUMN removed;
                    ALTER TABLE document DROP COLUMN counts; ALTER TABLE document DROP COLUMN kind;
                    ALTER TABLE block DROP COLUMN fills; ALTER TABLE block DROP COLUMN counts;
                    DROP TABLE event;
                    CREATE VIEW current_line AS SELECT 1;
                    DELETE FROM grdb_migrations WHERE identifier IN ('4 editions', '5 chain'); PRAGMA user_version = 3;
                    """)
        }
        try current.close()

        let ledger = try Ledger.open(at: path)
        #expect(try ledger.verify().problems == [])
        #expect(try ledger.lines().map(\.actual?.minorUnits) == [1, 2, 4])
        #expect(try ledger.documents(includingSuperseded: true).map(\.supersededBy) == [2, nil])
        #expect(try ledger.asOf("1970-01-01").lines().map(\.actual?.minorUnits) == [1, 2, 3])
        try ledger.remove(document: 2, who: "", why: "")
        #expect(try ledger.lines().map(\.actual?.minorUnits) == [1, 2, 3])
        try ledger.reinstate(document: 2, who: "", why: "")
        #expect(try ledger.lines().map(\.actual?.minorUnits) == [1, 2, 4])
    }
}
