import FinalAccounts
import Foundation
import GRDB
import SeededNumbers
import Testing

@testable import Ledger

@Suite("Verifying, backing up and restoring")
struct UpkeepTests {
    private let folder: TemporaryFolder
    private let path: String
    private let ledger: Ledger

    init() throws {
        folder = try TemporaryFolder()
        path = folder.file("a.sqlite")
        ledger = try Ledger.create(at: path)
        var generator = SeededGenerator(seed: 7)
        try ledger.importDocument(SampleDocuments.random(lines: 300, using: &generator))
        try ledger.importDocument(SampleDocuments.disclosure(actuals: [1, 2, 3]))
        try ledger.importDocument(SampleDocuments.disclosure(actuals: [1, 2, 4]))
    }

    private func tamper(_ sql: String) throws -> Verification {
        try ledger.connection.inDatabase { database in
            try database.execute(sql: "PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON; " + sql)
        }
        return try ledger.verify()
    }

    @Test("A ledger as it was written is sound, superseded documents included")
    func sound() throws {
        let verification = try ledger.verify()
        #expect(verification.problems == [])
        #expect(verification.documents == 3)
        #expect(verification.lines == 306)
    }

    @Test(
        "Anything changed behind the ledger's back is found",
        arguments: [
            "UPDATE account_line SET actual = ifnull(actual, 0) + 1 WHERE id = 5",
            "UPDATE account_line SET reason = 'x' WHERE id = 9",
            "UPDATE account_line SET unbudgeted = 1 - unbudgeted, initial_budget = NULL WHERE id = 11",
            "UPDATE account_line SET page = 99 WHERE id = 12",
            "UPDATE block SET fiscal_year = 2001 WHERE id = 2",
            "UPDATE block SET fund = 'state_capital' WHERE document_id = 3",
            "UPDATE unit SET name = '别处' WHERE name = '甲局'",
            "UPDATE subject SET code = '999' WHERE id = 3",
            "UPDATE figure SET value = '1.21'",
            "UPDATE diagnostic SET quote = ''",
            "UPDATE evaluation SET content = '{}'",
            "UPDATE document SET content_hash = zeroblob(32) WHERE id = 3",
            "UPDATE document SET origin = 'synthetic' WHERE id = 3",
        ])
    func tampering(sql: String) throws {
        #expect(try tamper(sql).problems.contains { $0.check == .contentHash })
    }

    @Test("A line that is gone and a row that points nowhere are found")
    func missingRows() throws {
        #expect(try tamper("DELETE FROM account_line WHERE id = 20").problems.contains { $0.check == .blocks })
        let dangling = try tamper("UPDATE document SET run_id = 77 WHERE id = 1")
        #expect(dangling.problems.contains { $0.check == .foreignKeys && $0.place.en.hasPrefix("document") })
    }

    @Test("Damage to any page is found, and such a file is not restored")
    func damagedFile() throws {
        try ledger.close()
        let damaged = folder.file("damaged.sqlite")
        let sound = try Data(contentsOf: URL(filePath: path))
        for page in 0..<(sound.count / 4096) {
            var bytes = sound
            for offset in (page == 0 ? 100 : 0)..<4096 {
                bytes[page * 4096 + offset] ^= UInt8(truncatingIfNeeded: offset &* 31 | 1)
            }
            try bytes.write(to: URL(filePath: damaged))
            for target in [path, folder.file("new.sqlite")] {
                do {
                    try Ledger.restore(damaged, to: target, replacing: true)
                    Issue.record("a file with a damaged page \(page) was restored")
                } catch {
                    #expect(error.reason == .damaged, "page \(page): \(error)")
                }
            }
        }
        #expect(try Data(contentsOf: URL(filePath: path)) == sound)
        #expect(!FileManager.default.fileExists(atPath: folder.file("new.sqlite")))
    }

    @Test("A file cut short is refused or found damaged, never restored", arguments: [50, 3000, 4096, 20_000])
    func truncated(length: Int) throws {
        try ledger.close()
        let cut = folder.file("cut.sqlite")
        try Data(contentsOf: URL(filePath: path)).prefix(length).write(to: URL(filePath: cut))
        #expect(throws: LedgerError.self) { try Ledger.restore(cut, to: folder.file("new.sqlite")) }
        #expect(!FileManager.default.fileExists(atPath: folder.file("new.sqlite")))
    }

