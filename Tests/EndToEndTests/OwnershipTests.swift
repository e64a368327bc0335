import Foundation
import Testing

@Suite("Files people have worked in")
struct OwnershipTests {
    private let binary: BuiltBinary
    private let files = [
        "anomalies-2023.csv", "comparison-2023-2022.csv", "draft-2024.csv", "draft-2024.xlsx", "findings-2023.csv",
        "forecast-2024.csv", "narrative-2023.txt", "report.html",
    ]

    /// What happens after a person has worked in the files of a night.
    enum Event: CaseIterable {
        case nothing, correction, nextYear, stepsRemoved
    }

    init() throws {
        binary = try BuiltBinary()
        let sample = BuiltBinary.package.appending(path: "Data/qingling")
        let folder = binary.folder.appending(path: "in")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for name in ["2022-synthetic.csv", "2023-disclosure.txt"] {
            try FileManager.default.copyItem(at: sample.appending(path: name), to: folder.appending(path: name))
        }
    }

    private func runNight(steps: String) throws -> BuiltBinary.Result {
        try binary.write("amount_unit: wan\nsources: in\nsteps: [\(steps)]\n", to: "job.yaml")
        return try binary.run("batch", "run", "job.yaml")
    }

    private func contents() throws -> [String: Data] {
        let output = binary.folder.appending(path: "out")
        let names = try FileManager.default.subpathsOfDirectory(atPath: output.path)
        return try names.reduce(into: [:]) { contents, name in
            let file = output.appending(path: name)
            if !name.contains("/") || file.hasDirectoryPath { return }
            contents[name] = try Data(contentsOf: file)
        }
    }

    @Test("Nothing a person changed is lost, whatever the next night brings", arguments: Event.allCases)
    func nights(event: Event) throws {
        let all = "check, compare, anomalies, forecast, draft, narrate, report"
        _ = try runNight(steps: all)
        let folder = try #require(try contents().keys.first?.split(separator: "/").first)
        var edited: Set<Data> = []
        for name in files {
            let file = binary.folder.appending(path: "out/\(folder)/\(name)")
            let data = try Data(contentsOf: file) + Data("科长批注".utf8)
            try data.write(to: file)
            edited.insert(data)
        }
        var steps = all
        switch event {
        case .nothing: break
        case .correction:
            let file = binary.folder.appending(path: "in/2022-synthetic.csv")
            let text = try String(contentsOf: file, encoding: .utf8)
            try Data(text.replacing("1", with: "2", maxReplacements: 40).utf8).write(to: file)
        case .nextYear:
            let text = try String(contentsOf: binary.folder.appending(path: "in/2022-synthetic.csv"), encoding: .utf8)
            try binary.write(text.replacing("2022", with: "2024"), to: "in/2024.csv")
        case .stepsRemoved: steps = "compare"
        }
        let result = try runNight(steps: steps)
        let kept = Set(try contents().values)
        #expect(edited.isSubset(of: kept))
        #expect(result.errors.components(separatedBy: "已被编辑").count > files.count / 2)
        // And the night after that leaves everything where it is.
        _ = try runNight(steps: steps)
        #expect(edited.isSubset(of: Set(try contents().values)))
    }

    @Test("A night over files as they were written keeps nothing aside")
    func untouched() throws {
        _ = try runNight(steps: "compare, forecast")
        _ = try runNight(steps: "compare, anomalies")
        let names = try contents().keys.map { String($0.split(separator: "/").last ?? "") }.sorted()
        #expect(names == [".juesuan-written", "anomalies-2023.csv", "comparison-2023-2022.csv"])
    }

    @Test(
        "A command does not replace a file that someone changed, unless it is told to",
        arguments: [
            (["compare", "--input", "in/2022-synthetic.csv", "in/2023.csv", "--amount-unit", "wan"], "表.csv"),
            (["forecast", "--input", "in/2022-synthetic.csv", "in/2023.csv", "--amount-unit", "wan"], "f.csv"),
            (["draft", "--input", "in/2022-synthetic.csv", "in/2023.csv", "--amount-unit", "wan"], "d.xlsx"),
            (["report", "--input", "in/2022-synthetic.csv", "in/2023.csv", "--amount-unit", "wan"], "r.html"),
            (["read", "in/2023-disclosure.txt"], "read.json"), (["check", "in/2023-disclosure.txt"], "c.html"),
        ])
    func refuses(arguments: [String], name: String) throws {
        let text = try String(contentsOf: binary.folder.appending(path: "in/2022-synthetic.csv"), encoding: .utf8)
        try binary.write(text.replacing("2022", with: "2023"), to: "in/2023.csv")
        let file = binary.folder.appending(path: name)
        let again = arguments + ["--output", name]
        let first = try binary.run(again)
        #expect(first.status <= 1, "\(first.errors)")
        #expect(try binary.run(again).status == first.status)
        let edited = try Data(contentsOf: file) + Data("x".utf8)
        try edited.write(to: file)
        let refused = try binary.run(again)
        #expect(refused.status == 73)
        #expect(refused.errors.contains("--force"))
        #expect(try Data(contentsOf: file) == edited)
        #expect(try binary.run(again + ["--force"]).status == first.status)
        #expect(try Data(contentsOf: file) != edited)
    }
}
