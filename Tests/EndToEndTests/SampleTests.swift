import Foundation
import Testing

/// The sample figures, through the built binary.
@Suite("Sample figures, through the built binary")
struct SampleTests {
    private static let lines = BuiltBinary.package.appending(path: "Data/qingling/2023-lines.csv").path
    private static let earlier = (2019...2022).map {
        BuiltBinary.package.appending(path: "Data/qingling/\($0)-synthetic.csv").path
    }

    private func imported() throws -> BuiltBinary {
        let binary = try BuiltBinary()
        let result = try binary.run(
            ["import", "--ledger", "a.sqlite", "--amount-unit", "wan", Self.lines] + Self.earlier)
        #expect(result.status == 0, "\(result.errors)")
        #expect(result.errors.isEmpty)
        return binary
    }

    private func rows(_ csv: String) -> [[String: String]] {
        let lines = csv.split(separator: "\n").map { $0.split(separator: ",", omittingEmptySubsequences: false) }
        guard let header = lines.first else { return [] }
        return lines.dropFirst().map { cells in
            Dictionary(zip(header.map(String.init), cells.map(String.init))) { first, _ in first }
        }
    }

    @Test("1479.52% stands first in the list of overruns by rate")
    func firstOverrun() throws {
        let list = try imported().run(
            "anomalies", "--ledger", "a.sqlite", "--year", "2023", "--list", "overruns", "--format", "csv")
        let first = try #require(rows(list.output).first)
        #expect(first["execution_rate"] == "1479.52")
        #expect(first["subject_code"] == "2080199")
    }

    @Test("The emergency line of 1620.62 万元 stands first in the list of unbudgeted spending by amount")
    func firstUnbudgeted() throws {
        let list = try imported().run(
            "anomalies", "--ledger", "a.sqlite", "--year", "2023", "--list", "unbudgeted", "--format", "csv")
        let first = try #require(rows(list.output).first)
        #expect(first["actual"] == "16206200")
        #expect(first["subject_name"] == "突发公共卫生事件应急处理")
    }

    @Test("A second import of the same files changes nothing and says so")
    func secondImport() throws {
        let binary = try imported()
        let again = try binary.run(
            ["import", "--ledger", "a.sqlite", "--amount-unit", "wan", "--format", "csv", Self.lines] + Self.earlier)
        #expect(again.status == 0)
        #expect(rows(again.output).allSatisfy { $0["status"] == "unchanged" })
        #expect(rows(again.output).count == 5)
    }

    @Test("The totals of 2022 and 2023 are those the disclosure states")
    func totals() throws {
        let comparison = try imported().run(
            "compare", "--ledger", "a.sqlite", "--year", "2023", "--format", "csv")
        let total = try #require(rows(comparison.output).first)
        #expect(total["level"] == "total")
        #expect(total["current"] == "110925900")
        #expect(total["previous"] == "145982300")
        #expect(total["change_rate"] == "-24.01")
        #expect(total["origin"] == "synthetic")
    }

    @Test(
        "Every subject with an actual in the last two years is forecast, without NaN, and the total is the sum that adds up"
    )
    func forecast() throws {
        let forecast = try imported().run("forecast", "--ledger", "a.sqlite", "--for", "2024", "--format", "csv")
        let header =
            "unit,subject_code,subject_name,level,target_year,forecast,lower80,upper80,lower95,upper95,model,years_used,note"
        #expect(forecast.output.hasPrefix(header + "\n"))
        #expect(!forecast.output.lowercased().contains("nan"))
        let items = rows(forecast.output).filter { $0["level"] == "item" }
        #expect(items.count >= 47)
        for row in rows(forecast.output) {
            let value = try #require(Double(row["forecast"] ?? ""))
            let lower80 = try #require(Double(row["lower80"] ?? "")),
                upper80 = try #require(Double(row["upper80"] ?? ""))
            let lower95 = try #require(Double(row["lower95"] ?? "")),
                upper95 = try #require(Double(row["upper95"] ?? ""))
            #expect(lower95 <= lower80 && lower80 <= value && value <= upper80 && upper80 <= upper95)
        }
    }

    @Test("The report says that earlier years are synthetic, in both languages")
    func reportMarksSyntheticYears() throws {
        let binary = try imported()
        for (language, word) in [("zh-Hans", "合成数据"), ("en", "synthetic")] {
            let result = try binary.run(
                "report", "--ledger", "a.sqlite", "--year", "2023", "--language", language, "--folder",
                "out-\(language)")
            #expect(result.status == 0, "\(result.errors)")
            #expect(result.output.contains(word))
            let page = try String(
                contentsOf: binary.folder.appending(path: "out-\(language)/report.html"), encoding: .utf8)
            #expect(page.contains(word))
            for name in ["comparison-2023-2022.csv", "anomalies-2023.csv", "forecast-2024.csv"] {
                let csv = try String(
                    contentsOf: binary.folder.appending(path: "out-\(language)/\(name)"), encoding: .utf8)
                #expect(csv.contains("synthetic") || csv.contains(word), "\(name)")
            }
        }
    }

    @Test("Results are the same bytes on a second run, whatever the order of import")
    func deterministic() throws {
        let binary = try imported()
        let other = try BuiltBinary()
        _ = try other.run(
            ["import", "--ledger", "a.sqlite", "--amount-unit", "wan"] + Self.earlier.reversed() + [Self.lines])
        for command in [["anomalies"], ["forecast"], ["compare"]] {
            let arguments = command + ["--ledger", "a.sqlite", "--format", "json"]
            let first = try binary.run(arguments)
            #expect(first.status == 0, "\(first.errors)")
            #expect(try binary.run(arguments).output == first.output)
            #expect(try other.run(arguments).output == first.output)
        }
    }

    @Test("The forecast of the national budget never looks at the target year")
    func noPeeking() throws {
        let binary = try BuiltBinary()
        let source = BuiltBinary.package.appending(path: "Data/israel/budget-1992-2003.csv")
        let rows = try String(contentsOf: source, encoding: .utf8).split(separator: "\n")
        let known = rows.filter { !$0.contains(",2003,") }.joined(separator: "\n") + "\n"
        try binary.write(known, to: "known.csv")
        let options = ["--amount-unit", "none", "--scheme", "prefix:4,6", "--for", "2003", "--format", "csv"]
        let all = try binary.run(["forecast", "--input", source.path] + options)
        #expect(all.status == 0, "\(all.errors)")
        #expect(try binary.run(["forecast", "--input", "known.csv"] + options).output == all.output)
    }
}
