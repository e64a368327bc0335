import FinalAccounts
import Testing

@testable import Forecasting

@Suite("The regression of a subject's own years")
struct FittedRegressionTests {
    private static let target = FiscalYear(2024)

    @Test("Of 10, 12, 13, 16 the line rises by 1.9 a year, with the errors of any textbook")
    func line() throws {
        let series = SpendingSeries.sample("2010301", [2020: 10, 2021: 12, 2022: 13, 2023: 16])
        let fit = try #require(try FittedRegression.trend(of: series, target: Self.target))
        #expect(abs(fit.classic[1].estimate - 1.9) < 1e-12)
        #expect(abs(fit.classic[1].standardError - 0.264_575_131_106_459) < 1e-12)
        #expect(zip(fit.points.map(\.leverage), [0.7, 0.3, 0.3, 0.7]).allSatisfy { abs($0 - $1) < 1e-12 })
        #expect(abs((fit.prediction?.mean ?? 0) - 17.5) < 1e-12)
        #expect(fit.degreesOfFreedom == 2)
        #expect(fit.robust.map(\.estimate) == fit.classic.map(\.estimate))
    }

    @Test("Two years have no regression, and budgets that never change explain nothing")
    func tooFew() throws {
        let short = SpendingSeries.sample("2010301", [2022: 13, 2023: 16], budgets: [2022: 1, 2023: 2])
        #expect(try FittedRegression.trend(of: short, target: Self.target) == nil)
        #expect(try FittedRegression.onBudget(of: short, target: Self.target) == nil)
        let same = SpendingSeries.sample(
            "2010301", [2021: 12, 2022: 13, 2023: 16], budgets: [2021: 5, 2022: 5, 2023: 5])
        #expect(try FittedRegression.onBudget(of: same, target: Self.target) == nil)
    }

    @Test("A budget of the target year is what the regression on budgets predicts from")
    func prediction() throws {
        let series = SpendingSeries.sample(
            "2010301", [2021: 12, 2022: 14, 2023: 16], budgets: [2021: 6, 2022: 7, 2023: 8, 2024: 10])
        let fit = try #require(try FittedRegression.onBudget(of: series, target: Self.target))
        #expect(abs((fit.prediction?.mean ?? 0) - 20) < 1e-9)
    }
}
