import FinalAccounts
import Foundation
import Platform
import Testing

@testable import Ledger

@Suite("A ledger that may be read and not written")
struct ReadOnlyTests {
    private let folder: TemporaryFolder
    private let other: TemporaryFolder
    private let path: String
    private let lines: [AccountLine]

    init() throws {
        folder = try TemporaryFolder()
        other = try TemporaryFolder()
        path = folder.file("a #1?%41.sqlite")
        let ledger = try Ledger.create(at: path)
        try ledger.importDocument(SampleDocuments.disclosure(actuals: [1, 2, 3]))
        lines = try ledger.lines()
        try ledger.close()
    }

    private func set(_ mode: Int, of path: String) throws {
        try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
    }

    @Test(
        "It is read, verified, exported, backed up and restored from, and nothing appears beside it",
        arguments: [0o444, 0o644])
    func everything(mode: Int) throws {
        try set(mode, of: path)
        try set(0o555, of: folder.path)
        defer { try? set(0o755, of: folder.path) }
        let ledger = try Ledger.open(at: path, readOnly: true)
        #expect(try ledger.lines() == lines)
        #expect(try ledger.verify().isSound)
        try ledger.export(.csv, to: other.file("lines.csv"))
        try ledger.backup(to: other.file("backup.sqlite"))
        try ledger.close()
        try Ledger.restore(path, to: other.file("restored.sqlite"))
        #expect(try Ledger.open(at: other.file("restored.sqlite")).lines() == lines)
        #expect(try Ledger.open(at: other.file("backup.sqlite")).lines() == lines)
        #expect(try folder.contents == [FileManager.default.displayName(atPath: path)])
    }

    @Test("Writing to it is refused with a clear error, for whoever might write all the same")
    func refused() throws {
        try set(0o444, of: path)
        #expect(throws: LedgerError.self) { try Ledger.open(at: path) }
        #expect(throws: LedgerError.self) {
            try Ledger.open(at: path, readOnly: true).importDocument(SampleDocuments.disclosure(year: 2022))
        }
    }

    @Test("A ledger that could be made in a folder can be written there as well")
    func writtenWhereMade() throws {
        try set(0o555, of: other.path)
        defer { try? set(0o755, of: other.path) }
        let made = other.file("new.sqlite")
        // Root makes files in any folder; others in none that is closed to them.
        guard FileEntry.admitsFiles(other.path) else {
            #expect(throws: LedgerError.self) { try Ledger.openOrCreate(at: made) }
            return
        }
        let ledger = try Ledger.openOrCreate(at: made)
        try ledger.importDocument(SampleDocuments.disclosure(year: 2022))
        #expect(try !ledger.lines().isEmpty)
    }

    @Test("What stands only in the log beside it is read as well, or said to be missing, and never passed over")
    func log() throws {
        let ledger = try Ledger.open(at: path)
        try ledger.importDocument(SampleDocuments.disclosure(year: 2022, actuals: [9]))
        // A copy with its log, as a process that was killed leaves them.
        let copy = other.file("copy.sqlite")
        for ending in ["", "-wal"] { try FileManager.default.copyItem(atPath: path + ending, toPath: copy + ending) }
        try set(0o444, of: copy)
        try set(0o555, of: other.path)
        defer { try? set(0o755, of: other.path) }
        do {
            #expect(try Ledger.open(at: copy, readOnly: true).lines().count == 4)
        } catch {
            #expect("\(error)".contains("-wal"))
        }
    }
}
