import Foundation
import Testing

@Suite("The batch commands")
struct BatchCommandTests {
    private let binary: BuiltBinary

    init() throws {
        binary = try BuiltBinary()
        let sample = BuiltBinary.package.appending(path: "Data/qingling")
        let folder = binary.folder.appending(path: "in")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for name in ["2021-synthetic.csv", "2022-synthetic.csv", "2023-disclosure.txt"] {
            try FileManager.default.copyItem(at: sample.appending(path: name), to: folder.appending(path: name))
        }
    }

    private func job(_ more: String = "") throws {
        try binary.write(
            """
            amount_unit: wan
            sources: in
            steps: [check, compare, anomalies, forecast, draft, narrate, report]
            \(more)
            """, to: "job.yaml")
    }

    private func summary() throws -> [String: Any] {
        let data = try Data(contentsOf: binary.folder.appending(path: "out/summary.json"))
        return try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    }

    @Test("Every step leaves its file; the exit code 1 says that the check found errors; a second run skips all")
    func steps() throws {
        try job()
        let first = try binary.run("batch", "run", "job.yaml")
        #expect(first.status == 1)
        let events = first.errors.split(separator: "\n").map(String.init)
        #expect(events.allSatisfy { $0.hasPrefix("{") && $0.contains("\"event\":") })
        let unit = try #require((summary()["units"] as? [[String: Any]])?.first)
        #expect((unit["findings"] as? [String: Int])?["error"] ?? 0 > 0)
        let paths = try #require(unit["files"] as? [String])
        let files = paths.map { String($0.split(separator: "/").last ?? "") }
        #expect(
            files == [
                "anomalies-2023.csv", "comparison-2023-2022.csv", "draft-2024.csv", "draft-2024.xlsx",
                "findings-2023.csv", "forecast-2024.csv", "narrative-2023.txt", "report.html",
            ])
        let second = try binary.run("batch", "run", "job.yaml", "--format", "json")
        #expect(second.status == 1)
        #expect(second.output.contains("\"status\": \"skipped\"") || second.output.contains("\"status\":\"skipped\""))
        let status = try binary.run("batch", "status", "job.yaml", "--format", "csv")
        #expect(status.output.split(separator: "\n").count == 3)
        #expect(status.output.contains(",finished,"))
    }

    @Test("The comparison of the batch is the one of the command, to the byte")
    func sameAsCommands() throws {
        try job("ledger: a.sqlite")
        _ = try binary.run("batch", "run", "job.yaml")
        let csv = try binary.run("compare", "--ledger", "a.sqlite", "--year", "2023", "--format", "csv")
        let unit = "武汉市洪山区人民政府青菱街道办事处"
        let made = try String(
            contentsOf: binary.folder.appending(path: "out/\(unit)/comparison-2023-2022.csv"), encoding: .utf8)
        #expect(csv.status == 0)
        #expect(made == csv.output)
    }

    @Test("Findings count from the level the job names; never means exit code 0")
    func thresholds() throws {
        try job("thresholds: {check: never}")
        #expect(try binary.run("batch", "run", "job.yaml").status == 0)
    }

    @Test("A mistake in the job is named with its line, and nothing is touched")
    func mistake() throws {
        try binary.write("sources: in\nstepz: [report]\nlimits: {memory: much}\n", to: "job.yaml")
        let result = try binary.run("batch", "run", "job.yaml")
        #expect(result.status == 65)
        #expect(result.errors.contains("job.yaml:2:1：") && result.errors.contains("“steps”"))
        #expect(result.errors.contains("job.yaml:3:"))
        #expect(try binary.names() == ["in", "job.yaml"])
    }

    @Test("A source that is not there is an error of input; a dry run lists what would be read")
    func sources() throws {
        try binary.write("name: a\nsources: [nowhere]\n", to: "job.yaml")
        let missing = try binary.run("batch", "run", "job.yaml")
        #expect(missing.status == 66)
        #expect(missing.errors.contains("job.yaml:2"))
        try job()
        let dry = try binary.run("batch", "run", "job.yaml", "--dry-run", "--format", "csv")
        #expect(dry.status == 0)
        #expect(dry.output.split(separator: "\n").count == 4)
        #expect(try binary.names() == ["in", "job.yaml"])
    }

    @Test("One bad document does not stop the others; the exit code is 2 and status says why")
    func badDocument() throws {
        try binary.write("nothing to see", to: "in/2020.xlsx")
        try job()
        #expect(try binary.run("batch", "run", "job.yaml").status == 2)
        let counts = try summary()["counts"] as? [String: [String: Int]]
        #expect(counts?["documents"] == ["failed": 1, "imported": 3])
        #expect(counts?["units"] == ["done": 1])
        let status = try binary.run("batch", "status", "job.yaml", "--format", "json")
        #expect(status.output.contains("in/2020.xlsx"))
    }

    @Test("A ledger without a batch has no runs, a ledger that is not there is an error")
    func noRuns() throws {
        #expect(try binary.run("batch", "status", "--ledger", "none.sqlite").status == 66)
        _ = try binary.run("import", "--ledger", "a.sqlite", "--amount-unit", "wan", "in/2022-synthetic.csv")
        let status = try binary.run("batch", "status", "--ledger", "a.sqlite", "--format", "csv")
        #expect(status.status == 0)
        #expect(status.output.split(separator: "\n").count == 1)
    }
}

@Suite("A batch under trial", .enabled(if: Script.hasPython, "python3 is not installed"))
struct BatchTrialTests {
    @Test("Killed at random moments and restarted, a batch ends with the ledger and the files of an undisturbed one")
    func killed() throws {
        let result = try Script.run("scripts/batch/crash.py", "5", "6", "4")
        #expect(result.status == 0, "\(result.output)")
        #expect(result.output.contains("same ledger and outputs"))
    }

    @Test("A full disk and a read-only folder give one clear error and a ledger that verifies")
    func disk() throws {
        let result = try Script.run("scripts/batch/disk.py", "6")
        #expect(result.status == 0, "\(result.output)")
        if result.output.contains("skipped") { print(result.output) }
    }
}
