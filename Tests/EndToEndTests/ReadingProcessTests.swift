import Foundation
import Testing

/// Documents read in processes of their own: the same figures, and whatever happens to one is its document's only.
@Suite("Reading in processes of their own")
struct ReadingProcessTests {
    private let binary: BuiltBinary
    private static let sample = BuiltBinary.package.appending(path: "Data/qingling/2023-disclosure.txt")

    init() throws {
        binary = try BuiltBinary()
        try FileManager.default.copyItem(at: Self.sample, to: binary.folder.appending(path: "good.txt"))
    }

    /// A text that takes more than it may: a page of nothing but subjects, each of which is followed up.
    private func writeHeavy(_ name: String, megabytes: Int) throws {
        let line = "1.教育支出（类）普通教育（款）小学教育（项）。年初预算为100.00万元，支出决算为90.50万元，完成年初预算的90.50%。\n"
        let text = String(repeating: line, count: (megabytes << 20) / line.utf8.count)
        try binary.write("某某局2023年度部门决算\n" + text, to: name)
    }

    @Test("A document that needs more memory than it may have fails alone, with one clear error")
    func memory() throws {
        try writeHeavy("heavy.txt", megabytes: 14)
        let result = try binary.run("import", "--ledger", "a.sqlite", "--memory", "80 MB", "heavy.txt", "good.txt")
        #expect(result.status == 1)
        let errors = result.errors.split(separator: "\n").filter { $0.hasPrefix("juesuan: heavy.txt") }
        #expect(errors.count == 1)
        #expect(errors.first?.contains("上限 76 MB") == true, "\(result.errors)")
        #expect(result.output.contains("已导入"))
    }

    @Test("A file of account lines is bounded like any document, and read whole where it keeps within")
    func lineFile() throws {
        let header = "unit,fiscal_year,subject_code,subject_name,actual\n"
        let rows = (0..<120_000).map { "第\($0 / 100)局,2023,\(2_010_000 + $0 % 100),项\($0 % 100),\($0)\n" }.joined()
        try binary.write(header + rows, to: "lines.csv")
        let bounded = try binary.run("import", "--ledger", "a.sqlite", "--memory", "30 MB", "lines.csv", "good.txt")
        #expect(bounded.status == 1)
        #expect(bounded.errors.contains("lines.csv：读取进程被终止"), "\(bounded.errors)")
        #expect(bounded.output.contains("已导入"))
        #expect(try binary.run("import", "--ledger", "b.sqlite", "lines.csv").output.contains("120000"))
        try binary.write(header + rows + "第1局,2023,2010101,项,many\n", to: "wrong.csv")
        let wrong = try binary.run("import", "--ledger", "c.sqlite", "wrong.csv")
        #expect(wrong.status == 65 && wrong.errors.contains("第 120002 行“actual”列"), "\(wrong.errors)")
    }

    @Test("A batch bounds what reads its documents by the job's memory, says what failed and goes on")
    func batch() throws {
        try binary.write("sources: [heavy.txt, good.txt]\nsteps: [compare]\nlimits: {memory: 2 GB}\n", to: "job.yaml")
        try writeHeavy("heavy.txt", megabytes: 15)
        let result = try binary.run("batch", "run", "job.yaml")
        #expect(result.status == 2)
        let summary = try String(contentsOf: binary.folder.appending(path: "out/summary.json"), encoding: .utf8)
        #expect(summary.contains("heavy.txt："))
    }

    @Test("A reader that is killed from outside fails its document only, and the next is read by another")
    func killed() throws {
        try writeHeavy("heavy.txt", megabytes: 14)
        let process = Process()
        process.executableURL = BuiltBinary.executable
        process.arguments = ["read", "heavy.txt", "good.txt", "--format", "json", "--output", "out.json"]
        process.currentDirectoryURL = binary.folder
        let errors = binary.folder.appending(path: "errors")
        try Data().write(to: errors)
        process.standardError = try FileHandle(forWritingTo: errors)
        try process.run()
        var readers: [pid_t] = []
        // The one that is at the heavy text is soon known by the time it takes.
        for _ in 0..<3000 where readers.isEmpty {
            usleep(10_000)
            readers = Self.children(of: process.processIdentifier).filter { Self.processorTime(of: $0) > 300 }
        }
        for reader in readers { kill(reader, SIGKILL) }
        process.waitUntilExit()
        let said = try String(contentsOf: errors, encoding: .utf8)
        #expect(said.contains("heavy.txt：读取进程被终止（信号 9）"), "\(said)")
        #expect(try String(contentsOf: binary.folder.appending(path: "out.json"), encoding: .utf8).contains("good.txt"))
    }

    @Test("Readers are gone with the program, however it ends", arguments: [SIGTERM, SIGKILL])
    func orphans(signal: Int32) throws {
        try writeHeavy("heavy.txt", megabytes: 14)
        let process = Process()
        process.executableURL = BuiltBinary.executable
        process.arguments = ["read", "heavy.txt", "heavy.txt"]
        process.currentDirectoryURL = binary.folder
        process.standardError = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        try process.run()
        var readers: [pid_t] = []
        for _ in 0..<500 where readers.isEmpty {
            usleep(10_000)
            readers = Self.children(of: process.processIdentifier)
        }
        #expect(!readers.isEmpty)
        kill(process.processIdentifier, signal)
        process.waitUntilExit()
        for _ in 0..<200 where readers.contains(where: { kill($0, 0) == 0 }) { usleep(10_000) }
        #expect(readers.allSatisfy { kill($0, 0) != 0 })
    }

    private static func children(of process: pid_t) -> [pid_t] {
        fields { $0.count > 3 && $0[1] == String(process) }
    }

    private static func processorTime(of process: pid_t) -> Int {
        var ticks = 0
        _ = fields(of: process).map { ticks = Int($0[11]) ?? 0 }
        return ticks
    }

    private static func fields(where isWanted: ([Substring]) -> Bool) -> [pid_t] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
        return names.compactMap { pid_t($0) }.filter { fields(of: $0).map(isWanted) ?? false }
    }

    /// What the system says of a process behind its name: state, parent and so on.
    private static func fields(of process: pid_t) -> [Substring]? {
        guard let text = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8),
            let end = text.lastIndex(of: ")")
        else { return nil }
        return text[text.index(after: end)...].split(separator: " ")
    }
}
