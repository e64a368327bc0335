import FinalAccounts

/// Forecasts past years as they would have been forecast then, and holds the forecasts against what came.
///
/// Each target year is an origin of its own: everything, from the panel regression to weights and intervals, is learned
/// anew from the years before it. References are the last value and the approved budget. A subject takes part in a
/// year when it has an actual in that year and in the year before the origin, and, where any subject states a budget for
/// that year, an initial budget.
///
/// ```swift
/// let report = try Backtest(ForecastConfiguration()).run(series, targets: 2001...2003, mode: .outlook)
/// report.value(.wape, model: "combination", level: .item)
/// ```
public struct Backtest: Sendable {
    /// What forecasts are made with.
    public let configuration: ForecastConfiguration
    /// The metrics reported.
    public let metrics: [BacktestMetric]

    /// A backtest of forecasts made with a configuration.
    ///
    /// - Parameter metrics: `nil` for all, with the configuration's levels.
    public init(_ configuration: ForecastConfiguration = ForecastConfiguration(), metrics: [BacktestMetric]? = nil) {
        self.configuration = configuration
        self.metrics = metrics ?? BacktestMetric.all(levels: configuration.levels)
    }

    /// Runs the origins.
    ///
    /// - Parameters:
    ///   - series: one for each unit and subject.
    ///   - targets: the first years forecast, one origin each.
    ///   - horizon: years ahead from each origin.
    ///   - mode: what is known of the target year.
    ///   - models: further rules to compare with, each forecast on its own.
    ///   - isWanted: whose forecasts are measured; what is learned from does not change.
    /// - Throws: ``ForecastError``; `tooFewYears` when no origin has anything to compare.
    public func run(
        _ series: [SpendingSeries], targets: ClosedRange<Int>, horizon: Int = 1, mode: ForecastMode = .draft,
        models: [ModelName] = [], of isWanted: (BudgetUnit) -> Bool = { _ in true }
    ) throws(ForecastError) -> BacktestReport {
        var table = CaseTable()
        let outcomes = Outcomes(series)
        for target in targets {
            for model in [configuration.model] + models.filter({ $0 != configuration.model }) {
                var configuration = configuration
                configuration.model = model
                let forecasts: [Forecast]
                do throws(ForecastError) {
                    forecasts = try ForecastEngine(configuration).forecast(
                        series, target: FiscalYear(target), horizon: horizon, mode: mode)
                } catch .nothingToForecast {
                    continue
                } catch .noBudget {
                    continue
                }
                let name = model == .combination && mode == .outlook ? ModelName.budgetPanel.rawValue : model.rawValue
                for forecast in forecasts where isWanted(forecast.unit) {
                    table.add(
                        forecast, model: name, target: target, outcomes, isFirst: model == self.configuration.model)
                }
            }
        }
        guard !table.cases.isEmpty else {
            throw .tooFewYears(have: outcomes.years, need: 2)
        }
        return table.report(metrics)
    }
}

/// The actuals and budgets of all series.
private struct Outcomes {
    struct Key: Hashable {
        var unit: BudgetUnit
        var subject: SubjectKey
    }

    private var series: [Key: SpendingSeries] = [:]
    private var budgetYears: Set<Int> = []
    private(set) var years = 0

    init(_ list: [SpendingSeries]) {
        var seen: Set<Int> = []
        for item in list {
            series[Key(unit: item.unit, subject: item.subject.key)] = item
            for observation in item.observations {
                if observation.actual != nil { seen.insert(observation.year.number) }
                if observation.initialBudget.amount != nil { budgetYears.insert(observation.year.number) }
            }
        }
        years = seen.count
    }

    /// Actual and budget of the year forecast and the last value, where the subject takes part.
    func outcome(of forecast: Forecast, target: Int) -> (
        actual: Double, budget: Double?, last: Double, roughness: Double
    )? {
        guard let item = series[Key(unit: forecast.unit, subject: forecast.subject.key)],
            let actual = item.actual(in: forecast.targetYear)?.doubleValue,
            let last = item.actual(in: FiscalYear(target - 1))?.doubleValue
        else { return nil }
        let budget = item.observation(in: forecast.targetYear)?.initialBudget.amount?.doubleValue
        if budgetYears.contains(forecast.targetYear.number), budget == nil { return nil }
        let past = item.observations.compactMap { $0.year.number < target ? $0.actual?.doubleValue : nil }
        let changes = zip(past.dropFirst(), past).map { abs($0 - $1) }
        return (actual, budget, last, changes.isEmpty ? 0 : changes.reduce(0, +) / Double(changes.count))
    }
}

/// Forecasts with outcomes, sorted into cells.
private struct CaseTable {
    struct Key: Hashable, Comparable {
        var level: SubjectLevel
        var step: Int
        var year: Int
        /// The order of models: the model under test, references, others.
        var place: Int
        var model: String

        static func < (left: Key, right: Key) -> Bool {
            (left.level, left.step, left.year, left.place, left.model)
                < (right.level, right.step, right.year, right.place, right.model)
        }
    }

    private(set) var cases: [Key: [BacktestCase]] = [:]

    mutating func add(_ forecast: Forecast, model: String, target: Int, _ outcomes: Outcomes, isFirst: Bool) {
        guard let outcome = outcomes.outcome(of: forecast, target: target) else { return }
        let (level, year) = (forecast.subject.level, forecast.targetYear.number)
        func insert(_ model: String, place: Int, _ value: Double, _ intervals: [PredictionInterval]) {
            let key = Key(level: level, step: year - target + 1, year: year, place: place, model: model)
            cases[key, default: []].append(
                BacktestCase(
                    actual: outcome.actual, forecast: value, roughness: outcome.roughness, intervals: intervals))
        }
        insert(model, place: isFirst ? 0 : 3, forecast.value, forecast.intervals)
        guard isFirst else { return }
        if model != ModelName.lastValue.rawValue { insert(ModelName.lastValue.rawValue, place: 1, outcome.last, []) }
        if let budget = outcome.budget { insert(ModelName.budget.rawValue, place: 2, budget, []) }
    }

    func report(_ metrics: [BacktestMetric]) -> BacktestReport {
        let keys = cases.keys.sorted()
        let rows = keys.map { key in
            let items = cases[key] ?? []
            return BacktestReport.Row(
                model: key.model, level: key.level, year: key.year, step: key.step, subjects: items.count,
                values: metrics.map { $0.value(of: items) })
        }
        var groups: [Key: [Int]] = [:]
        for (place, key) in keys.enumerated() {
            groups[Key(level: key.level, step: key.step, year: 0, place: key.place, model: key.model), default: []]
                .append(place)
        }
        let summary = groups.keys.sorted().map { key in
            let members = (groups[key] ?? []).map { rows[$0] }
            let pooled = (groups[key] ?? []).flatMap { cases[keys[$0]] ?? [] }
            let values = metrics.enumerated().map { place, metric -> Double? in
                if case .coverage = metric { return metric.value(of: pooled) }
                let yearly = members.compactMap { $0.values[place] }
                return yearly.isEmpty ? nil : yearly.reduce(0, +) / Double(yearly.count)
            }
            return BacktestReport.Row(
                model: key.model, level: key.level, year: nil, step: key.step, subjects: pooled.count, values: values)
        }
        return BacktestReport(metrics: metrics, rows: rows, summary: summary)
    }
}
