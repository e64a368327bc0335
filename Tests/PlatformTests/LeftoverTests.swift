import Foundation
import Testing

@testable import Platform

@Suite("What a killed process leaves")
struct LeftoverTests {
    private func names(_ folder: URL) throws -> Set<String> { Set(try TestFolder.names(in: folder)) }

    @Test("A temporary file of a process that is gone goes with what stands beside it, one that somebody holds stays")
    func files() throws {
        try TestFolder.with { folder in
            // Process numbers end at 4,194,304 (PID_MAX_LIMIT): this one can never run.
            let (left, held) = (".juesuan-9999999-1.tmp", ".juesuan-9999999-2.tmp")
            let own = ".juesuan-\(getpid())-3.tmp"
            for name in [left, left + "-wal", held, held + "-wal", own, ".juesuan-x.tmp", "a.tmp"] {
                try Data("x".utf8).write(to: folder.appending(path: name))
            }
            let claim = try #require(FileClaim(on: folder.appending(path: held).path))
            #expect(WorkingName.removeLeftovers(in: folder.path) == 2)
            #expect(try names(folder) == [held, held + "-wal", own, ".juesuan-x.tmp", "a.tmp"])
            claim.release()
            #expect(WorkingName.removeLeftovers(in: folder.path) == 2)
        }
    }

    @Test("What is being written is held until it has its name")
    func stream() throws {
        try TestFolder.with { folder in
            let stream = try AtomicFileStream(to: folder.appending(path: "out.csv").path)
            try stream.write("a")
            let name = try #require(try names(folder).first)
            #expect(!FileClaim.isFree(folder.appending(path: name).path))
            try stream.finish()
            #expect(try names(folder) == ["out.csv"])
            #expect(FileClaim.isFree(folder.appending(path: "out.csv").path))
        }
    }

    @Test("A temporary folder is known by its mark and by nobody holding it, never by its name alone")
    func folders() throws {
        try TestFolder.with { folder in
            for name in ["juesuan-people", "juesuan-marked", "juesuan-held"] {
                try FileManager.default.createDirectory(
                    at: folder.appending(path: "\(name)/inner"), withIntermediateDirectories: true)
            }
            for name in ["juesuan-marked", "juesuan-held"] {
                try Data().write(to: folder.appending(path: "\(name)/.juesuan-temporary"))
            }
            try Data("picture".utf8).write(to: folder.appending(path: "juesuan-marked/page.pgm"))
            try FileManager.default.createSymbolicLink(
                at: folder.appending(path: "juesuan-link"), withDestinationURL: folder.appending(path: "juesuan-marked")
            )
            let claim = try #require(FileClaim(on: folder.appending(path: "juesuan-held").path))
            TemporaryFolder.removeLeftovers(in: folder.path)
            #expect(try names(folder) == ["juesuan-people", "juesuan-link", "juesuan-held"])
            claim.release()
        }
    }

    @Test("A temporary folder in use is held and marked")
    func inUse() throws {
        let folder = try TemporaryFolder()
        #expect(!FileClaim.isFree(folder.path))
        #expect(FileEntry(at: folder.path + "/.juesuan-temporary") == .file(size: 0))
    }
}
