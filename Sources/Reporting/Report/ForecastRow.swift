import FinalAccounts

/// The forecast of one subject for one year, as it is written and reported.
public struct ForecastRow: Hashable, Sendable {
    /// The body that will spend.
    public let unit: BudgetUnit
    /// What the money is for; ``Subject/total`` for all of it.
    public let subject: Subject
    /// The year forecast.
    public let targetYear: FiscalYear
    /// The middle of the distribution.
    public let forecast: Amount
    /// The range that holds four times out of five.
    public let range80: ClosedRange<Amount>
    /// The range that holds nineteen times out of twenty.
    public let range95: ClosedRange<Amount>
    /// The name of the model.
    public let model: String
    /// The years whose figures were used, ascending.
    public let yearsUsed: [FiscalYear]
    /// What has to be known of this forecast: a fallback, a gap, synthetic years.
    public let note: String

    /// Puts a row together; a range given upside down is turned around.
    public init(
        unit: BudgetUnit, subject: Subject, targetYear: FiscalYear, forecast: Amount,
        range80: (lower: Amount, upper: Amount), range95: (lower: Amount, upper: Amount), model: String,
        yearsUsed: [FiscalYear], note: String
    ) {
        self.unit = unit
        self.subject = subject
        self.targetYear = targetYear
        self.forecast = forecast
        self.range80 = min(range80.lower, range80.upper)...max(range80.lower, range80.upper)
        self.range95 = min(range95.lower, range95.upper)...max(range95.lower, range95.upper)
        self.model = model
        self.yearsUsed = yearsUsed
        self.note = note
    }

    /// The forecast as a chart needs it.
    var range: ForecastRange {
        ForecastRange(point: forecast, range80: range80, range95: range95)
    }
}
