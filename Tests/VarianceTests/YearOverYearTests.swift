import FinalAccounts
import Testing

@testable import Variance

@Suite("Year over year")
struct YearOverYearTests {
    private func comparison(_ lines: [AccountLine]) throws -> YearOverYear {
        try #require(
            try YearOverYear.comparisons(
                of: lines.series(), from: FiscalYear(2022), to: FiscalYear(2023), scheme: .china
            ).first)
    }

    private let lines = [
        line("2010301", 2022, actual: 400), line("2010301", 2023, actual: 500),
        line("2010302", 2022, actual: 100),
        line("2080505", 2022, actual: 500), line("2080505", 2023, actual: 450),
        line("2080506", 2023, actual: 250),
    ]

    private func row(_ code: String, in comparison: YearOverYear) throws -> YearOverYearRow {
        try #require(comparison.rows.first { $0.subject.code == code })
    }

    @Test("A change is stated exactly, in percent of the earlier year, and as shares of both totals")
    func continuedSubject() throws {
        let row = try row("2010301", in: comparison(lines))
        #expect(row.state == .continued)
        #expect(row.change == Amount(minorUnits: 10_000))
        #expect(row.percentageChange?.text == "25.00%")
        #expect(row.previousShare?.text == "40.00%")
        #expect(row.currentShare?.text == "41.67%")
        #expect(row.shareOfChange?.text == "50.00%")
        #expect(row.growthContribution?.text == "10.00%")
    }

    @Test("A subject without a line in the earlier year appeared: its change counts, its percentage has no base")
    func appeared() throws {
        let row = try row("2080506", in: comparison(lines))
        #expect(row.state == .appeared)
        #expect(row.previous == .zero)
        #expect(row.change == Amount(minorUnits: 25_000))
        #expect(row.percentageChange == nil)
    }

    @Test("A subject without a line in the later year ended, by all of what it was")
    func ended() throws {
        let row = try row("2010302", in: comparison(lines))
        #expect(row.state == .ended)
        #expect(row.change == Amount(minorUnits: -10_000))
        #expect(row.percentageChange?.text == "-100.00%")
    }

    @Test("The changes of every level add up to the total's change")
    func changesAddUp() throws {
        let comparison = try comparison(lines)
        for level in [SubjectLevel.category, .section, .item] {
            let changes = comparison.rows(at: level).compactMap(\.change)
            #expect(try Amount.sum(changes) == comparison.total.change)
        }
        #expect(comparison.total.percentageChange?.text == "20.00%")
    }

    @Test("A line whose actual is not stated makes the change unknown, not a fall to zero")
    func notStated() throws {
        let row = try row(
            "2080505", in: comparison([line("2080505", 2022, actual: 500), line("2080505", 2023, actual: nil)]))
        #expect(row.state == .notComparable)
        #expect(row.current == nil && row.change == nil && row.percentageChange == nil)
    }

    @Test("A year reported at a wider level only says nothing of the items")
    func widerLevelOnly() throws {
        let comparison = try comparison([
            line("201", 2022, actual: 500), line("2010301", 2023, actual: 300), line("2010302", 2023, actual: 200),
        ])
        #expect(try row("2010301", in: comparison).state == .notComparable)
        #expect(try row("201", in: comparison).change == .zero)
    }

    @Test("Shares and contributions of a falling total keep their signs")
    func fallingTotal() throws {
        let comparison = try comparison([
            line("2010301", 2022, actual: 800), line("2010301", 2023, actual: 500),
            line("2010302", 2022, actual: 200), line("2010302", 2023, actual: 300),
        ])
        let riser = try row("2010302", in: comparison)
        #expect(riser.shareOfChange?.text == "-50.00%")
        #expect(riser.growthContribution?.text == "10.00%")
    }

    @Test("Rows are ordered by change, by rate, or as the classification orders them")
    func orders() throws {
        let comparison = try comparison(lines)
        let codes = { (order: YearOverYear.Order) in
            comparison.rows(at: .item, by: order).compactMap(\.subject.code)
        }
        #expect(codes(.subject) == ["2010301", "2010302", "2080505", "2080506"])
        #expect(codes(.change) == ["2080506", "2010301", "2010302", "2080505"])
        #expect(codes(.rate) == ["2010302", "2010301", "2080505", "2080506"])
        #expect(codes(.current) == ["2010301", "2080505", "2080506", "2010302"])
    }

    @Test("Units come in order of name, those without a line in either year not at all")
    func units() throws {
        let series = try [
            line("2010301", 2023, actual: 1, unit: "乙"), line("2010301", 2022, actual: 1, unit: "丙"),
            line("2010301", 2019, actual: 1, unit: "丁"),
        ].series()
        let comparisons = try YearOverYear.comparisons(
            of: series, from: FiscalYear(2022), to: FiscalYear(2023), scheme: .china)
        #expect(comparisons.map(\.unit.name) == ["丙", "乙"])
    }

    @Test("The published disclosure with its generated earlier years: totals as the disclosure states them")
    func qingling() throws {
        let comparison = try comparison(SampleFiles.qingling(withEarlierYears: true))
        #expect(try comparison.total.current == Amount(parsing: "11082.8", unit: .wan))
        #expect(try comparison.total.change == Amount(parsing: "-3352.79", unit: .wan))
        #expect(comparison.total.percentageChange?.text == "-23.23%")
        #expect(comparison.total.usesSyntheticFigures)
    }
}
