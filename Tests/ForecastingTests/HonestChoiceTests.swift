import FinalAccounts
import Testing

@testable import Forecasting

@Suite("The method that a body's own past speaks for")
struct HonestChoiceTests {
    /// Trials of one subject in some years: the outcome is 100, and each rule is off by what is given.
    private func trials(_ years: Int, model: Double, last: Double, budget: Double = .nan) -> [Trial] {
        (0..<years).map {
            Trial(
                row: 0, column: 3 + $0, outcome: 100, model: 100 + model, last: 100 + last, budget: 100 + budget)
        }
    }

    @Test("A model that did best is left alone")
    func modelIsBest() {
        #expect(HonestChoice(trials(5, model: 5, last: 9, budget: 7)).model == 1)
    }

    @Test("Last year's value that was right year after year while the model erred takes its place")
    func lastIsBest() {
        let choice = HonestChoice(trials(5, model: 12, last: 0))
        #expect(choice.last == 1 && choice.model == 0 && choice.error == 0)
        #expect(choice.mixed(50, last: 70, budget: .nan) == 70)
    }

    @Test("A budget that errs to the other side is mixed in")
    func mixture() {
        let choice = HonestChoice(trials(6, model: 10, last: 30, budget: -10))
        #expect(choice.model == 0.5 && choice.budget == 0.5)
        #expect(choice.mixed(80, last: 0, budget: 60) == 70)
    }

    @Test("Being somewhat nearer, or nearer in two years, is no reason", arguments: [(6, 9.0), (2, 0.0)])
    func tooLittle(_ years: Int, _ last: Double) {
        #expect(HonestChoice(trials(years, model: 10, last: last)) == HonestChoice())
    }

    @Test("Shares add up to one whatever the errors are")
    func shares() {
        var random = SeededNumbers(state: 4)
        for _ in 0..<200 {
            let errors = (0..<3).map { _ in 40 * (random.uniform() - 0.5) }
            let choice = HonestChoice(trials(6, model: errors[0], last: errors[1], budget: errors[2]))
            #expect(choice.model + choice.last + choice.budget == 1)
            #expect(choice.error <= 1)
        }
    }

    @Test("Where the choice falls on last year or the budget, the row says so and the levels still add up")
    func isSaid() throws {
        // Budgets are what is spent to the last yuan; everything else jumps.
        var random = SeededNumbers(state: 11)
        let series = (0..<70).map { number in
            var (actuals, budgets): ([Int: Int], [Int: Int]) = ([:], [:])
            for year in 2012...2023 {
                actuals[year] = 200 + Int(2000 * random.uniform())
                budgets[year] = actuals[year]
            }
            budgets[2024] = 200 + Int(2000 * random.uniform())
            return SpendingSeries.sample("2" + String(1_000_101 + number).suffix(6), actuals, budgets: budgets)
        }
        let rows = try ForecastEngine(ForecastConfiguration(reconciliation: .none)).forecast(
            series, target: FiscalYear(2024), mode: .outlook)
        let said = rows.flatMap(\.notes).compactMap { note -> Double? in
            if case .chosenByPastErrors(_, _, let budget) = note { budget } else { nil }
        }
        #expect(!said.isEmpty && said.allSatisfy { $0 > 0 })
    }
}
