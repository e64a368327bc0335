import FinalAccounts
import GRDB
import Testing

@testable import Ledger

@Suite("The chain of documents")
struct ChainTests {
    private let folder: TemporaryFolder
    private let ledger: Ledger

    init() throws {
        folder = try TemporaryFolder()
        ledger = try Ledger.create(at: folder.file("a.sqlite"))
        for year in 2020...2023 {
            try ledger.importDocument(
                SampleDocuments.disclosure("\(year).txt", year: year, actuals: [Int64(year), 5]),
                terms: ImportTerms(isConfirmed: true))
        }
        try ledger.importDocument(
            SampleDocuments.disclosure("2023.txt", year: 2023, actuals: [7, 5]), terms: ImportTerms(isConfirmed: true))
        try ledger.remove(document: 1, who: "甲", why: "误导入")
    }

    private func problems(after sql: String) throws -> [Verification.Problem] {
        try ledger.connection.inDatabase { try $0.execute(sql: "PRAGMA foreign_keys = OFF; " + sql) }
        return try ledger.verify().problems
    }

    /// What is left consistent by someone who knows the tables, but for the chain.
    @Test(
        "A document that is set aside, put back, added, missing, renamed or in another place by hand is found",
        arguments: [
            // Superseded by hand, with all that follows from it.
            """
            INSERT INTO replacement SELECT 2, body, 2021, 3 FROM unit WHERE id = 1;
            UPDATE block SET counts = 0 WHERE document_id = 2;
            UPDATE document SET counts = 0, superseded_by = 3 WHERE id = 2
            """,
            // The same with its own note of it.
            """
            INSERT INTO replacement SELECT 2, body, 2021, 3 FROM unit WHERE id = 1;
            UPDATE block SET counts = 0 WHERE document_id = 2;
            UPDATE document SET counts = 0, superseded_by = 3 WHERE id = 2;
            INSERT INTO document_standing VALUES (2, 3, 0);
            INSERT INTO block_standing SELECT id, 3, 0 FROM block WHERE document_id = 2
            """,
            // Taken out and put back without an event.
            "UPDATE document SET removed = 1, counts = 0 WHERE id = 3; UPDATE block SET counts = 0 WHERE document_id = 3",
            "UPDATE document SET removed = 0, counts = 1 WHERE id = 1; UPDATE block SET counts = 1 WHERE document_id = 1",
            // Missing in the middle and at the end, with everything that was stored for it.
            """
            DELETE FROM account_line WHERE block_id IN (SELECT id FROM block WHERE document_id = 2);
            DELETE FROM block WHERE document_id = 2; DELETE FROM chain WHERE event_id = 2;
            DELETE FROM event WHERE document_id = 2; DELETE FROM document WHERE id = 2
            """,
            "DELETE FROM chain WHERE event_id = 6; DELETE FROM event WHERE id = 6; UPDATE document SET removed = 0 WHERE id = 1",
            // Two documents in each other's places.
            """
            UPDATE event SET document_id = 5 - document_id WHERE id IN (2, 3);
            UPDATE chain SET file_name = CASE event_id WHEN 2 THEN '2022.txt' ELSE '2021.txt' END WHERE event_id IN (2, 3)
            """,
            "UPDATE document SET file_name = 'other.txt' WHERE id = 4",
            "UPDATE document SET kind = 'plan' WHERE id = 4",
            "UPDATE block SET fills = 1 WHERE document_id = 4",
            "UPDATE event SET who = '乙' WHERE id = 6",
            "UPDATE event SET at = '2001-01-01T00:00:00Z' WHERE id = 3",
            "DELETE FROM chain_end",
            "DELETE FROM chain WHERE event_id = 3",
        ])
    func changedByHand(sql: String) throws {
        #expect(try ledger.verify().problems == [])
        #expect(try problems(after: sql).contains { $0.check == .chain })
    }

    @Test(
        "A trigger, an index, a view, a table or a column that this program did not make is found",
        arguments: [
            "CREATE TRIGGER quiet AFTER INSERT ON account_line BEGIN UPDATE account_line SET actual = 0; END",
            "CREATE INDEX more ON account_line (actual)", "DROP VIEW current_line", "CREATE TABLE x (y)",
            "ALTER TABLE document ADD COLUMN z TEXT", "DROP INDEX block_unit",
        ])
    func schema(sql: String) throws {
        #expect(try problems(after: sql).contains { $0.check == .schema })
    }

    @Test("A ledger without a chain gets one when it is opened for writing, and goes on with it")
    func takenOver() throws {
        try ledger.write {
            try $0.execute(
                sql: """
                    DROP TABLE chain; DROP TABLE chain_end;
                    DELETE FROM grdb_migrations WHERE identifier = '5 chain'; PRAGMA user_version = 4;
                    """)
        }
        try ledger.close()
        let opened = try Ledger.open(at: ledger.path)
        #expect(try opened.verify().problems == [])
        try opened.reinstate(document: 1, who: "", why: "")
        #expect(try opened.verify().problems == [])
    }
}
