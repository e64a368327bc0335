import FinalAccounts
import Forecasting
import Platform
import Reporting

/// Forecasts spending by subject from account lines.
package struct SpendingForecast: Sendable {
    /// How lines are understood and shown.
    package var context: AnalysisContext
    /// How forecasts are made.
    package var configuration: ForecastConfiguration
    /// The first year; `nil` for the one after the latest actuals.
    package var target: FiscalYear?
    /// How many years.
    package var horizon: Int
    /// Whether the initial budget of the target year is known: then how much of it will be spent is forecast.
    package var withBudget: Bool
    /// The one level that is wanted; `nil` for all. All are forecast, so that what is wanted changes no number.
    package var level: SubjectLevel?
    /// The one body that is wanted of those that are learned from; `nil` for all.
    package var unit: BudgetUnit?

    package init(
        context: AnalysisContext, configuration: ForecastConfiguration? = nil, target: FiscalYear? = nil,
        horizon: Int = 1, withBudget: Bool = false, level: SubjectLevel? = nil
    ) {
        self.context = context
        self.configuration = configuration ?? context.forecasting
        self.target = target
        self.horizon = horizon
        self.withBudget = withBudget
        self.level = level
    }

    /// Forecasts, with an account of what answered.
    package struct Result: Sendable {
        /// The first year.
        package let target: FiscalYear
        /// What the engine gave.
        package let run: ForecastRun
        /// Numbers of a person for which there is no forecast.
        package let unusedOverrides: [ForecastOverride]
        /// Numbers of a person a thousand times the model's or a thousandth of it: as a rule in another unit.
        package let distantOverrides: [ForecastOverride]
        private let context: AnalysisContext

        fileprivate init(
            _ run: ForecastRun, target: FiscalYear, overrides: [ForecastOverride], context: AnalysisContext
        ) {
            self.run = run
            self.target = target
            self.context = context
            unusedOverrides = overrides.filter { item in !run.forecasts.contains(where: item.applies) }
            distantOverrides = overrides.filter { item in
                run.forecasts.contains { item.applies(to: $0) && Self.isDistant(item.value, from: $0) }
            }
        }

        private static func isDistant(_ value: Double, from forecast: Forecast) -> Bool {
            forecast.notes.contains { note in
                guard case .overridden(let model) = note, model != 0, value != 0 else { return false }
                let ratio = abs(value / model)
                return ratio >= 1000 || ratio <= 0.001
            }
        }

        /// The forecasts as a table.
        package func table() throws -> ReportTable {
            ForecastTable(
                try ForecastRow.rows(run.forecasts, scheme: context.scheme), scheme: context.scheme,
                language: context.language,
                amounts: context.amounts, panels: run.panels
            ).table
        }
    }

    /// The series of the years before the target, and the target.
    ///
    /// - Throws: ``WorkbenchError`` for a target too far from the actuals.
    package func basis(in accounts: AccountLines) throws -> (series: [SpendingSeries], target: FiscalYear) {
        let target = try resolvedTarget(in: accounts)
        return (try series(from: accounts, before: target), target)
    }

    /// Forecasts from the lines of years before the target.
    ///
    /// - Throws: ``WorkbenchError`` for a target too far from the actuals; `ForecastError`.
    package func run(on accounts: AccountLines) throws -> Result {
        let (series, target) = try basis(in: accounts)
        return try run(on: series, target: target)
    }

    /// Forecasts series that hold nothing from the target on.
    package func run(on series: [SpendingSeries], target: FiscalYear) throws -> Result {
        let all = try ForecastEngine(configuration).run(series, target: target, horizon: horizon, mode: mode)
        let ofUnit = unit == nil ? all : all.only(where: isWanted)
        let run = level.map(ofUnit.only) ?? ofUnit
        return Result(run, target: target, overrides: configuration.overrides, context: context)
    }

    /// Fits the panel model on the lines and forecasts nothing.
    package func model(on accounts: AccountLines, name: String, command: String) throws -> StoredPanelModel {
        let target = try resolvedTarget(in: accounts)
        let all = try series(from: accounts, before: target)
        let series = level.map { level in all.filter { $0.subject.level == level } } ?? all
        let years = series.flatMap(\.observations).filter { $0.actual != nil }.map(\.year).sorted()
        let card = StoredPanelModel.Card(
            name: name, fittedOn: "\(series.count) series", years: "\(years.first ?? target)-\(years.last ?? target)",
            command: command, accuracy: [:],
            use: "annual spending by subject, where the panel at hand is too small to be fitted")
        return try ForecastEngine(configuration).fitModel(
            series, target: target, horizon: max(horizon, 3), card: card)
    }

    /// The year to forecast first.
    ///
    /// - Throws: ``WorkbenchError`` when no year has actuals, or the year asked for lies too far from them.
    package func resolvedTarget(in accounts: AccountLines) throws(WorkbenchError) -> FiscalYear {
        let years = accounts.lines.lazy.filter { $0.actual != nil }.map(\.fiscalYear)
        guard let latest = years.max(), let earliest = years.min() else {
            throw WorkbenchError(
                .data, Bilingual("没有任何科目有决算数", "no line has an actual"),
                advice: Bilingual("无从预测", "nothing can be forecast"))
        }
        guard let target else { return latest.next }
        guard target > earliest else {
            throw WorkbenchError(
                .usage, Bilingual("\(target) 年：此前没有决算数", "\(target): there are no actuals before \(target)"),
                advice: Bilingual("最早的决算数为 \(earliest) 年度", "the first are of \(earliest)"))
        }
        let gap = configuration.maximumGap
        guard target.number <= latest.number + gap else {
            throw WorkbenchError(
                .usage,
                Bilingual(
                    "\(target) 年：最近的决算数为 \(latest) 年度，相隔超过允许的 \(gap) 年",
                    "\(target): the latest actuals are of \(latest), more than the \(gap) years before that may lie "
                        + "between"), .startEarlier("\(latest.next)"))
        }
        return target
    }

    /// Whether a body is the one that is wanted, or a part of it that is told apart.
    func isWanted(_ body: BudgetUnit) -> Bool {
        guard let unit else { return true }
        return body == unit || body.name.hasPrefix(unit.name + "·")
    }

    /// What the engine is asked for.
    var mode: ForecastMode { withBudget ? .outlook : .draft }

    /// The series of what a forecast of `target` may know of.
    func series(from accounts: AccountLines, before target: FiscalYear) throws -> [SpendingSeries] {
        try context.series(from: accounts.known(before: target, withBudget: withBudget).lines)
    }
}
