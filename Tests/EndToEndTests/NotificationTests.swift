import Foundation
import Testing

@Suite("Being told of every end")
struct NotificationTests {
    private let binary: BuiltBinary
    private let notify =
        "notify: {on: failure, command: [sh, -c, 'cat >> told; echo \"$JUESUAN_BATCH_EXIT\" >> codes']}\n"

    init() throws {
        binary = try BuiltBinary()
        try FileManager.default.createDirectory(
            at: binary.folder.appending(path: "in"), withIntermediateDirectories: true)
        try FileManager.default.copyItem(
            at: BuiltBinary.package.appending(path: "Data/qingling/2023-disclosure.txt"),
            to: binary.folder.appending(path: "in/2023.txt"))
    }

    private func told() -> String {
        (try? String(contentsOf: binary.folder.appending(path: "told"), encoding: .utf8)) ?? ""
    }

    /// Ends before a run has begun or in its midst: what the job says, and the exit code.
    static let ends: [(name: String, job: String, status: Int32)] = [
        ("a key that is none", "sources: in\nstepz: [compare]\n", 65),
        ("a source that is not there", "sources: gone\n", 66),
        ("no document in the sources", "sources: empty\n", 66),
        ("a ledger that is none", "sources: in\nledger: text\n", 65),
        ("an output that is a file", "sources: in\noutput: text\n", 73),
    ]

    @Test("Whoever asks to be told of failures is told of each, with the reason and the exit code", arguments: ends)
    func failures(name: String, job: String, status: Int32) throws {
        try binary.write("no ledger at all, and no folder", to: "text")
        try FileManager.default.createDirectory(
            at: binary.folder.appending(path: "empty"), withIntermediateDirectories: true)
        try binary.write(job + notify, to: "job.yaml")
        let result = try binary.run("batch", "run", "job.yaml")
        #expect(result.status == status)
        let message = try #require(
            try JSONSerialization.jsonObject(with: Data(told().utf8)) as? [String: Any], "\(result.errors)")
        #expect(message["exitCode"] as? Int32 == status)
        #expect((message["error"] as? String)?.isEmpty == false)
        #expect(try String(contentsOf: binary.folder.appending(path: "codes"), encoding: .utf8) == "\(status)\n")
    }

    @Test("A run that was cut off is told of by the next one")
    func cutOff() throws {
        let tools = binary.folder.appending(path: "bin")
        try FileManager.default.createDirectory(at: tools, withIntermediateDirectories: true)
        let slow = tools.appending(path: "pdftotext")
        try Data("#!/bin/sh\ntouch started\nexec sleep 60\n".utf8).write(to: slow)
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: slow.path)
        let pdf = binary.folder.appending(path: "in/a.pdf")
        try Data("%PDF-1.4\n%%EOF\n".utf8).write(to: pdf)
        try binary.write("sources: in\nsteps: [compare]\n" + notify, to: "job.yaml")

        let process = Process()
        process.executableURL = BuiltBinary.executable
        process.arguments = ["batch", "run", "job.yaml"]
        process.currentDirectoryURL = binary.folder
        process.environment = ["PATH": tools.path + ":/usr/bin:/bin"]
        process.standardError = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        try process.run()
        let started = binary.folder.appending(path: "started")
        let deadline = ContinuousClock.now + .seconds(30)
        while !FileManager.default.fileExists(atPath: started.path), ContinuousClock.now < deadline { usleep(20_000) }
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
        #expect(told().isEmpty)

        try FileManager.default.removeItem(at: pdf)
        #expect(try binary.run("batch", "run", "job.yaml").status == 0)
        #expect(told().contains("先前的一次运行中断"))
        let first = told()
        #expect(try binary.run("batch", "run", "job.yaml").status == 0)
        #expect(told() == first)
    }

    @Test("Who could not be told is told by the next run, once, and of nothing that the job no longer names")
    func undelivered() throws {
        let command = "notify: {on: always, command: [sh, -c, 'test -e open && cat >> told']}\n"
        try binary.write("sources: in\nsteps: [compare]\n" + command, to: "job.yaml")
        let pending = binary.folder.appending(path: "out/.juesuan-undelivered")
        for _ in 0..<2 { #expect(try binary.run("batch", "run", "job.yaml").errors.contains("以退出码 1 结束")) }
        #expect(FileManager.default.fileExists(atPath: pending.path))
        try binary.write("", to: "open")
        #expect(try binary.run("batch", "run", "job.yaml").status == 0)
        // Two that were pending, and this run's own.
        #expect(told().split(separator: "\n").count { $0.contains("\"job\"") } == 3, "\(told())")
        #expect(!FileManager.default.fileExists(atPath: pending.path))
        try FileManager.default.removeItem(at: binary.folder.appending(path: "open"))
        _ = try binary.run("batch", "run", "job.yaml")
        try binary.write("sources: in\nsteps: [compare]\n" + notify, to: "job.yaml")
        _ = try binary.run("batch", "run", "job.yaml")
        #expect(told().split(separator: "\n").count { $0.contains("\"job\"") } == 3)
        #expect(!FileManager.default.fileExists(atPath: pending.path))
    }
}
