import Foundation
import Testing

@Suite("The explain command")
struct ExplainCommandTests {
    private func explainAll(_ more: [String]) throws -> String {
        let result = try run(more)
        try #require(result.status == 0, "\(result.errors)")
        return result.output
    }

    private func explain(_ more: String...) throws -> BuiltBinary.Result { try run(more) }

    private func run(_ more: [String]) throws -> BuiltBinary.Result {
        let binary = try BuiltBinary()
        let rows = (2018...2023).map { year in
            "局,\(year),2080101,行政运行,\(1000 + 10 * (year - 2018)),\(1010 + 12 * (year - 2018))\n"
                + "局,\(year),2080102,一般行政管理事务,5,\(480 + (year * 7) % 30)\n"
        }
        try binary.write(
            "unit,fiscal_year,subject_code,subject_name,initial_budget,actual\n" + rows.joined(), to: "lines.csv")
        return try binary.run(["explain", "--input", "lines.csv", "--language", "en"] + more)
    }

    @Test("The parts in JSON add up to the forecast, and the regression stands with its errors")
    func json() throws {
        let result = try explain("--subject", "2080102", "--format", "json")
        #expect(result.status == 0, "\(result.errors)")
        let object = try #require(
            try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
        let parts = try #require(object["parts"] as? [[String: Any]])
        let amounts = parts.filter { $0["kind"] as? String != "forecast" }.compactMap { $0["amount"] as? Double }
        let summary = try #require((object["summary"] as? [[String: Any]])?.first)
        let forecast = try #require(summary["forecast"] as? Double)
        #expect(abs(amounts.reduce(0, +) - forecast) <= 1e-9 * forecast)
        #expect((summary["sentence"] as? String)?.hasPrefix("budget too low 6 years running") ?? false)
        let coefficients = try #require(object["coefficients"] as? [[String: Any]])
        #expect(coefficients.count == 2 && coefficients.allSatisfy { $0["hc3_error"] is Double })
    }

    @Test("A table tells the parts that matter and the others in one line; CSV and --all-parts tell every one")
    func folded() throws {
        func parts(_ more: String...) throws -> [String] {
            let text = try explainAll(["--subject", "2080102"] + more)
            let lines = text.split(separator: "\n").map(String.init)
            let start = try #require(lines.firstIndex { $0.contains("What the forecast is made of") })
            let table = lines[start...].drop { !$0.hasPrefix("|") }.prefix { $0.hasPrefix("|") }
            return Array(table.dropFirst(2))
        }
        let (short, long) = (try parts("--format", "markdown"), try parts("--format", "markdown", "--all-parts"))
        #expect(short.count <= 8 && long.count > short.count, "\(short)")
        let rest = try #require(short.first { $0.contains("others") })
        #expect(rest.contains("\(long.count - short.count + 1) others"))
        #expect(short.last == long.last, "the forecast is the same")
    }

    @Test("Without a subject there is a line for each; a subject that is not forecast is an error that says what is")
    func lines() throws {
        let result = try explain("--format", "csv")
        #expect(result.output.split(separator: "\n").count == 6)
        let unknown = try explain("--subject", "9999999")
        #expect(unknown.status == 65 && unknown.errors.contains("2080101"))
    }
}
