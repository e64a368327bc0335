import Foundation

/// The scripts of the package, run over the binary that was built with the tests.
enum Script {
    /// Whether scripts in Python can be run.
    static var hasPython: Bool { Program.exists("python3") }

    /// Runs a script to its end; `output` holds what it wrote to either stream.
    static func run(_ path: String, _ arguments: String...) throws -> (status: Int32, output: String) {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        let script = BuiltBinary.package.appending(path: path).path
        process.arguments = (path.hasSuffix(".py") ? ["python3", script] : [script]) + arguments
        process.environment = ProcessInfo.processInfo.environment.merging(["JUESUAN": BuiltBinary.executable.path]) {
            $1
        }
        let file = FileManager.default.temporaryDirectory.appending(path: "juesuan-\(UUID().uuidString).log")
        defer { try? FileManager.default.removeItem(at: file) }
        try Data().write(to: file)
        let handle = try FileHandle(forWritingTo: file)
        process.standardOutput = handle
        process.standardError = handle
        process.standardInput = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        return (process.terminationStatus, try String(contentsOf: file, encoding: .utf8))
    }
}
