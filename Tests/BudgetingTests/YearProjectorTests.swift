import FinalAccounts
import SeededNumbers
import Testing

@testable import Budgeting

@Suite("A year's end seen from its months")
struct YearProjectorTests {
    private typealias Line = YearProjector.Line

    private func projection(_ month: Int, _ line: Line) -> YearProjector.Projection {
        YearProjector(month: month).projection(of: line)
    }

    @Test("In December what is spent is the year, without a range")
    func december() {
        let end = projection(12, Line(executed: 70, expected: .init(mean: 100, deviation: 10), budget: 90))
        #expect(end.value == 70 && end.range == 70...70)
    }

    @Test("A line on its usual way comes to what was expected, and the range narrows from month to month")
    func onItsWay() {
        var widths: [Double] = []
        for month in 1...11 {
            let end = projection(
                month, Line(executed: 100 * Double(month) / 12, expected: .init(mean: 100, deviation: 20)))
            #expect(abs(end.value - 100) < 1e-9 && end.range.contains(100))
            widths.append(end.range.upperBound - end.range.lowerBound)
        }
        #expect(zip(widths, widths.dropFirst()).allSatisfy { $0 > $1 })
    }

    @Test("What is spent so far moves the year the more, the later it is, and is never undercut")
    func moved() {
        let line = { (executed: Double) in Line(executed: executed, expected: .init(mean: 100, deviation: 20)) }
        let (early, late) = (projection(3, line(50)), projection(9, line(150)))
        #expect(early.value > 100 && early.value < 200 && late.value > early.value && late.value < 200)
        #expect(projection(11, line(130)).range.lowerBound >= 130)
        let idle = projection(9, line(0))
        #expect(idle.value < 50 && idle.value > 0)
    }

    @Test("Years of the line's own say what share is usual before those of the body, and those before even months")
    func profiles() {
        let own = projection(9, Line(executed: 40, shares: [0.4, 0.42, 0.38], bodyShares: [0.7]))
        #expect(own.basis == .own(years: 3) && abs(own.usualShare - 0.4) < 1e-9 && abs(own.value - 100) < 1e-6)
        let body = projection(9, Line(executed: 40, shares: [0.4], bodyShares: [0.5, 0.5]))
        #expect(body.basis == .body(years: 2) && abs(body.value - 80) < 1e-6)
        #expect(projection(9, Line(executed: 75)).basis == .even)
        let steady = projection(9, Line(executed: 40, shares: [0.4, 0.4, 0.4, 0.4, 0.4, 0.4]))
        let wild = projection(9, Line(executed: 40, shares: [0.1, 0.7, 0.4, 0.2, 0.6, 0.4]))
        #expect(steady.range.upperBound < wild.range.upperBound)
    }

    @Test("Of seeded years drawn as the method supposes about four of five end within the range")
    func coverage() {
        var numbers = SeededGenerator(seed: 18)
        func normal() -> Double { (0..<12).reduce(-6.0) { sum, _ in sum + Double.random(in: 0..<1, using: &numbers) } }
        var (inside, count) = (0.0, 0.0)
        for _ in 0..<4000 {
            let month = Int.random(in: 2...11, using: &numbers)
            let total = 1000 + 80 * normal()
            let share = Double(month) / 12
            let scatter = (share * (1 - share) / (YearProjector.concentration + 1)).squareRoot()
            let executed = total * min(max(share + scatter * normal(), 0), 1)
            let end = projection(month, Line(executed: executed, expected: .init(mean: 1000, deviation: 80)))
            inside += end.range.contains(total) ? 1 : 0
            count += 1
        }
        #expect((0.76...0.84).contains(inside / count), "\(inside / count)")
    }

    @Test("Flags tell what is certain from what is likely, over from idle, and nothing of a line on its way")
    func flags() {
        func flag(_ value: Double, _ range: ClosedRange<Double>, executed: Double = 50, budget: Double?)
            -> ProgressFlag?
        {
            ProgressFlag(
                .init(value: value, range: range, usualShare: 0.5, basis: .even), executed: executed, budget: budget)
        }
        #expect(flag(100, 90...110, budget: 100) == nil && flag(100, 90...110, budget: nil) == nil)
        #expect(flag(130, 110...150, budget: 100) == .willOverrun && flag(130, 90...150, budget: 100) == .mayOverrun)
        #expect(flag(60, 50...80, budget: 100) == .willLieIdle && flag(60, 50...95, budget: 100) == .mayLieIdle)
        #expect(flag(130, 120...150, executed: 120, budget: 100) == .over)
        #expect(flag(60, 50...80, budget: 0) == .unbudgeted && flag(0, 0...0, executed: 0, budget: 0) == nil)
    }

    @Test("A month that is not reported has what was spent by the one before; shares need the year's end")
    func periods() {
        var periods = ExecutedPeriods()
        for (year, month, amount) in [(2022, 3, 20), (2022, 12, 100), (2023, 6, 60), (2024, 3, 10)] {
            periods.note(Amount(minorUnits: Int64(amount)), by: month, of: FiscalYear(year))
        }
        #expect(periods.executed(by: 5, of: FiscalYear(2024)) == Amount(minorUnits: 10))
        #expect(periods.executed(by: 2, of: FiscalYear(2024)) == nil)
        #expect(periods.shares(by: 6, before: FiscalYear(2024), totals: [:]) == [0.2])
        let totals = [FiscalYear(2023): Amount(minorUnits: 120)]
        #expect(periods.shares(by: 6, before: FiscalYear(2024), totals: totals) == [0.2, 0.5])
    }
}
