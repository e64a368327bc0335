import FinalAccounts
import Platform

/// Everything the report of one unit shows; ``html(chartScript:)`` makes the page.
///
/// ```swift
/// let report = UnitReport(unit: unit, year: FiscalYear(2023), scheme: .china, series: series, language: .zhHans)
/// try AtomicFile.write(report.html(chartScript: nil), to: "out/report.html")
/// ```
package struct UnitReport: Sendable {
    /// The body reported on.
    package var unit: BudgetUnit
    /// The year of the accounts.
    package var year: FiscalYear
    /// How subject codes nest.
    package var scheme: SubjectScheme
    /// The unit's series, at every level; series of other units are not shown.
    package var series: [SpendingSeries]
    /// The language of the page.
    package var language: Language
    /// How money is printed.
    package var amounts: AmountStyle
    /// The forecasts, of every subject and year.
    package var forecasts: [ForecastRow] = []
    /// What will be asked about, the gravest first.
    package var questions: [ReportQuestion] = []
    /// The totals of the disclosure's four figures; where empty, what the series tell is shown.
    package var figures = DisclosureFigures()
    /// What the year's spending is made of, from the funds down; where empty, it is not shown.
    package var composition: [SpendingPart] = []
    /// What documents of the year say against themselves, a document each.
    package var findings: [ReportFindings] = []
    /// What a reader has to know of the figures as a whole, one sentence each.
    package var remarks: [String] = []
    /// Tables under "method and accuracy".
    package var accuracy: [ReportTable] = []
    /// The documents read.
    package var sources: [ReportSource] = []

    /// Puts a report together; the rest is set on the value.
    package init(
        unit: BudgetUnit, year: FiscalYear, scheme: SubjectScheme, series: [SpendingSeries], language: Language,
        amounts: AmountStyle = .chinese
    ) {
        self.unit = unit
        self.year = year
        self.scheme = scheme
        self.series = series.filter { $0.unit == unit }
        self.language = language
        self.amounts = amounts.fitted(to: self.series)
    }

    /// The page as one file that needs nothing else.
    ///
    /// - Parameter chartScript: the source of ECharts; without it figures are drawings only.
    package func html(chartScript: String?) -> String {
        let figures = FiguresSection(report: self)
        let history = HistorySection(report: self)
        let composition = CompositionSection(report: self)
        let options = [figures.options, history.options, composition.options].reduce(into: [:]) {
            $0.merge($1) { first, _ in first }
        }
        let page = ReportPage(
            language: language, title: title, subtitle: subtitle, warnings: warnings,
            sections: sections,
            footer: text(.footer), options: options, chartScript: chartScript)
        return page.html.markup
    }

    var sections: [ReportPage.Section] {
        [
            SummarySection(report: self).section, FiguresSection(report: self).section,
            HistorySection(report: self).section, CompositionSection(report: self).section,
            SubjectTreeSection(report: self).section,
            AnomalySection(report: self).section, FindingsSection(report: self).section,
            MethodSection(report: self).section, ProvenanceSection(report: self).section,
        ].compactMap { $0 }
    }

    private var title: String {
        text(Bilingual.reportTitle(unit: BidirectionalText.isolated(unit.name), year: year.number))
    }

    private var subtitle: String {
        let unitName = amounts.unitName(in: language)
        return text(unitName.isEmpty ? .reportSubtitlePlain : Bilingual.reportSubtitle(unit: unitName))
    }

    var warnings: [String] {
        let years = syntheticYears
        return (years.isEmpty ? [] : [text(Bilingual.usesSyntheticYears(YearList.text(years)))]) + remarks
    }
}

extension UnitReport {
    /// A phrase in the report's language.
    func text(_ phrase: Bilingual) -> String { phrase.text(in: language) }

    /// What figures have in common.
    var style: ChartStyle { ChartStyle(language: language, amounts: amounts) }

    /// Writes tables.
    var tables: HTMLTable { HTMLTable(renderer: TableRenderer(language: language, amounts: amounts)) }

    /// The unit's total.
    var total: SpendingSeries? { series.first { $0.subject.level == .total } }

    /// The years with generated figures, ascending.
    var syntheticYears: [FiscalYear] { series.syntheticYears }

    /// The forecasts of the first year after the accounts, by subject.
    var nextForecasts: [SubjectKey: ForecastRow] {
        let own = forecasts.filter { $0.unit == unit }
        guard let first = own.map(\.targetYear).min() else { return [:] }
        return Dictionary(own.filter { $0.targetYear == first }.map { ($0.subject.key, $0) }) { row, _ in row }
    }

    /// Every forecast of one subject, in order of year.
    func forecasts(of key: SubjectKey) -> [ForecastRow] {
        forecasts.filter { $0.unit == unit && $0.subject.key == key }.sorted { $0.targetYear < $1.targetYear }
    }

    /// A series and its forecasts as points of a history chart.
    func points(of series: SpendingSeries) -> [HistoryPoint] {
        let ahead = forecasts(of: series.subject.key)
        let observed = series.observations.filter { one in
            one.year <= year && (one.actual != nil || one.initialBudget.amount != nil)
        }
        return observed.map { one in
            HistoryPoint(
                year: one.year, actual: one.actual, budget: one.initialBudget.amount, forecast: nil,
                isSynthetic: one.origin == .synthetic)
        }
            + ahead.map { row in
                let budget = series.observation(in: row.targetYear)?.initialBudget.amount
                return HistoryPoint(year: row.targetYear, actual: nil, budget: budget, forecast: ForecastRange(row))
            }
    }

    /// A subject as people call it: its name, else its code.
    func name(of subject: Subject) -> String {
        SubjectLabel(language: language).name(of: subject)
    }

    /// The 80% range of a forecast; `nil` where it was not asked for.
    func range80Text(_ row: ForecastRow) -> String? {
        row.range80.map { amounts.text($0.lowerBound) + " – " + amounts.text($0.upperBound) }
    }
}

extension [SpendingSeries] {
    /// The years with generated figures, ascending.
    package var syntheticYears: [FiscalYear] {
        Set(flatMap { $0.observations.filter { $0.origin == .synthetic }.map(\.year) }).sorted()
    }
}
