import SeededNumbers
import Testing

@testable import FinalAccounts

@Suite("Series from account lines")
struct SeriesBuilderTests {
    private let unit = BudgetUnit("甲街道")

    private func line(
        _ code: String?, _ names: [String], _ year: Int, _ actual: Int64?, budget: BudgetState = .notStated,
        fund: Fund = .generalPublicBudget, origin: Origin = .published
    ) -> AccountLine {
        AccountLine(
            unit: unit, fiscalYear: FiscalYear(year), fund: fund, subject: Subject(code: code, names: names),
            initialBudget: budget, actual: actual.map { Amount(minorUnits: $0) }, origin: origin)
    }

    private func actuals(_ series: [SpendingSeries], _ key: SubjectKey) -> [Int: Int64] {
        let found = series.first { $0.subject.key == key }
        let pairs = found?.observations.compactMap { observation in
            observation.actual.map { (observation.year.number, $0.minorUnits) }
        }
        return Dictionary(uniqueKeysWithValues: pairs ?? [])
    }

    @Test("Levels that are not given are the sum of their children, up to the total")
    func sumsUpwards() throws {
        let series = try SeriesBuilder(scheme: .china).series(from: [
            line("2080505", ["社会保障", "养老", "缴费"], 2022, 10), line("2080506", ["社会保障", "养老", "年金"], 2022, 5),
            line("2210201", ["住房保障", "住房改革", "公积金"], 2022, 7),
        ])
        #expect(actuals(series, .code("20805")) == [2022: 15])
        #expect(actuals(series, .code("208")) == [2022: 15])
        #expect(actuals(series, .path([])) == [2022: 22])
        #expect(series.first?.subject == .total)
        #expect(series.first { $0.subject.key == .code("208") }?.subject.name == "社会保障")
        #expect(series.first { $0.subject.key == .code("208") }?.observations.first?.isSummed == true)
    }

    @Test("The series of many units are those of each unit alone, whatever the order of the lines")
    func manyUnits() throws {
        var random = SeededGenerator(seed: 5)
        let units = (0..<50).map { BudgetUnit("第\($0)街道") }
        let lines = units.flatMap { unit in
            (0..<Int.random(in: 1...12, using: &random)).map { _ in
                AccountLine(
                    unit: unit, fiscalYear: FiscalYear(Int.random(in: 2018...2023, using: &random)),
                    subject: Subject(code: "20\(Int.random(in: 1...3, using: &random))0101", names: ["甲"]),
                    actual: Amount(minorUnits: Int64.random(in: 0...1000, using: &random)))
            }
        }
        let builder = SeriesBuilder(scheme: .china)
        let alone = try units.sorted().flatMap { unit in try builder.series(from: lines.filter { $0.unit == unit }) }
        #expect(try builder.series(from: lines) == alone)
        #expect(try builder.series(from: lines.shuffled(using: &random)) == alone)
    }

    @Test("A level that is given stands as it is, year by year")
    func givenLevelsStand() throws {
        let scheme = try SubjectScheme(parsing: "prefix:4,6")
        let series = try SeriesBuilder(scheme: scheme).series(from: [
            line("0020", ["a"], 2001, 100), line("002001", ["a", "b"], 2001, 60), line("002001", ["a", "b"], 2002, 70),
        ])
        #expect(actuals(series, .code("0020")) == [2001: 100, 2002: 70])
        #expect(actuals(series, .path([])) == [2001: 100, 2002: 70])
    }

    @Test("Subjects without codes nest by their names")
    func pathsNest() throws {
        let series = try SeriesBuilder(scheme: .china).series(from: [
            line(nil, ["教育支出", "普通教育", "其他普通教育支出"], 2023, 21), line(nil, ["教育支出", "普通教育", "小学教育"], 2023, 4),
        ])
        #expect(actuals(series, .path(["教育支出", "普通教育"])) == [2023: 25])
        #expect(actuals(series, .path([])) == [2023: 25])
    }

    @Test("One subject under two funds is added up and says so")
    func addsUpFunds() throws {
        let series = try SeriesBuilder(scheme: .china).series(from: [
            line("2120399", ["城乡社区", "公共设施", "其他"], 2023, 3),
            line("2120399", ["城乡社区", "公共设施", "其他"], 2023, 4, fund: .governmentFund),
        ])
        #expect(actuals(series, .code("2120399")) == [2023: 7])
        #expect(series.first { $0.subject.key == .code("2120399") }?.notes == [.addedUp(year: 2023, lines: 2)])
    }

    @Test(
        "A part without a budget adds nothing to the budget of the whole, and all parts without one make it unbudgeted")
    func budgetStatesAddUp() throws {
        let series = try SeriesBuilder(scheme: .china).series(from: [
            line("2010101", ["a", "b", "c"], 2023, 5, budget: .stated(Amount(minorUnits: 4))),
            line("2010102", ["a", "b", "d"], 2023, 6, budget: .unbudgeted),
            line("2010201", ["a", "e", "f"], 2023, 7, budget: .unbudgeted),
        ])
        func budget(_ code: String) -> BudgetState? {
            series.first { $0.subject.key == .code(code) }?.observations.first?.initialBudget
        }
        #expect(budget("20101") == .stated(Amount(minorUnits: 4)))
        #expect(budget("20102") == .unbudgeted)
        #expect(budget("201") == .stated(Amount(minorUnits: 4)))
    }

    @Test("One synthetic part makes the sum synthetic")
    func syntheticSpreads() throws {
        let series = try SeriesBuilder(scheme: .china).series(from: [
            line("2010101", ["a", "b", "c"], 2022, 5, origin: .synthetic), line("2010102", ["a", "b", "d"], 2022, 6),
        ])
        #expect(series.first?.usesSyntheticFigures == true)
        #expect(series.first { $0.subject.key == .code("2010102") }?.usesSyntheticFigures == false)
    }

    @Test("A subject that was renamed goes by the name of its latest year, on every level")
    func latestNames() throws {
        let series = try SeriesBuilder(scheme: .china).series(from: [
            line("2100410", ["卫生健康支出", "公共卫生", "应急处置"], 2024, 1),
            line("2100410", ["医疗卫生与计划生育支出", "公共卫生", "应急处理"], 2018, 2),
        ])
        #expect(series.map(\.subject.name) == ["", "卫生健康支出", "公共卫生", "应急处置"])
    }

    @Test("The order of the lines does not change the series")
    func orderDoesNotMatter() throws {
        var random = SeededGenerator(seed: 7)
        var lines: [AccountLine] = []
        for code in ["2010101", "2010102", "2010399", "2080505", "208", "2210201"] {
            for year in 2019...2023 {
                lines.append(line(code, [], year, Int64.random(in: -500...500, using: &random)))
            }
        }
        let builder = SeriesBuilder(scheme: .china)
        let expected = try builder.series(from: lines)
        for _ in 0..<20 {
            #expect(try builder.series(from: lines.shuffled(using: &random)) == expected)
        }
    }
}
