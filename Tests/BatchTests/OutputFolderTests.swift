import Foundation
import Ledger
import Platform
import Testing

@testable import Batch

@Suite("Paths that a ledger names")
struct OutputFolderTests {
    private let folder: TemporaryFolder
    private let output: OutputFolder

    init() throws {
        folder = try TemporaryFolder()
        output = try OutputFolder(preparing: folder.file("out"))
        try FileManager.default.createDirectory(atPath: folder.file("out/甲局"), withIntermediateDirectories: true)
        try FileManager.default.createDirectory(atPath: folder.file("other"), withIntermediateDirectories: true)
        try FileManager.default.createSymbolicLink(
            atPath: folder.file("out/link"), withDestinationPath: folder.file("other"))
    }

    private func record(_ path: String, of file: String) throws -> BatchTask.Output {
        try Data("a person's".utf8).write(to: URL(filePath: file))
        return BatchTask.Output(path: path, hash: try ContentHash(ofFileAt: file))
    }

    @Test("A path that leads out of the output folder is neither read nor removed nor taken for this program's")
    func outside() throws {
        let victim = folder.file("victim"), linked = folder.file("other/victim")
        let records = [
            try record("../victim", of: victim), try record("甲局/../../victim", of: victim),
            try record(victim, of: victim),
            try record("", of: victim), try record("link/victim", of: linked),
        ]
        for one in records { #expect(!output.holds([one]) && output.hash(of: one.path) == nil) }
        output.adopt(records)
        #expect(output.remove(records, except: []).isEmpty)
        #expect(FileManager.default.fileExists(atPath: victim) && FileManager.default.fileExists(atPath: linked))
        #expect(try folder.contents == ["other", "out", "victim"])
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.file("other")) == ["victim"])
    }

    @Test("What this program wrote into the folder and no longer makes is removed, what a person changed stays")
    func inside() throws {
        let made = try record("甲局/a.csv", of: folder.file("out/甲局/a.csv"))
        let changed = BatchTask.Output(path: "甲局/b.csv", hash: ContentHash(of: "before".utf8))
        try Data("after".utf8).write(to: URL(filePath: folder.file("out/甲局/b.csv")))
        #expect(output.holds([made]))
        #expect(output.remove([made, changed], except: []) == ["甲局/b.csv"])
        #expect(output.hash(of: "甲局/a.csv") == nil && output.hash(of: "甲局/b.csv") != nil)
    }
}
