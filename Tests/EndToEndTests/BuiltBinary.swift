import Foundation

/// The command line as it was built, run as a child process in a folder of its own that goes away with the value.
final class BuiltBinary {
    /// What a run left behind.
    struct Result {
        let status: Int32
        let output: String
        let errors: String
    }

    /// The folder the binary runs in; relative arguments are relative to it.
    let folder: URL

    /// Creates a fresh folder to run in.
    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "juesuan-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    deinit {
        try? FileManager.default.removeItem(at: folder)
    }

    /// The package's folder.
    static let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// The documents that cannot be shipped with the source.
    static let shared = package.deletingLastPathComponent().appending(path: "shared")

    /// Whether those documents are there.
    static var hasShared: Bool { FileManager.default.fileExists(atPath: shared.appending(path: "disclosures").path) }

    /// The binary, which stands beside the test bundle that runs this code.
    static var executable: URL {
        URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().appending(path: "juesuan")
    }

    /// Runs the binary to its end.
    func run(_ arguments: String..., environment: [String: String] = [:]) throws -> Result {
        try run(arguments, environment: environment)
    }

    /// Runs the binary, or a copy of it, to its end.
    func run(
        _ arguments: [String], environment: [String: String] = [:], executable: URL = BuiltBinary.executable
    ) throws -> Result {
        let process = Process()
        process.executableURL = executable
        process.arguments = arguments
        process.currentDirectoryURL = folder
        process.environment = ["LANG": "zh_CN.UTF-8", "PATH": "/usr/local/bin:/usr/bin:/bin"]
            .merging(environment) { _, given in given }
        let output = folder.appending(path: ".stdout"), errors = folder.appending(path: ".stderr")
        for file in [output, errors] { try Data().write(to: file) }
        process.standardOutput = try FileHandle(forWritingTo: output)
        process.standardError = try FileHandle(forWritingTo: errors)
        process.standardInput = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        return Result(
            status: process.terminationStatus, output: try String(contentsOf: output, encoding: .utf8),
            errors: try String(contentsOf: errors, encoding: .utf8))
    }

    /// Runs a script of the shell to its end; `$JUESUAN` is the binary.
    func shell(_ script: String) throws -> Result {
        try run(
            ["-c", script], environment: ["JUESUAN": Self.executable.path], executable: URL(filePath: "/bin/bash"))
    }

    /// Writes a file into the folder and returns its name.
    @discardableResult
    func write(_ text: String, to name: String) throws -> String {
        try Data(text.utf8).write(to: folder.appending(path: name))
        return name
    }

    /// The names in the folder, hidden files left out.
    func names() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { !$0.hasPrefix(".") }.sorted()
    }
}
