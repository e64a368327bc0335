import FinalAccounts
import Ledger
import Reporting
import Testing

@testable import Workbench

@Suite("Dimensions, departments and years side by side")
struct DimensionTests {
    private func line(
        _ unit: String, _ year: Int, _ code: String, _ actual: Int64, fund: Fund = .generalPublicBudget,
        basic: Int64? = nil, project: Int64? = nil
    ) -> AccountLine {
        AccountLine(
            unit: BudgetUnit(unit), fiscalYear: FiscalYear(year), fund: fund,
            subject: Subject(code: code, names: ["项"], level: .item),
            initialBudget: .stated(Amount(minorUnits: actual)),
            actual: Amount(minorUnits: actual), basic: basic.map(Amount.init(minorUnits:)),
            project: project.map(Amount.init(minorUnits:)))
    }

    private func totals(_ lines: [AccountLine], year: Int) throws -> [String: Int64] {
        let series = try AnalysisContext().series(from: lines).filter { $0.subject.key == Subject.total.key }
        return Dictionary(
            uniqueKeysWithValues: series.compactMap { one in
                one.actual(in: FiscalYear(year)).map { (one.unit.name, $0.minorUnits) }
            })
    }

    private var school: [AccountLine] {
        [
            line("某学校", 2023, "2050202", 100, basic: 70, project: 30), line("某学校", 2023, "2050299", 40, project: 40),
            line("某学校", 2023, "2120801", 9, fund: .governmentFund), line("某学校", 2023, "30101", 60),
        ]
    }

