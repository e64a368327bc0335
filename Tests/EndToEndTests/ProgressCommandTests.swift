import Foundation
import Testing

@Suite("The progress command")
struct ProgressCommandTests {
    private let binary: BuiltBinary

    init() throws {
        binary = try BuiltBinary()
    }

    private func run(_ arguments: String...) throws -> BuiltBinary.Result {
        try binary.run(["progress", "--without-accounts"] + arguments)
    }

    private func table(_ csv: String) -> [[String: String]] {
        let rows = CommaSeparated.rows(csv)
        return rows.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(rows[0], $0)) }
    }

    private static let report = """
        subject_code,subject_name,fiscal_year,month,initial_budget,adjusted_budget,executed_to_date
        205,教育支出,2024,9,900,900,675
        2050201,学前教育,2024,9,400,400,390
        2050202,小学教育,2024,9,300,300,60
        2050203,初中教育,2024,9,200,200,150
        2080501,行政单位离退休,2024,9,0,,5
        合计,,2024,9,900,900,605

        """

    @Test(
        "Lines that will overrun or lie idle are flagged with what an adjustment would move, and the sum is of the lines"
    )
    func flags() throws {
        try binary.write(Self.report, to: "r.csv")
        let result = try run("--executed", "r.csv", "--amount-unit", "wan", "--format", "csv")
        #expect(result.status == 0, "\(result.errors)")
        let lines = table(result.output)
        func line(_ code: String) throws -> [String: String] {
            try #require(lines.first { $0["subject_code"] == code })
        }
        #expect(lines.count == 5 && lines[0]["executed"] == "605", "the sum of leaves, not of the report's own sums")
        #expect(try line("2050201")["flag"] == "will_overrun" && line("2050202")["flag"] == "will_lie_idle")
        #expect(try line("2050203")["flag"] == "" && line("2080501")["flag"] == "unbudgeted")
        #expect(try line("2050203")["progress"] == "75.00" && line("2050203")["projection"] == "200")
        let idle = try line("2050202")
        let (adjustment, projection) = (
            try #require(Double(idle["adjustment"] ?? "")), Double(idle["projection"] ?? "")
        )
        #expect(adjustment < 0 && projection.map { abs($0 - 300 - adjustment) < 1e-9 } == true)
        for line in lines {
            let ends = ["lower80", "projection", "upper80"].compactMap { Double(line[$0] ?? "") }
            #expect(ends.count == 3 && ends == ends.sorted())
        }
    }

    @Test(
        "Months of earlier years say how the year usually goes; periods are added up, quarters are months, in Chinese too"
    )
    func profile() throws {
        let years = (2021...2023).map { year in
            "2050201,\(year),1,10\n2050201,\(year),2,20\n2050201,\(year),4,70\n"
        }
        try binary.write("科目编码,年度,季度,本季支出（万元）\n" + years.joined() + "2050201,2024,2,60\n", to: "q.csv")
        let line = try #require(
            table(try run("--executed", "q.csv", "--amount-unit", "yuan", "--format", "csv").output).last)
        #expect(line["month"] == "6" && line["usual_progress"] == "30.00" && line["basis"] == "own:3")
        #expect(line["executed"] == "600000" && line["projection"] == "2000000")
    }

    @Test("Accounts of earlier years and budgets of the ledger count where a report tells none")
    func accounts() throws {
        let rows = (2019...2023).map { "甲局,\($0),2050201,学前教育,100,\(100 + ($0 - 2019))\n" }
        try binary.write(
            "unit,fiscal_year,subject_code,subject_name,initial_budget,actual\n" + rows.joined()
                + "甲局,2024,2050201,学前教育,110,\n", to: "lines.csv")
        try binary.write("subject_code,period,executed_to_date\n2050201,2024年3月,10\n", to: "m.csv")
        let result = try binary.run(
            "progress", "--input", "lines.csv", "--amount-unit", "wan", "--executed", "m.csv", "--format", "csv")
        #expect(result.status == 0, "\(result.errors)")
        let line = try #require(table(result.output).last)
        #expect(line["initial_budget"] == "110" && line["unit"] == "甲局")
        let projection = try #require(Double(line["projection"] ?? ""))
        #expect((60..<110).contains(projection), "between what is spent so far and what was expected")
    }

    @Test("A workbook is read like CSV, and results have every form")
    func forms() throws {
        try binary.write(Self.report, to: "r.csv")
        for name in ["p.xlsx", "p.html", "p.json", "p.md"] {
            #expect(try run("--executed", "r.csv", "--amount-unit", "wan", "--output", name).status == 0)
        }
        let again = try run(
            "--executed", "p.xlsx", "--for", "2024", "--through", "9", "--amount-unit", "wan", "--format", "csv")
        #expect(table(again.output).first?["executed"] == "605", "\(again.errors)")
        let columns = "科目编码,科目名称,年度,月份,调整预算（万元）,累计支出（万元）"
        try binary.write(columns + "\n2050201,学前教育,2024,9,400,390\n", to: "s.csv")
        let said = try run(
            "--executed", "s.csv", "--format", "markdown", "--language", "zh-Hans", "--amount-unit", "wan")
        #expect(said.output.contains("将超预算") && said.output.contains("1—9月支出390.00 万元"))
    }

    @Test("A report without a period, with a bad amount or of no year is told with its row")
    func faults() throws {
        try binary.write("subject_code,executed_to_date\n2050201,5\n", to: "a.csv")
        #expect(try run("--executed", "a.csv").errors.contains("第 2 行"))
        #expect(try run("--executed", "a.csv", "--for", "2024", "--through", "6").status == 0)
        try binary.write("subject_code,period,executed\n2050201,2024-13,5\n", to: "b.csv")
        #expect(try run("--executed", "b.csv").errors.contains("2024-13"))
        try binary.write("subject_code,period,executed\n2050201,2024-03,viel\n", to: "c.csv")
        #expect(try run("--executed", "c.csv").errors.contains("viel"))
        try binary.write("name,amount\nx,1\n", to: "d.csv")
        #expect(try run("--executed", "d.csv").status == 65)
        #expect(try run("--executed", "a.csv", "--through", "13").status == 64)
    }
}
