import Budgeting
import FinalAccounts
import Forecasting
import Platform
import Reporting
import Variance

/// How account lines are understood and shown, wherever they come from.
package struct AnalysisContext: Sendable {
    /// How subject codes nest.
    package var scheme: SubjectScheme
    /// The classification of subjects; `nil` for other schemes and where the data is not installed.
    package var subjects: SubjectCatalog?
    /// How amounts are printed.
    package var amounts: AmountStyle
    /// The thresholds of anomalies.
    package var thresholds: AnomalyThresholds
    /// The language of headings and texts.
    package var language: Language
    /// The model that answers where a panel is too small to be fitted; `nil` where none is installed.
    package var storedModel: StoredPanelModel?

    package init(
        scheme: SubjectScheme = .china, subjects: SubjectCatalog? = nil, amounts: AmountStyle = .chinese,
        thresholds: AnomalyThresholds = .draft, language: Language = .zhHans, storedModel: StoredPanelModel? = nil
    ) {
        self.scheme = scheme
        self.subjects = subjects
        self.amounts = amounts
        self.thresholds = thresholds
        self.language = language
        self.storedModel = storedModel
    }

    /// How forecasts are made where nobody says otherwise.
    package var forecasting: ForecastConfiguration { ForecastConfiguration(scheme: scheme, shipped: storedModel) }

    /// The series of account lines, at every level, with names resolved and codes joined in the Chinese scheme.
    package func series(from lines: [AccountLine]) throws -> [SpendingSeries] {
        try SeriesBuilder(scheme: scheme, subjects: subjects).series(from: lines)
    }

    /// The lines under the codes and names their series go by, so that a series' figures can be traced to lines.
    package func settled(_ lines: [AccountLine]) -> [AccountLine] {
        guard let subjects else { return lines }
        return lines.map { line in
            var line = line
            line.subject = subjects.settled(line.subject, in: line.fiscalYear)
            return line
        }
    }

    /// The lines with codes that gave way to others under those, as far as it is known.
    package func succeeded(_ lines: [AccountLine]) -> [AccountLine] {
        guard let crosswalk = subjects?.crosswalk else { return lines }
        return lines.map { line in
            var line = line
            line.subject.code = line.subject.code.map { crosswalk.succession(of: $0, in: line.fiscalYear).code }
            return line
        }
    }

    /// Which fund pays each subject, and how much of it is basic expenditure, as the lines last say.
    package func parts(of lines: [AccountLine]) -> [SubjectKey: LineParts] {
        LineParts.parts(of: succeeded(settled(lines)))
    }

    /// What was to be expected of a year before it began: its forecasts from the years before it.
    ///
    /// - Returns: none where no year before it is known.
    package func priorForecasts(of series: [SpendingSeries], year: FiscalYear) throws(ForecastError) -> [Forecast] {
        do {
            return try ForecastEngine(forecasting).forecast(series, target: year)
        } catch .nothingToForecast {
            return []
        }
    }
}
