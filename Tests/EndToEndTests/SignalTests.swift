import Foundation
import Testing

@Suite("Being told to stop")
struct SignalTests {
    /// A program that reading waits for: in this process, in the one that reads, and there behind another.
    enum Converter: String, CaseIterable, Sendable {
        case pdftotext, pdftoppm, soffice

        var document: Data {
            switch self {
            case .pdftotext: Data("%PDF-1.4\n%%EOF\n".utf8)
            case .pdftoppm: SmallPDF(pages: 1).data
            case .soffice: Data("{\\rtf1\\ansi x}".utf8)
            }
        }
    }

    private func firstNumber(in file: URL) throws -> pid_t? {
        guard FileManager.default.fileExists(atPath: file.path) else { return nil }
        return try String(contentsOf: file, encoding: .utf8).split(separator: "\n").first.flatMap { pid_t(String($0)) }
    }

    @Test(
        "A signal ends what was started, leaves no temporary file and nothing half-written",
        arguments: [SIGHUP, SIGINT, SIGQUIT, SIGUSR1, SIGUSR2, SIGTERM], Converter.allCases)
    func stopped(signal: Int32, converter: Converter) throws {
        let binary = try BuiltBinary()
        let tools = binary.folder.appending(path: "bin"), temporary = binary.folder.appending(path: "tmp")
        for folder in [tools, temporary] {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        }
        // A converter that takes long, with a child of its own, both to be known by the file they hold open.
        let slow = tools.appending(path: converter.rawValue)
        try Data("#!/bin/sh\necho $$ >> pids\n(echo started; sleep 60) & wait\n".utf8).write(to: slow)
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: slow.path)
        try converter.document.write(to: binary.folder.appending(path: "a.pdf"))
        try binary.write("old", to: "old.txt")

        let process = Process()
        process.executableURL = BuiltBinary.executable
        process.arguments = ["read", "a.pdf", "--ocr", "always", "--output", "out.json"]
        process.currentDirectoryURL = binary.folder
        process.environment = ["PATH": tools.path + ":/usr/bin:/bin", "TMPDIR": temporary.path]
        process.standardError = FileHandle.nullDevice
        try process.run()
        let pids = binary.folder.appending(path: "pids")
        let deadline = ContinuousClock.now + .seconds(30)
        // The file is there a moment before the number is in it.
        var written: pid_t?
        while written == nil, ContinuousClock.now < deadline {
            usleep(20_000)
            written = try firstNumber(in: pids)
        }
        let child = try #require(written)
        kill(process.processIdentifier, signal)
        process.waitUntilExit()
        #expect(process.terminationReason == .exit)
        #expect(process.terminationStatus == 128 + signal)
        // The group is gone, the grandchild with it, once the system has buried it.
        var isGone = false
        for _ in 0..<100 where !isGone {
            isGone = kill(-child, 0) != 0
            usleep(20_000)
        }
        #expect(isGone)
        #expect(try FileManager.default.contentsOfDirectory(atPath: temporary.path).isEmpty)
        #expect(try binary.names() == ["a.pdf", "bin", "old.txt", "pids", "tmp"])
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: binary.folder.path).allSatisfy {
                !$0.contains("juesuan-")
            })
    }
}
