import Budgeting
import FinalAccounts
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

    package init(_ forecast: SpendingForecast, policy: RequestPolicy = .standard, rules: BudgetRules = BudgetRules()) {
        self.forecast = forecast
        self.policy = policy
        self.rules = rules
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
    package func workbook(
        from basis: Basis
    ) throws -> (workbook: DraftWorkbook, forecast: SpendingForecast.Result) {
        let context = forecast.context
        let series = try context.series(from: basis.accounts.lines)
        let forecasts = try forecast.run(on: series, target: basis.year)
        let reviewed = basis.year.previous
        let anomalies = try AnomalyDetector(scheme: context.scheme, thresholds: context.thresholds).report(
            on: series, year: reviewed, forecasts: context.priorForecasts(of: series, year: reviewed)
        ).anomalies
        var draft = try BudgetDraft(
            unit: basis.unit, year: basis.year, series: series,
            forecasts: ForecastRow.rows(forecasts.run.forecasts, scheme: context.scheme), anomalies: anomalies,
            scheme: context.scheme, amounts: context.amounts, policy: policy)
        if !rules.rules.isEmpty { draft = try draft.keeping(rules) }
        var workbook = DraftWorkbook(draft, language: context.language)
        workbook.anomalies = anomalies
        workbook.accuracy = [try PastAccuracy(of: series, upTo: reviewed, context: context)?.table].compactMap { $0 }
        workbook.sources = ReportSource.sources(of: basis.accounts.lines)
        return (workbook, forecasts)
    }

    /// The workbook with the decisions of a stored version.
    ///
    /// - Returns: the workbook, and the decisions on subjects of which the accounts have no figures.
    package func applying(
        _ version: Int, of drafts: StoredDrafts, to workbook: DraftWorkbook
    ) throws -> (workbook: DraftWorkbook, unknown: [DraftEntry]) {
        let version = try drafts.version(version)
        let (draft, unknown) = try workbook.draft.applying(drafts.entries(of: version))
        var applied = DraftWorkbook(draft, language: forecast.context.language)
        applied.anomalies = workbook.anomalies
        applied.accuracy = workbook.accuracy
        applied.sources = workbook.sources
        applied.stamp = DraftStamp(version)
        return (applied, unknown)
    }
}
