import Foundation
import Testing

/// `juesuan anomalies`, through the built binary.
@Suite("anomalies, through the built binary")
struct AnomaliesCommandTests {
    private static func data(_ name: String) -> String { BuiltBinary.package.appending(path: "Data/\(name)").path }
    private static let sample =
        ["--input"] + (2019...2022).map { data("qingling/\($0)-synthetic.csv") } + [data("qingling/2023-lines.csv")]
        + ["--amount-unit", "wan"]
    private static let national = [
        "--input", data("israel/budget-1992-2003.csv"), "--amount-unit", "none", "--scheme", "prefix:4,6",
    ]

    private func anomalies(_ arguments: [String], in binary: BuiltBinary? = nil) throws -> BuiltBinary.Result {
        try (binary ?? BuiltBinary()).run(["anomalies"] + arguments)
    }

    private func rows(_ csv: String) -> [[String: String]] {
        let lines = csv.split(separator: "\n").map { $0.split(separator: ",", omittingEmptySubsequences: false) }
        guard let header = lines.first else { return [] }
        return lines.dropFirst().map { cells in
            Dictionary(zip(header.map(String.init), cells.map(String.init))) { first, _ in first }
        }
    }

    @Test(
        "Every format of text carries the flags, the reason of the document and the earlier years",
        arguments: ["table", "csv", "json", "markdown"], ["zh-Hans", "en"])
    func everyFormat(format: String, language: String) throws {
        let result = try anomalies(Self.sample + ["--top", "3", "--format", format, "--language", language])
        #expect(result.status == 0, "\(result.errors)")
        #expect(result.output.contains("上级下达三支一扶经费，追加协管员和综治人员保障经费"))
        let isChinese = language == "zh-Hans"
        #expect(
            result.output.contains(
                isChinese ? "2022年103.26万元（完成预算105.60%，同比+31.02%）" : "2022: 103.26 CNY 10k (105.60% of budget, +31.02%)"
            ))
        let flag = ["csv", "json"].contains(format) ? "overrun" : isChinese ? "超预算" : "over budget"
        #expect(result.output.contains(flag))
    }

    @Test("--brief leaves the rows alone on a terminal, and the other formats as they are")
    func brief() throws {
        let rows = try anomalies(Self.sample + ["--top", "3", "--brief"])
        #expect(!rows.output.contains("历年："))
        #expect(rows.output.contains("其他人力资源和社会保障管理事务支出"))
        let csv = try ["--brief", "--top"].map {
            try anomalies(Self.sample + ["--format", "csv"] + ($0 == "--top" ? [] : [$0])).output
        }
        #expect(csv[0] == csv[1])
    }

    @Test("The forecast a flag tells of is the one that forecast makes for the year, and does not know the year")
    func forecastBeforeTheYear() throws {
        let asked = Self.national + ["--year", "2003", "--profile", "audit", "--format", "csv", "--language", "en"]
        let list = try anomalies(asked)
        let row = try #require(rows(list.output).first { $0["flags"]?.contains("outside_forecast") == true })
        let code = try #require(row["subject_code"])
        let forecast = try BuiltBinary().run(["forecast"] + Self.national + ["--for", "2003", "--format", "csv"])
        let made = try #require(rows(forecast.output).first { $0["subject_code"] == code })
        let value = try #require(made["forecast"].flatMap(Double.init))
        let text = list.output.split(separator: "\n").first { $0.contains(",\(code),") } ?? ""
        let stated = try #require(text.firstMatch(of: /outside the forecast of ([0-9,]+)/)).1
        #expect(Double(stated.filter { $0 != "," }) == value.rounded())

        let without = try anomalies(asked + ["--no-forecast"])
        #expect(!without.output.contains("outside_forecast"))
    }

    @Test("The thresholds shown make the same list when they are fed back", arguments: ["audit", "draft"])
    func shownThresholds(profile: String) throws {
        let binary = try BuiltBinary()
        let shown = try anomalies(["--show-thresholds", "--profile", profile, "--output", "t.yaml"], in: binary)
        #expect(shown.status == 0 && shown.output.isEmpty)
        let fed = try anomalies(Self.sample + ["--thresholds", "t.yaml", "--format", "csv"], in: binary)
        let plain = try anomalies(Self.sample + ["--profile", profile, "--format", "csv"], in: binary)
        #expect(fed.output == plain.output)
        #expect(rows(fed.output).count > 5)
    }

    @Test("A threshold of a file decides what is listed, for anomalies and for report")
    func thresholdsCount() throws {
        let binary = try BuiltBinary()
        try binary.write("profile: draft\noverrun_rate: 3\n", to: "t.yaml")
        let list = try anomalies(
            Self.sample + ["--thresholds", "t.yaml", "--list", "overruns", "--format", "csv"], in: binary)
        let rates = rows(list.output).compactMap { $0["execution_rate"].flatMap(Double.init) }
        #expect(rates == [1479.52])
        let report = try binary.run(
            ["report"] + Self.sample + ["--year", "2023", "--thresholds", "t.yaml", "--folder", "out"])
        #expect(report.status == 0, "\(report.errors)")
        let written = try String(
            contentsOf: binary.folder.appending(path: "out/anomalies-2023.csv"), encoding: .utf8)
        #expect(rows(written).filter { $0["flags"]?.contains("overrun") == true }.count == 1)
    }

    @Test(
        "A mistake in the thresholds is one error with file and line, and exit code 65",
        arguments: [
            ("profile: audit\noverrun_rat: 0.2\n", "t.yaml:2："), ("surprise: much\n", "t.yaml:1："),
            ("surprise: [1\n", "t.yaml:2："),
        ])
    func mistakes(yaml: String, place: String) throws {
        let binary = try BuiltBinary()
        try binary.write(yaml, to: "t.yaml")
        let result = try anomalies(Self.sample + ["--thresholds", "t.yaml", "--output", "list.csv"], in: binary)
        #expect(result.status == 65)
        #expect(result.errors.split(separator: "\n").count == 1)
        #expect(result.errors.contains(place), "\(result.errors)")
        #expect(try binary.names() == ["t.yaml"])
    }

    @Test("Thresholds that are not there are exit code 66, another profile than the file's is 64")
    func unusableThresholds() throws {
        let binary = try BuiltBinary()
        #expect(try anomalies(Self.sample + ["--thresholds", "none.yaml"], in: binary).status == 66)
        try binary.write("profile: audit\n", to: "t.yaml")
        let result = try anomalies(Self.sample + ["--thresholds", "t.yaml", "--profile", "draft"], in: binary)
        #expect(result.status == 64)
        #expect(result.errors.contains("t.yaml"))
        #expect(
            try anomalies(["--thresholds", "t.yaml", "--profile", "audit", "--show-thresholds"], in: binary).status == 0
        )
    }

    @Test(
        "The ending of --output chooses the format, and a second run writes the same bytes",
        arguments: ["list.xlsx", "list.html", "list.csv", "list.json", "list.md"])
    func files(name: String) throws {
        let binary = try BuiltBinary()
        let runs = try (0..<2).map { _ in
            let result = try anomalies(Self.sample + ["--output", name], in: binary)
            #expect(result.status == 0 && result.output.isEmpty, "\(result.errors)")
            return try Data(contentsOf: binary.folder.appending(path: name))
        }
        #expect(runs[0] == runs[1])
        let beginnings = ["xlsx": "PK", "html": "<!DOCTYPE html>", "csv": "rank,", "json": "{", "md": "###"]
        let beginning = try #require(beginnings[String(name.split(separator: ".")[1])])
        #expect(runs[0].starts(with: Data(beginning.utf8)))
        #expect(try binary.names() == [name])
    }

    @Test("A workbook needs a file, and a folder that is not there is exit code 73")
    func cannotWrite() throws {
        let binary = try BuiltBinary()
        #expect(try anomalies(Self.sample + ["--format", "xlsx"], in: binary).status == 64)
        for name in ["none/list.xlsx", "none/list.html"] {
            let result = try anomalies(Self.sample + ["--output", name], in: binary)
            #expect(result.status == 73, "\(result.errors)")
        }
        #expect(try binary.names().isEmpty)
    }
}
