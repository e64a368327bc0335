import Foundation
import Testing

/// The sample figures, through the built binary.
@Suite("Sample figures, through the built binary")
struct SampleTests {
    private static let disclosure = BuiltBinary.package.appending(path: "Data/qingling/2023-disclosure.txt").path
    private static let lines = BuiltBinary.package.appending(path: "Data/qingling/2023-lines.csv").path
    private static let totals = BuiltBinary.package.appending(path: "Data/qingling/2023-totals.csv").path
    private static let earlier = (2019...2022).map {
        BuiltBinary.package.appending(path: "Data/qingling/\($0)-synthetic.csv").path
    }

    private func imported() throws -> BuiltBinary {
        let binary = try BuiltBinary()
        let result = try binary.run(
            ["import", "--ledger", "a.sqlite", "--amount-unit", "wan", Self.disclosure] + Self.earlier)
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

    @Test("narrate writes the sample from its figures, settles what contradicts the others, and says which")
    func roundTrip() throws {
        let binary = try BuiltBinary()
        let written = try binary.run(
            "narrate", "--input", Self.lines, "--amount-unit", "wan", "--figures", Self.totals, "--output", "text.txt")
        #expect(written.status == 0, "\(written.errors)")
        // The published figures hold slips: 11902.59 for 11092.59 and the like.
        #expect(written.errors.contains("本年收入合计列示为11902.59万元，文中按其他数据推算写作11092.59万元"))
        #expect(written.errors.split(separator: "\n").count <= 8, "\(written.errors)")
        #expect(try binary.run(["check", "text.txt"]).status == 0)
        let read = try binary.run("read", "--format", "json", "--strict", "text.txt")
        #expect(read.status == 0, "\(read.errors)")
        let output = try JSONDecoder().decode(ReadBack.self, from: Data(read.output.utf8))
        let document = try #require(output.documents.first)
        let expected = rows(try String(contentsOfFile: Self.lines, encoding: .utf8))
        #expect(document.lines.count == expected.count)
        for (line, row) in zip(document.lines, expected) {
            #expect(line.matches(row), "\(line) \(row)")
        }
        for row in rows(try String(contentsOfFile: Self.totals, encoding: .utf8)) {
            let figure = document.figures.first {
                $0.measure == row["measure"] && ($0.subject ?? "") == row["subject"]
            }
            let scale = row["unit"] == "wan" ? Decimal(10_000) : 1
            let value = try #require(row["value"].flatMap { Decimal(string: $0) }) * scale
            let isSettled = written.errors.contains("列示为\(row["value"] ?? "")")
            #expect(figure.flatMap { Decimal(string: $0.value) } == value || isSettled, "\(row)")
        }
    }

    /// What `read` says of the sample.
    private struct ReadBack: Decodable {
        struct Line: Decodable {
            let category: String?, section: String?, item: String?
            let initialBudget: String?, budgetState: String, actual: String?, executionRate: String?, reason: String?

            func matches(_ row: [String: String]) -> Bool {
                func number(_ text: String?, _ scale: Decimal) -> Decimal? {
                    text.flatMap { Decimal(string: $0) }.map { $0 * scale }
                }
                let state =
                    row["initial_budget"] == "unbudgeted"
                    ? "unbudgeted" : row["initial_budget"] == "" ? "not_stated" : "stated"
                return [category, section, item].compactMap { $0 }.joined(separator: "/") == row["subject_name"]
                    && state == budgetState && number(initialBudget, 1) == number(row["initial_budget"], 10_000)
                    && number(actual, 1) == number(row["actual"], 10_000)
                    && number(executionRate, 1) == number(row["execution_rate"], 1) && (reason ?? "") == row["reason"]
            }
        }
        struct Figure: Decodable {
            let measure: String, subject: String?, value: String
        }
        struct Document: Decodable {
            let lines: [Line], figures: [Figure]
        }
        let documents: [Document]
    }

    @Test("A second import of the same files changes nothing and says so")
    func secondImport() throws {
        let binary = try imported()
        let again = try binary.run(
            ["import", "--ledger", "a.sqlite", "--amount-unit", "wan", "--format", "csv", Self.disclosure]
                + Self.earlier)
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
            ["import", "--ledger", "a.sqlite", "--amount-unit", "wan"] + Self.earlier.reversed() + [Self.disclosure])
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
        let known = rows.filter { $0.split(separator: ",").dropFirst().first != "2003" }.joined(separator: "\n") + "\n"
        try binary.write(known, to: "known.csv")
        let options = ["--amount-unit", "none", "--scheme", "prefix:4,6", "--for", "2003", "--format", "csv"]
        let all = try binary.run(["forecast", "--input", source.path] + options)
        #expect(all.status == 0, "\(all.errors)")
        #expect(try binary.run(["forecast", "--input", "known.csv"] + options).output == all.output)
    }

    @Test(
        "Accounts of a single year have anomalies, a draft and a report; there is nothing to hold them against before")
    func singleYear() throws {
        let binary = try BuiltBinary()
        let file = BuiltBinary.package.appending(path: "Data/qingling/2022-synthetic.csv").path
        let source = ["--input", file, "--amount-unit", "wan"]
        #expect(try binary.run(["anomalies"] + source).status == 0)
        #expect(try binary.run(["draft"] + source).status == 0)
        #expect(try binary.run(["report", "--output", "r.html"] + source).status == 0)
    }
}
