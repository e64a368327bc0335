import FinalAccounts
import Testing

@testable import Forecasting

/// What must not change a forecast.
@Suite("Invariance of forecasts")
struct InvarianceTests {
    private static let target = FiscalYear(2024)

    /// Bodies of several sizes and seeds, small ones and one that is fitted on its own.
    private static let bodies: [[SpendingSeries]] = [(8, 1), (16, 2)].map {
        SpendingSeries.samplePanel($0.0, seed: $0.1)
    }

    private func values(
        _ series: [SpendingSeries], _ configuration: ForecastConfiguration = ForecastConfiguration(), horizon: Int = 1,
        mode: ForecastMode = .draft
    ) throws -> [Forecast] {
        try ForecastEngine(configuration).forecast(series, target: Self.target, horizon: horizon, mode: mode)
            .filter { $0.targetYear == Self.target }
    }

    @Test("Next year's forecast is the same however many years are asked for", arguments: 0..<2)
    func horizon(_ place: Int) throws {
        let one = try values(Self.bodies[place])
        for horizon in [2, 4] { #expect(try values(Self.bodies[place], horizon: horizon) == one) }
    }

    @Test("It depends neither on the order of the lines nor on the number of threads", arguments: 0..<2)
    func order(_ place: Int) throws {
        var configuration = ForecastConfiguration(threads: 1)
        let one = try values(Self.bodies[place], configuration)
        configuration.threads = 3
        var random = SeededNumbers(state: UInt64(place) + 7)
        let shuffled = Self.bodies[place].map { (key: random.uniform(), series: $0) }.sorted { $0.key < $1.key }
        #expect(try values(shuffled.map(\.series), configuration) == one)
    }

    @Test("In a unit of money a thousand times smaller it is a thousand times as much", arguments: 0..<2)
    func unitOfMoney(_ place: Int) throws {
        func scaled(_ amount: Amount?) throws -> Amount? { try amount?.multiplied(by: 1000) }
        let fine = try Self.bodies[place].map { item in
            SpendingSeries(
                unit: item.unit, subject: item.subject,
                observations: try item.observations.map { observation in
                    Observation(
                        year: observation.year,
                        initialBudget: try scaled(observation.initialBudget.amount).map { .stated($0) } ?? .notStated,
                        adjustedBudget: try scaled(observation.adjustedBudget), actual: try scaled(observation.actual))
                })
        }
        for (one, other) in zip(try values(Self.bodies[place]), try values(fine)) {
            #expect(abs(other.value - 1000 * one.value) <= 1e-6 * abs(other.value))
            for (narrow, wide) in zip(one.intervals, other.intervals) {
                #expect(abs(wide.upper - 1000 * narrow.upper) <= 1e-6 * abs(wide.upper))
            }
        }
    }

    @Test("Learned from each body alone, it depends on no other body of the input")
    func otherBodies() throws {
        let configuration = ForecastConfiguration(learning: .eachBody)
        let all = Self.bodies.enumerated().flatMap { number, body in
            body.map {
                SpendingSeries(
                    unit: BudgetUnit("body \(number)"), subject: $0.subject, observations: $0.observations)
            }
        }
        let together = try values(all, configuration)
        for number in Self.bodies.indices {
            let unit = BudgetUnit("body \(number)")
            let alone = try values(all.filter { $0.unit == unit }, configuration)
            #expect(together.filter { $0.unit == unit } == alone)
        }
    }

    @Test("In an outlook every subject with a budget or a past has a row")
    func everySubject() throws {
        let new = (0..<5).map { SpendingSeries.sample("209010\($0)", [:], budgets: [2024: 500]) }
        let budgeted = Self.bodies[1].map { item in
            SpendingSeries(
                unit: item.unit, subject: item.subject,
                observations: item.observations
                    + (item.subject.code?.hasSuffix("1") == true
                        ? [] : [Observation(year: Self.target, initialBudget: .stated(Amount(minorUnits: 900_000)))]))
        }
        let rows = try values(budgeted + new, mode: .outlook)
        #expect(rows.count == budgeted.count + new.count)
        let begun = rows.filter { $0.notes.contains(.budgetWithoutPast) }
        #expect(begun.count == 5)
        for row in begun {
            #expect(row.model == .budget && row.value >= 0 && row.value <= 600 && row.yearsUsed == 0)
            #expect(row.intervals.allSatisfy { $0.lower <= row.value && row.value <= $0.upper })
        }
    }

    @Test(
        "A budget of nothing and none applied for are one fact: identical pasts are forecast alike",
        arguments: [ForecastMode.draft, .outlook])
    func nothingPlanned(_ mode: ForecastMode) throws {
        let past = [2019: 40, 2020: 55, 2021: 38, 2022: 61, 2023: 300]
        let budgets = Dictionary(uniqueKeysWithValues: (2019...2024).map { ($0, 0) })
        let twins: [SpendingSeries] = [
            .sample("2990101", past, budgets: budgets), .sample("2990102", past, unbudgeted: Set(2019...2024)),
        ]
        let budgeted = Self.bodies[1].map { item in
            SpendingSeries(
                unit: item.unit, subject: item.subject,
                observations: item.observations
                    + [Observation(year: Self.target, initialBudget: .stated(Amount(minorUnits: 900_000)))])
        }
        let rows = try values(budgeted + twins, ForecastConfiguration(reconciliation: .none), mode: mode)
            .filter { $0.subject.code?.hasPrefix("2990") == true }
        #expect(rows.count == 2)
        #expect(rows.first?.value == rows.last?.value && rows.first?.intervals == rows.last?.intervals)
        #expect(rows.first?.notes == rows.last?.notes)
    }

    @Test(
        "A level, or a body, that is asked for alone is what it is among all",
        arguments: [LearningScope.eachBody, .acrossBodies])
    func filters(_ learning: LearningScope) throws {
        let engine = ForecastEngine(ForecastConfiguration(learning: learning))
        let all = try engine.run(Self.bodies[1], target: Self.target)
        let level = try #require(all.forecasts.last?.subject.level)
        #expect(all.only(level).forecasts == all.forecasts.filter { $0.subject.level == level })
        let report = try Backtest(engine.configuration).run(Self.bodies[1], targets: 2022...2023)
        #expect(report.only(level).rows == report.rows.filter { $0.level == level })
        let none = try Backtest(engine.configuration).run(Self.bodies[1], targets: 2022...2023) { $0.name == "u" }
        #expect(none == report)
    }

    @Test("A subject that is paid in the same amount year after year is not moved by what moves its neighbours")
    func steady() throws {
        let rent = SpendingSeries.sample("2990201", Dictionary(uniqueKeysWithValues: (2016...2023).map { ($0, 7200) }))
        let rows = try values(
            SpendingSeries.samplePanel(40, seed: 3) + [rent], ForecastConfiguration(reconciliation: .none))
        let value = try #require(rows.first { $0.subject.code == "2990201" }?.value)
        #expect(abs(value - 7200) < 1e-6)
    }

    @Test("A range too wide to use says why", arguments: [1, 2, 3])
    func tooWide(_ kind: Int) throws {
        let pasts: [Int: [Int: Int]] = [
            1: [2023: 50], 2: [2022: 3, 2023: 900],
            3: [2017: 1, 2018: 700, 2019: 2, 2020: 900, 2021: 1, 2022: 800, 2023: 3],
        ]
        let odd = SpendingSeries.sample("2990301", try #require(pasts[kind]))
        let rows = try values(SpendingSeries.samplePanel(40, seed: 9) + [odd])
        for row in rows {
            for case .wideRange(let times, let reason) in row.notes {
                #expect(times > 4)
                if row.yearsUsed < 3 { #expect(reason == .shortHistory(years: row.yearsUsed)) }
                if case .roughHistory(let least, let most) = reason { #expect(most >= 3 * least) }
            }
        }
    }
}
