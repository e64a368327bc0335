import Foundation
import Testing

/// The main job on the samples, as a newcomer runs it: its screen is the one the README shows.
@Suite("The main job on the samples", .enabled(if: Program.exists("pdftotext"), "poppler-utils is not installed"))
struct MainJobTests {
    private static let bureau = BuiltBinary.package.appending(path: "Data/baishi").path

    /// Runs the job in a folder that holds the data as a checkout does.
    private func run(_ language: String) throws -> (binary: BuiltBinary, result: BuiltBinary.Result) {
        let binary = try BuiltBinary()
        try FileManager.default.createSymbolicLink(
            at: binary.folder.appending(path: "Data"), withDestinationURL: BuiltBinary.package.appending(path: "Data"))
        let script = BuiltBinary.package.appending(path: "scripts/main-job.sh").path
        let result = try binary.run(
            [script, "out"],
            environment: [
                "JUESUAN": BuiltBinary.executable.path, "JUESUAN_LANGUAGE": language,
                "JUESUAN_HOME": BuiltBinary.package.path,
            ], executable: URL(filePath: "/bin/bash"))
        #expect(result.status == 0, "\(result.errors)")
        return (binary, result)
    }

    /// What stands between the fences behind the line that names the run's screen.
    private func screen(in page: String) throws -> String {
        let text = try String(contentsOf: BuiltBinary.package.appending(path: page), encoding: .utf8)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let mark = try #require(lines.firstIndex { $0.hasPrefix("`scripts/run.sh`") })
        let start = try #require(lines[mark...].firstIndex { $0.hasPrefix("```") })
        let end = try #require(lines[(start + 1)...].firstIndex { $0.hasPrefix("```") })
        return lines[(start + 1)..<end].joined(separator: "\n") + "\n"
    }

    @Test(
        "It ends with the screen that the README shows, and makes what the screen names",
        arguments: [("README.md", "en"), ("README.zh-CN.md", "zh-Hans")])
    func screen(page: String, language: String) throws {
        let (binary, result) = try run(language)
        #expect(try screen(in: page) == result.output, "put the run's screen into \(page):\n\(result.output)")
        let files = try FileManager.default.contentsOfDirectory(atPath: binary.folder.appending(path: "out").path)
        for name in [
            "report.html", "bureau.html", "draft-2024.xlsx", "israel-backtest-2003.txt", "israel-forecast-2003.xlsx",
        ] {
            #expect(files.contains(name))
        }
        try printedShortly(binary.folder.appending(path: "out/report.html"), language)
        // What goes on is told on the other stream, step by step.
        for step in 1...5 { #expect(result.errors.contains("\(step)/5 ")) }
    }

    /// Looks at the sample's report as it is handed round: on three widths and on twelve printed pages at most.
    private func printedShortly(_ page: URL, _ language: String) throws {
        guard Program.exists("chromium") else { return }
        let pictures = BuiltBinary.package.appending(path: ".build/screenshots/sample-\(language)").path
        let looked = try BuiltBinary().run(
            ["scripts/screenshots.sh", "--short", "--pages", "12", page.path, pictures].map {
                $0.hasPrefix("scripts/") ? BuiltBinary.package.appending(path: $0).path : $0
            }, executable: URL(filePath: "/bin/bash"))
        #expect(looked.status == 0, "\(looked.errors)")
    }

    @Test(
        "The invented bureau's documents are read without a figure left over, and agree with each other but for four slips"
    )
    func slips() throws {
        let binary = try BuiltBinary()
        let documents = [2022, 2023].map { "\(Self.bureau)/\($0)-final-accounts.pdf" }
        let read = try binary.run(["read", "--strict", "--format", "json"] + documents)
        #expect(read.status == 0, "\(read.errors)")
        let imported = try binary.run(["import", "--ledger", "a.sqlite"] + documents)
        #expect(imported.status == 0 && imported.errors.isEmpty, "\(imported.errors)")
        let first = try binary.run(["check", "--ledger", "a.sqlite", documents[0]])
        #expect(first.status == 0, "\(first.output)")
        let second = try binary.run([
            "check", "--ledger", "a.sqlite", "--format", "json", "--language", "en", documents[1],
        ])
        #expect(second.status == 1)
        let json = try #require(try JSONSerialization.jsonObject(with: Data(second.output.utf8)) as? [String: Any])
        let found = try #require((json["documents"] as? [[String: Any]])?.first?["findings"] as? [[String: Any]])
        let errors = found.filter { $0["severity"] as? String == "error" }.compactMap { $0["quote"] as? String }
        #expect(errors.count == 4, "\(found)")
        for words in ["1657.74万元", "183.31%", "8.46%", "比上年增加0.12万元"] {
            #expect(errors.contains { $0.contains(words) }, "\(words): \(errors)")
        }
    }
}
