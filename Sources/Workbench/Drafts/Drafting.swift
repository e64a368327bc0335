import Budgeting
import FinalAccounts
import Narration
import OfficialForm
import Reporting
import Variance

/// Drafts the budget of one body for the year after its last accounts.
package struct Drafting: Sendable {
    /// How the year is forecast.
    package var forecast: SpendingForecast
    /// How what is asked for follows from the class of a line.
    package var policy: RequestPolicy
    /// The rules that requests have to keep.
    package var rules: BudgetRules
    /// The scenario of the rules; `nil` for the rules that all of them share.
    package var scenario: String?

    package init(
        _ forecast: SpendingForecast, policy: RequestPolicy = .standard, rules: BudgetRules = BudgetRules(),
        scenario: String? = nil
    ) {
        self.forecast = forecast
        self.policy = policy
        self.rules = rules
        self.scenario = scenario
    }

    /// The body, the year and what is known of both.
    package struct Basis: Sendable {
        /// The body whose draft it is.
        package let unit: BudgetUnit
        /// The year of the draft.
        package let year: FiscalYear
        /// The body's lines that a draft may know of.
        let accounts: AccountLines
    }

    /// What a draft is made from.
    ///
    /// - Throws: ``WorkbenchError`` where the year cannot be forecast or the lines are of several bodies.
    package func basis(in accounts: AccountLines) throws(WorkbenchError) -> Basis {
        let year = try forecast.resolvedTarget(in: accounts)
        let known = accounts.known(before: year, withBudget: forecast.withBudget)
        let unit = try known.soleUnit(in: year.previous)
        return Basis(unit: unit, year: year, accounts: known.of(unit))
    }

    /// The draft as a workbook, and the numbers of a person for which it has no place.
    ///
    /// - Parameter stated: what was stated of the year before the draft's beside its lines.
    package func workbook(
        from basis: Basis, stated: [StatedFigure] = []
    ) throws -> (workbook: DraftWorkbook, forecast: SpendingForecast.Result) {
        let context = forecast.context
        let series = try context.series(from: basis.accounts.lines)
        let forecasts = try forecast.run(on: series, target: basis.year)
        let reviewed = basis.year.previous
        let anomalies = try AnomalyDetector(scheme: context.scheme, thresholds: context.thresholds).report(
            on: series, year: reviewed, forecasts: context.priorForecasts(of: series, year: reviewed)
        ).anomalies
        let byPolicy = try BudgetDraft(
            unit: basis.unit, year: basis.year, series: series,
            forecasts: ForecastRow.rows(forecasts.run.forecasts, scheme: context.scheme), anomalies: anomalies,
            scheme: context.scheme, amounts: context.amounts, policy: policy,
            parts: context.parts(of: basis.accounts.lines))
        var workbook = DraftWorkbook(try byPolicy.keeping(rules, scenario: scenario), language: context.language)
        workbook.stated = stated
        if !rules.scenarios.isEmpty {
            workbook.scenarios = try ScenarioTable(byPolicy, rules: rules, language: context.language).table()
        }
        workbook.anomalies = anomalies
        workbook.accuracy = [try PastAccuracy(of: series, upTo: reviewed, context: context)?.table].compactMap { $0 }
        workbook.sources = ReportSource.sources(of: basis.accounts.lines)
        return (workbook, forecasts)
    }

    /// What a source keeps of the year before the draft's beside its lines.
    package func stated(for basis: Basis, in source: LineSource) throws -> [StatedFigure] {
        let (unit, year) = (basis.unit, basis.year.previous)
        let composer = DisclosureComposer(unit: unit, fiscalYear: year)
        return try source.figures(of: unit, year: year)?.figures(composer: composer) ?? []
    }

    /// The workbook with the decisions of a stored version.
    ///
    /// - Returns: the workbook, and the decisions on subjects of which the accounts have no figures.
    package func applying(
        _ version: Int, of drafts: StoredDrafts, to workbook: DraftWorkbook
    ) throws -> (workbook: DraftWorkbook, unknown: [DraftEntry]) {
        let version = try drafts.version(version)
        let (draft, unknown) = try workbook.draft.applying(drafts.entries(of: version))
        let applied = workbook.with(draft, stamp: DraftStamp(version))
        return (applied, unknown)
    }
}
