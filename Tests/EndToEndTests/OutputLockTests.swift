import Foundation
import Testing

@Suite("Two jobs with one output folder")
struct OutputLockTests {
    @Test("The second is turned away while the first runs, whatever its ledger, and runs when that has ended")
    func turnedAway() throws {
        let binary = try BuiltBinary()
        for folder in ["bin", "in"] {
            try FileManager.default.createDirectory(
                at: binary.folder.appending(path: folder), withIntermediateDirectories: true)
        }
        // A converter that takes until it is told to end holds the first job up.
        let slow = binary.folder.appending(path: "bin/pdftotext")
        try Data("#!/bin/sh\ntouch started\nwhile [ ! -e go ]; do sleep 0.05; done\nexit 1\n".utf8).write(to: slow)
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: slow.path)
        try Data("%PDF-1.4\n%%EOF\n".utf8).write(to: binary.folder.appending(path: "a.pdf"))
        try FileManager.default.copyItem(
            at: BuiltBinary.package.appending(path: "Data/qingling/2023-disclosure.txt"),
            to: binary.folder.appending(path: "in/2023.txt"))
        try binary.write("sources: [a.pdf]\nledger: one.sqlite\noutput: out\nsteps: [compare]\n", to: "one.yaml")
        try binary.write("sources: in\nledger: two.sqlite\noutput: ./in/../out\nsteps: [compare]\n", to: "two.yaml")

        let first = Process()
        first.executableURL = BuiltBinary.executable
        first.arguments = ["batch", "run", "one.yaml"]
        first.currentDirectoryURL = binary.folder
        first.environment = ["PATH": binary.folder.path + "/bin:/usr/bin:/bin"]
        first.standardError = FileHandle.nullDevice
        first.standardOutput = FileHandle.nullDevice
        try first.run()
        let started = binary.folder.appending(path: "started").path
        for _ in 0..<1000 where !FileManager.default.fileExists(atPath: started) { usleep(10_000) }
        let refused = try binary.run("batch", "run", "two.yaml")
        #expect(refused.status == 75)
        #expect(refused.errors.contains("另一批处理正在写入此文件夹"), "\(refused.errors)")
        try binary.write("", to: "go")
        first.waitUntilExit()
        #expect(try binary.run("batch", "run", "two.yaml").status == 0)
    }
}
