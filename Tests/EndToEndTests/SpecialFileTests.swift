import Foundation
import Testing

@Suite("What is no plain file")
struct SpecialFileTests {
    private let binary: BuiltBinary

    init() throws {
        binary = try BuiltBinary()
        let folder = binary.folder.appending(path: "in/deep")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try FileManager.default.copyItem(
            at: BuiltBinary.package.appending(path: "Data/qingling/2023-disclosure.txt"),
            to: folder.appending(path: "2023.txt"))
        let path = binary.folder.path + "/in/"
        #expect(mkfifo(path + "pipe.txt", 0o600) == 0)
        for (link, target) in [
            ("loop.txt", "loop.txt"), ("gone.csv", "nowhere"), ("zero.txt", "/dev/zero"), ("up", ".."),
        ] {
            try FileManager.default.createSymbolicLink(atPath: path + link, withDestinationPath: target)
        }
    }

    /// Names that have to be told of.
    private let odd = ["in/gone.csv", "in/loop.txt", "in/pipe.txt", "in/up", "in/zero.txt"]

    @Test(
        "A folder with pipes, devices, loops and links is read to its end, and each of them counted as a failure",
        arguments: [["read", "in", "--format", "json"], ["check", "in", "--format", "json"]])
    func folder(arguments: [String]) throws {
        let result = try binary.run(arguments)
        #expect(result.status == 1)
        for name in odd { #expect(result.errors.contains("juesuan: \(name)："), "\(name)") }
        #expect(result.output.contains("2023.txt"))
    }

    @Test("A batch over such a folder ends, imports what is sound and says what failed")
    func batch() throws {
        try binary.write("sources: in\nsteps: [compare]\n", to: "job.yaml")
        let result = try binary.run("batch", "run", "job.yaml")
        #expect(result.status == 2)
        for name in odd {
            #expect(result.errors.contains("\"message\":\"in/") && result.errors.contains(name), "\(name)")
        }
        #expect(result.errors.contains("\"name\":\"in/deep/2023.txt\",\"status\":\"imported\""))
    }

    @Test("A folder that may not be read is told of", .disabled(if: getuid() == 0, "root reads every folder"))
    func unreadable() throws {
        let locked = binary.folder.appending(path: "in/locked")
        try FileManager.default.createDirectory(at: locked, withIntermediateDirectories: true)
        chmod(locked.path, 0)
        defer { chmod(locked.path, 0o700) }
        #expect(try binary.run("read", "in").errors.contains("in/locked：没有读取权限"))
    }

    @Test("A pipe that nobody writes to is no settings file and is not waited for")
    func settings() throws {
        let result = try binary.run("batch", "run", "in/pipe.txt")
        #expect(result.status == 65)
        #expect(!result.errors.isEmpty)
    }
}
