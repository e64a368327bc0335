import FinalAccounts
import Forecasting
import Platform
import Testing
import Variance

@testable import Reporting

@Suite("Tables of the analysis")
struct AnalysisTableTests {
    private static func csv(_ table: ReportTable) -> [[String]] {
        TableRenderer(language: .zhHans).render(table, as: .csv).split(separator: "\n")
            .map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
    }

    @Test("Levels are called as the language calls them, and by their digits in other classifications")
    func levelNames() throws {
        let chinese = LevelLabel(scheme: .china, language: .zhHans)
        #expect([SubjectLevel.total, .category, .section, .item].map(chinese.name) == ["合计", "类", "款", "项"])
        #expect(LevelLabel(scheme: .china, language: .en).name(of: .item) == "item")
        let digits = try SubjectScheme(parsing: "prefix:4,6")
        #expect(LevelLabel(scheme: digits, language: .zhHans).name(of: .section) == "6位")
    }

    @Test("The forecast has the documented columns, in the documented order, one row for every subject and year")
    func forecastColumns() throws {
        let rows = try SampleAccounts.forecasts()
        let csv = Self.csv(ForecastTable(rows, scheme: .china, language: .en).table)
        #expect(
            csv[0].joined(separator: ",")
                == "unit,subject_code,subject_name,level,target_year,forecast,lower80,upper80,lower95,upper95,model,"
                + "years_used,note")
        #expect(csv.count == rows.count + 1)
        #expect(Set(csv.dropFirst().map { $0[3] }) == ["total", "category", "section", "item"])
        for row in csv.dropFirst() {
            let numbers = try row[5...9].map { try Amount(parsing: $0, unit: .yuan) }
            #expect(numbers[3] <= numbers[1] && numbers[1] <= numbers[0])
            #expect(numbers[0] <= numbers[2] && numbers[2] <= numbers[4])
        }
    }

    @Test("A number of one's own has the model's beside it, at its own level and above")
    func modelForecastColumn() throws {
        let table = ForecastTable(try SampleAccounts.movedForecasts(), scheme: .china, language: .zhHans).table
        let csv = Self.csv(table)
        let plain = Self.csv(
            ForecastTable(
                try SampleAccounts.forecasts(of: SampleAccounts.series()), scheme: .china, language: .zhHans
            ).table)
        #expect(Array(csv[0][5...7]) == ["forecast", "model_forecast", "lower80"])
        #expect(table.columns[6].title == "模型预测")
        #expect(csv.dropFirst().map { $0[6] } == plain.dropFirst().map { $0[5] })
        let moved = csv.dropFirst().filter { $0[5] != $0[6] }.map { $0[1] }
        #expect(Set(moved).isSuperset(of: ["", "201", "20103", "2010301"]))
        let own = try #require(csv.first { $0[1] == "2010301" })
        #expect(own[5] == "9000000")
    }

    @Test("The comparison shows the exact change and marks what rests on synthetic figures")
    func comparison() throws {
        let comparisons = try YearOverYear.comparisons(
            of: SampleAccounts.series(), from: FiscalYear(2021), to: FiscalYear(2022), scheme: .china)
        let table = ComparisonTable(comparisons, scheme: .china, language: .zhHans, level: .item).table
        let csv = Self.csv(table)
        let line = try #require(csv.first { $0[1] == "2010301" })
        #expect(line[6...9] == ["980000", "1055000", "75000", "7.65"])
        #expect(line.last == "synthetic")
        #expect(table.notes.count == 1)
        #expect(csv[1][3] == "total")
        let without = try YearOverYear.comparisons(
            of: SampleAccounts.series(), from: FiscalYear(2022), to: FiscalYear(2023), scheme: .china)
        #expect(ComparisonTable(without, scheme: .china, language: .zhHans).table.notes.isEmpty)
    }

    @Test("The anomaly list names flags, keeps the unbudgeted state and quotes the reason")
    func anomalies() throws {
        let report = try SampleAccounts.anomalies()
        let csv = Self.csv(AnomalyTable(report.anomalies, scheme: .china, language: .zhHans).table)
        let overrun = try #require(csv.first { $0[2] == "2080199" })
        #expect(overrun[6].split(separator: ";").contains("overrun"))
        #expect(overrun[10] == "1479.52")
        #expect(csv.contains { $0[2] == "2100410" && $0[8] == "unbudgeted" && $0[9] == "16206200" })
        #expect(csv.dropFirst().map { $0[0] } == (1...report.anomalies.count).map(String.init))
    }

    @Test("Every note of a forecast has words in both languages", arguments: Language.allCases)
    func notesHaveWords(language: Language) {
        let notes: [ForecastNote] = [
            .shortHistory(years: 1), .noActualLastYear(lastYear: 2021), .ended(lastYear: 2022, ifContinued: 1),
            .newSubject(year: 2023), .oneOff(year: 2020, value: 1, forecastWithIt: 2), .brokenHistory(missingYears: 2),
            .bridgedGap(missingYears: 1), .invalidValues(count: 1), .budgetSignTurned, .noBudgetStated, .budgetOnly,
            .reconciled(from: 1), .raisedToZero, .smallPanel(rows: 3), .storedModel(name: "m", rows: 3),
            .growthAssumption(rate: 0.05, modelForecast: 1),
            .wideRange(times: 7, because: .shortHistory(years: 1)), .wideRange(times: 7, because: .farAhead(years: 3)),
            .wideRange(times: 7, because: .roughHistory(least: 1, most: 9)), .wideRange(times: 7, because: .pastErrors),
            .chosenByPastErrors(model: 0.5, last: 0.25, budget: 0.25),
            .inflationAdjusted, .overridden(modelForecast: 1), .joined(from: "2080501"), .syntheticFigures,
        ]
        let sentences = notes.map(ForecastNoteText(language: language).sentence)
        #expect(sentences.allSatisfy { !$0.isEmpty })
        #expect(Set(sentences).count == notes.count)
    }

    @Test("The summary fits 24 lines of 80 columns and holds totals, five questions, the range and the files")
    func summary() throws {
        let report = try SampleAccounts.report(.zhHans)
        let screen = SummaryScreen(
            unit: SampleAccounts.unit, year: SampleAccounts.year, series: report.series,
            questions: report.questions + report.questions + report.questions, forecasts: report.forecasts,
            files: [SummaryScreen.File(label: "报告", path: "out/report.html")], language: .zhHans)
        let lines = screen.text.split(separator: "\n")
        #expect(lines.count <= 25)
        #expect(lines.allSatisfy { DisplayWidth.of($0) <= 80 })
        #expect(screen.text.contains("1,813.89 万元"))
        #expect(screen.text.contains("80% 区间"))
        #expect(screen.text.contains("  5. "))
        #expect(!screen.text.contains("  6. "))
        #expect(screen.text.contains("out/report.html"))
        #expect(screen.text.contains("2021年的数据为合成数据"))
    }
}
