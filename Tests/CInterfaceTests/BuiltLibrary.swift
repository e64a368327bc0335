import Foundation

/// The library as it was built, with the examples compiled against it, in a folder of its own that goes away with the value.
final class BuiltLibrary {
    /// What a run left behind.
    struct Result {
        let status: Int32
        let output: Data
        let errors: String
    }

    static let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// The library, which stands beside the test bundle that runs this code.
    static var path: String {
        URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().appending(path: "libCJuesuan.so").path
    }

    /// Where the examples stand once they are compiled.
    let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "juesuan-c-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    /// Runs a program to its end.
    func run(_ program: String, _ arguments: [String], input: Data = Data(), environment: [String: String] = [:]) throws
        -> Result
    {
        let process = Process()
        process.executableURL = URL(filePath: program)
        process.arguments = arguments
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        let files = ["in", "out", "err"].map { folder.appending(path: ".\($0)") }
        try input.write(to: files[0])
        for file in files[1...] { try Data().write(to: file) }
        process.standardInput = try FileHandle(forReadingFrom: files[0])
        process.standardOutput = try FileHandle(forWritingTo: files[1])
        process.standardError = try FileHandle(forWritingTo: files[2])
        try process.run()
        process.waitUntilExit()
        return Result(
            status: process.terminationStatus, output: try Data(contentsOf: files[1]),
            errors: try String(contentsOf: files[2], encoding: .utf8))
    }

    /// Compiles and runs the examples.
    func check(valgrind names: String) throws -> Result {
        try run(
            Self.package.appending(path: "scripts/c/check.sh").path, [Self.path, folder.path],
            environment: ["VALGRIND": names])
    }
}
