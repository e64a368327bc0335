import Foundation
import Glibc
import Testing

@testable import Platform

@Suite("Files opened for reading")
struct OpenedFileTests {
    private static func kind(reading path: String, limit: Int = .max) -> ErrorKind? {
        do throws(ReadError) {
            _ = try SourceFile(reading: path, limit: limit)
            return nil
        } catch {
            return error.kind
        }
    }

    @Test(
        "What is missing, a folder, a pipe, empty or too large is told apart, and a pipe nobody writes to is not waited for"
    )
    func kinds() throws {
        try TestFolder.with { folder in
            let pipe = folder.appending(path: "pipe").path
            #expect(mkfifo(pipe, 0o600) == 0)
            let empty = folder.appending(path: "empty").path
            try Data().write(to: URL(filePath: empty))
            let file = folder.appending(path: "file").path
            try Data("决算".utf8).write(to: URL(filePath: file))
            #expect(Self.kind(reading: folder.appending(path: "none").path) == .noInput)
            #expect(Self.kind(reading: folder.path) == .noInput)
            #expect(Self.kind(reading: pipe) == .noInput)
            #expect(Self.kind(reading: empty) == .data)
            #expect(Self.kind(reading: file, limit: 5) == .data)
            #expect(Self.kind(reading: file, limit: 6) == nil)
        }
    }

    @Test("Pieces together are the file; settings may be empty")
    func pieces() throws {
        try TestFolder.with { folder in
            let path = folder.appending(path: "file").path
            let content = (0..<1000).map { UInt8($0 % 251) }
            try Data(content).write(to: URL(filePath: path))
            var read: [UInt8] = []
            try OpenedFile(path).forEachPiece(of: 7) { read += $0 }
            #expect(read == content)
            try Data().write(to: URL(filePath: path))
            #expect(try SourceFile.settings(path).isEmpty)
        }
    }
}

@Suite("Child processes")
struct ChildProcessTests {
    private static func ending(_ script: String, seconds: Double = 20, outputLimit: Int? = 1000) -> ChildProcess.Ending?
    {
        ChildProcess(
            program: "sh", arguments: ["-c", script], seconds: seconds, memory: 0, outputLimit: outputLimit
        ).run()?.ending
    }

    @Test("How a program ended is told apart, whether its output is wanted or not")
    func endings() {
        for limit in [1000, nil] {
            #expect(Self.ending("exit 0", outputLimit: limit) == .exited(0))
            #expect(Self.ending("exit 3", outputLimit: limit) == .exited(3))
            #expect(Self.ending("kill -9 $$", outputLimit: limit) == .killed(signal: 9))
            #expect(Self.ending("sleep 30", seconds: 0.2, outputLimit: limit) == .timedOut)
        }
        #expect(Self.ending("yes") == .printedTooMuch)
    }

    @Test("A program gets its standard input and the settings it is given")
    func input() throws {
        let folder = try TemporaryFolder()
        let file = try folder.write(Array("in".utf8), as: "input")
        let outcome = ChildProcess(
            program: "sh", arguments: ["-c", "cat; printf %s \"$WORD\""], seconds: 20, memory: 0, outputLimit: 100,
            environment: ["WORD": "set"], inheritsEnvironment: true, input: file
        ).run()
        #expect(outcome?.output == Array("inset".utf8))
    }
}
