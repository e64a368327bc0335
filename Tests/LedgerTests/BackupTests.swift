import Foundation
import Platform
import SeededNumbers
import Testing

@testable import Ledger

@Suite("Backups that can be trusted")
struct BackupTests {
    private let folder: TemporaryFolder
    private let ledger: Ledger

    init() throws {
        folder = try TemporaryFolder()
        ledger = try Ledger.create(at: folder.file("a.sqlite"))
        var generator = SeededGenerator(seed: 11)
        try ledger.importDocument(SampleDocuments.random(lines: 200, using: &generator))
    }

    @Test("No backup is replaced by that of a damaged ledger, wherever the damage is", arguments: 0..<40)
    func damaged(seed: Int) throws {
        let backup = folder.file("b.sqlite"), damaged = folder.file("d.sqlite")
        try ledger.backup(to: backup)
        try ledger.backup(to: damaged)
        var generator = SeededGenerator(seed: UInt64(seed))
        var bytes = Array(try Data(contentsOf: URL(filePath: damaged)))
        for _ in 0..<[1, 4, 30][seed % 3] {
            bytes[Int.random(in: 100..<bytes.count, using: &generator)] ^= UInt8.random(in: 1...255, using: &generator)
        }
        try Data(bytes).write(to: URL(filePath: damaged))
        let before = try Data(contentsOf: URL(filePath: backup))
        do {
            try Ledger.open(at: damaged, readOnly: true).backup(to: backup, replacing: true)
        } catch {
            #expect(error.kind == .data, "\(error)")
            #expect(try Data(contentsOf: URL(filePath: backup)) == before)
        }
        #expect(try Ledger.checkBackup(backup).hasDigest)
    }

    @Test("Earlier backups move on, each with its digest, and the oldest goes")
    func generations() throws {
        let backup = folder.file("n.sqlite")
        var states: [Int] = []
        for year in 2001...2005 {
            try ledger.importDocument(SampleDocuments.disclosure(year: year, actuals: [Int64(year)]))
            states.append(try ledger.lines().count)
            try ledger.backup(to: backup, generations: 3)
        }
        for (age, name) in ["n.sqlite", "n.sqlite.1", "n.sqlite.2"].enumerated() {
            let (verification, hasDigest) = try Ledger.checkBackup(folder.file(name))
            #expect(hasDigest && verification.isSound)
            #expect(try Ledger.open(at: folder.file(name), readOnly: true).lines().count == states[4 - age])
            let digest = try String(contentsOfFile: folder.file(name + ".sha256"), encoding: .utf8)
            #expect(digest.hasSuffix("  \(name)\n") && digest.split(separator: "\n").count == 1)
        }
        #expect(!FileManager.default.fileExists(atPath: folder.file("n.sqlite.3")))
    }

    @Test("A backup that was changed is told by its digest and not restored")
    func changed() throws {
        let backup = folder.file("b.sqlite")
        try ledger.backup(to: backup)
        let other = try Ledger.open(at: backup)
        try other.importDocument(SampleDocuments.disclosure())
        try other.close()
        #expect(throws: LedgerError.self) { try Ledger.checkBackup(backup) }
        #expect(throws: LedgerError.self) { try Ledger.restore(backup, to: folder.file("c.sqlite")) }
        #expect(!FileManager.default.fileExists(atPath: folder.file("c.sqlite")))
        try FileManager.default.removeItem(atPath: backup + ".sha256")
        #expect(try !Ledger.checkBackup(backup).hasDigest)
    }
}