    @Test("A backup has everything, verifies and leaves nothing beside it")
    func backup() throws {
        try ledger.backup(to: folder.file("b.sqlite"))
        let copy = try Ledger.open(at: folder.file("b.sqlite"), readOnly: true)
        #expect(try copy.lines() == ledger.lines())
        #expect(try copy.verify().isSound)
        try copy.close()
        #expect(try folder.contents.filter { $0.hasPrefix("b.") }.sorted() == ["b.sqlite", "b.sqlite.sha256"])
    }

    @Test("A backup does not replace what is there unless it is asked to, and then only a ledger")
    func backupOverFile() throws {
        let other = folder.file("notes.txt")
        try "notes".write(toFile: other, atomically: true, encoding: .utf8)
        #expect(throws: LedgerError.self) { try ledger.backup(to: other) }
        #expect(throws: LedgerError.self) { try ledger.backup(to: other, replacing: true) }
        #expect(try String(contentsOfFile: other, encoding: .utf8) == "notes")
        try ledger.backup(to: folder.file("b.sqlite"))
        try ledger.importDocument(SampleDocuments.disclosure(year: 2024))
        try ledger.backup(to: folder.file("b.sqlite"), replacing: true)
        #expect(try Ledger.open(at: folder.file("b.sqlite")).lines() == ledger.lines())
    }

    @Test("A backup made while another connection is inside an import holds the state before it")
    func backupDuringWrite() throws {
        let before = try ledger.lines()
        let other = try Ledger.open(at: path)
        try other.write { database in
            try database.execute(sql: "UPDATE account_line SET actual = 0")
            try ledger.backup(to: folder.file("b.sqlite"))
        }
        let copy = try Ledger.open(at: folder.file("b.sqlite"))
        #expect(try copy.lines() == before)
        #expect(try copy.verify().isSound)
    }

    @Test("Backups taken while another connection imports are each a state that was")
    func backupsDuringImports() async throws {
        let path = path
        let folderPath = folder.path
        let linesBefore = try ledger.lines().count
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                let writer = try Ledger.open(at: path)
                for year in 1950..<2000 {
                    // All years are alike to the last 分, which an import asks about.
                    try writer.importDocument(
                        SampleDocuments.disclosure(year: year, actuals: Array(1...20)),
                        terms: ImportTerms(isConfirmed: true))
                }
            }
            group.addTask {
                let reader = try Ledger.open(at: path, readOnly: true)
                for index in 0..<5 {
                    try reader.backup(to: folderPath + "/copy-\(index).sqlite")
                    let copy = try Ledger.open(at: folderPath + "/copy-\(index).sqlite")
                    #expect(try copy.verify().problems == [])
                    #expect(try (copy.lines().count - linesBefore) % 20 == 0)
                }
            }
            try await group.waitForAll()
        }
    }

    @Test("Restoring over a ledger gives the backup's state to those who have it open")
    func restoreInPlace() throws {
        let before = try ledger.lines()
        try ledger.backup(to: folder.file("b.sqlite"))
        try ledger.importDocument(SampleDocuments.disclosure(year: 2024))
        #expect(throws: LedgerError.self) { try Ledger.restore(folder.file("b.sqlite"), to: path) }
        #expect(try ledger.lines() != before)
        try Ledger.restore(folder.file("b.sqlite"), to: path, replacing: true)
        #expect(try ledger.lines() == before)
        #expect(try ledger.verify().isSound)
    }

    @Test("A log left of an earlier ledger keeps a new one from its name")
    func leftoverLog() throws {
        let target = folder.file("new.sqlite")
        try Data("log".utf8).write(to: URL(filePath: target + "-wal"))
        #expect(throws: LedgerError.self) { try ledger.backup(to: target) }
        #expect(!FileManager.default.fileExists(atPath: target))
        #expect(try folder.contents.filter { $0.hasSuffix(".tmp") } == [])
    }
}
