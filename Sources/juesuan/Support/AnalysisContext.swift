import FinalAccounts
import Forecasting
import Reporting
import Variance

/// How account lines are understood and shown, wherever they come from.
struct AnalysisContext: Sendable {
    /// How subject codes nest.
    let scheme: SubjectScheme
    /// The classification of subjects; `nil` for other schemes and where the data is not installed.
    let subjects: SubjectCatalog?
    /// How amounts are printed.
    let amounts: AmountStyle
    /// The thresholds of anomalies.
    let thresholds: AnomalyThresholds
    /// The language of headings and texts.
    let language: Language
    /// The model that answers where a panel is too small to be fitted; `nil` where none is installed.
    let storedModel: PanelModel?

    /// How forecasts are made.
    var forecasting: ForecastConfiguration { ForecastConfiguration(scheme: scheme, shipped: storedModel) }

    /// The series of account lines, at every level, with names resolved and codes joined in the Chinese scheme.
    func series(from lines: [AccountLine]) throws -> [SpendingSeries] {
        try SeriesBuilder(scheme: scheme, subjects: subjects).series(from: lines)
    }

    /// The lines under the codes and names their series go by, so that a series' figures can be traced to lines.
    func settled(_ lines: [AccountLine]) -> [AccountLine] {
        guard let subjects else { return lines }
        return lines.map { line in
            var line = line
            line.subject = subjects.settled(line.subject, in: line.fiscalYear)
            return line
        }
    }
}

extension SourceOptions {
    /// The context these options ask for.
    func context(language: Language, thresholds: AnomalyThresholds = .draft) throws -> AnalysisContext {
        AnalysisContext(
            scheme: scheme, subjects: scheme == .china ? try DataFolder.subjects(joinsCodes: !noCrosswalk) : nil,
            amounts: amountStyle, thresholds: thresholds, language: language, storedModel: try StoredModel.read(nil))
    }
}