    @Test("Lines are told apart by fund, part and classification, and each part adds up to its own total")
    func dimensions() throws {
        var selection = LineSelection()
        selection.dimension = .fund
        #expect(
            try totals(selection.applied(to: school), year: 2023) == ["某学校·一般公共预算": 200, "某学校·政府性基金": 9])
        selection.dimension = .part
        #expect(try totals(selection.applied(to: school), year: 2023) == ["某学校·基本支出": 70, "某学校·项目支出": 70])
        selection.dimension = .classification
        selection.language = .en
        #expect(
            try totals(selection.applied(to: school), year: 2023) == ["某学校·functional": 149, "某学校·economic": 60])
    }

    @Test("Filters leave the lines that are asked for; a part states no budget")
    func filters() {
        var selection = LineSelection()
        selection.fund = .governmentFund
        #expect(selection.applied(to: school).map(\.actual?.minorUnits) == [9])
        selection = LineSelection()
        (selection.part, selection.classification) = (.project, .functional)
        let left = selection.applied(to: school)
        #expect(left.map(\.actual?.minorUnits) == [30, 40])
        #expect(left.allSatisfy { $0.initialBudget == .notStated && $0.unit.name == "某学校" })
        #expect(LineSelection().applied(to: school) == school)
    }

    @Test("All bodies are added up under one name")
    func together() throws {
        var selection = LineSelection()
        selection.together = BudgetUnit("全部")
        let lines = [line("甲", 2023, "2010301", 5), line("乙", 2023, "2010301", 7)]
        #expect(try totals(selection.applied(to: lines), year: 2023) == ["全部": 12])
    }

    @Test("A department is the sum of its bodies without what they paid one another, held against its own document")
    func departments() throws {
        let register = try BodyFile.register(
            yaml: """
                bodies:
                  - name: 某县教育局
                    units: [某县教育局本级, 某县一中]
                    transfers:
                      - {year: 2023, code: "2050204", amount: "0.2"}
                """, file: "bodies.yaml")
        let lines = register.joined([
            line("某县教育局（本级）", 2023, "2050204", 500_000), line("某县教育局（本级）", 2023, "2050101", 100),
            line("某县一中", 2023, "2050204", 700_000), line("某县教育局", 2023, "2050204", 1_000_000),
            line("某县教育局", 2023, "2050101", 90), line("别处", 2023, "2050204", 1),
        ])
        // 0.2 万元 are 2,000 yuan, 200,000 分.
        #expect(try totals(lines, year: 2023)["某县教育局（汇总）"] == 1_000_100)
        let table = try DepartmentTable(register, lines: lines, context: AnalysisContext()).table()
        let row = try #require(table.rows.first)
        #expect(table.rows.count == 1)
        let amounts = [1_200_100, 200_000, 1_000_100, 1_000_090, 10].map { Amount(minorUnits: $0) }
        #expect(Array(row.suffix(5)) == amounts.map { ReportCell.amount($0) })
    }

    @Test("A transfer without a subject or with an amount that is none is refused")
    func oddTransfers() {
        for transfer in ["{year: 2023, amount: \"1\"}", "{year: 2023, code: \"2050204\", amount: much}"] {
            #expect(throws: WorkbenchError.self) {
                try BodyFile.register(
                    yaml: "bodies:\n  - name: 甲\n    units: [乙]\n    transfers: [\(transfer)]", file: "b.yaml")
            }
        }
    }

    @Test("Years stand side by side with the change over all of them, in prices of one year and for each head")
    func years() throws {
        let lines = AccountLines([
            line("甲", 2021, "2010301", 10_000), line("甲", 2022, "2010301", 12_000), line("甲", 2023, "2010301", 15_000),
            line("甲", 2023, "2010302", 6_000),
        ])
        let span = FiscalYear(2021)...FiscalYear(2023)
        let table = try AnalysisContext().years(span, in: lines)
        #expect(table.columns.map(\.key).contains("2022"))
        let places = try ["2021", "2022", "2023", "change"].map { name in
            try #require(table.columns.firstIndex { $0.key == name })
        }
        #expect(
            places.map { table.rows[0][$0] }
                == [10_000, 12_000, 21_000, 11_000].map { ReportCell.amount(Amount(minorUnits: $0)) })
        // A subject of the last year was nothing in the years that have lines of its level.
        let last = try #require(table.rows.last)
        #expect(places.map { last[$0] } == [0, 0, 6_000, 6_000].map { ReportCell.amount(Amount(minorUnits: $0)) })

        let measures = try YearMeasureFile.measures(
            "year,population,price_index\n2021,100,100\n2022,110,104.5\n2023,120,110\n", file: "years.csv")
        let real = try AnalysisContext().years(
            span, in: lines, measures: measures, scales: [.constantPrices(of: FiscalYear(2023)), .perHead])
        // 10,000 × 1.1 ÷ 100; 12,000 × 110 ÷ 104.5 ÷ 110, rounded; 21,000 ÷ 120.
        #expect(
            places.map { real.rows[0][$0] } == [110, 115, 175, 65].map { ReportCell.amount(Amount(minorUnits: $0)) })
        #expect(!real.notes.isEmpty)
        #expect(throws: WorkbenchError.self) {
            try AnalysisContext().years(
                span, in: lines, measures: YearMeasures([FiscalYear(2021): .init(population: 5)]), scales: [.perHead])
        }
    }

    @Test(
        "A table of years that says nothing usable is refused with its line",
        arguments: [
            "", "year\n2021\n", "year,population\n2021,0\n", "year,price_index\nx,100\n", "year,population\n2021,1,2\n",
        ])
    func oddMeasures(text: String) {
        #expect(throws: (any Error).self) { try YearMeasureFile.measures(text, file: "years.csv") }
    }

    @Test(
        "A table of years is read as spreadsheet programs save it",
        arguments: [
            "\u{FEFF}year,population,price_index\r\n2021,\"100\",104.5\r\n",
            "year;population;price_index\n2021;100;104.5\n",
            "year\tpopulation\tprice_index\n2021\t100\t104.5\n",
        ])
    func savedMeasures(text: String) throws {
        let plain = try YearMeasureFile.measures("year,population,price_index\n2021,100,104.5\n", file: "years.csv")
        #expect(try YearMeasureFile.measures(text, file: "years.csv") == plain)
    }

    @Test("Last year's subjects as this year's document restates them stand beside the published ones")
    func restatedLines() throws {
        let lines = [
            line("甲", 2022, "2010301", 100_00), line("甲", 2023, "2010301", 130_00), line("甲", 2023, "2010302", 50_00),
        ].map { line in
            var line = line
            line.subject.names = [line.subject.code == "2010301" ? "行政运行" : "一般行政管理事务"]
            return line
        }
        func figure(_ measure: String, _ subject: String, _ value: String) -> FigureRecord {
            FigureRecord(measure: measure, qualifier: subject, value: value, unit: "yuan", page: nil, quote: "")
        }
        let rows = try RestatedLines(
            [
                figure("line.previous_amount", "行政运行", "90.00"), figure("line.change", "一般行政管理事务", "-10.00"),
                figure("line.change", "别的", "1.00"), figure("line.change_rate", "行政运行", "44.44"),
            ], lines: lines, year: FiscalYear(2023)
        ).rows()
        #expect(rows.map(\.subject?.name) == ["一般行政管理事务", "行政运行"])
        #expect(rows.map(\.restated?.minorUnits) == [60_00, 90_00])
        #expect(rows.map(\.published?.minorUnits) == [nil, 100_00])
        #expect(rows.map(\.current.minorUnits) == [50_00, 130_00])
    }

    @Test("A code that ended and one that began with a like name and size are proposed as a crosswalk that reads back")
    func codes() throws {
        func named(_ line: AccountLine, _ name: String) -> AccountLine {
            var line = line
            line.subject.names = [name]
            return line
        }
        let lines = ["甲", "乙"].flatMap { unit in
            [
                named(line(unit, 2021, "2299901", 500), "城乡环境整治"), named(line(unit, 2022, "2299901", 520), "城乡环境整治"),
                named(line(unit, 2023, "2299905", 560), "城乡环境整治费"), named(line(unit, 2023, "2299906", 560), "档案"),
                named(line(unit, 2022, "2010301", 90), "行政运行"), named(line(unit, 2023, "2010301", 95), "行政运行"),
            ]
        }
        let proposals = CodeProposal.proposals(from: lines)
        #expect(proposals.map(\.from.code) == ["2299901"])
        #expect(proposals.map(\.to.code) == ["2299905"])
        #expect(proposals.map(\.bodies) == [2])
        let crosswalk = try SubjectCrosswalk(parsing: CodeProposal.text(of: proposals))
        #expect(crosswalk.succession(of: "2299901").code == "2299905")
        // Ten times the size is another subject.
        #expect(CodeProposal.proposals(from: [lines[1], named(line("甲", 2023, "2299905", 5_200), "城乡环境整治")]).isEmpty)
    }
}
