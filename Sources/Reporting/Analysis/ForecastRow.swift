import FinalAccounts
import Forecasting

/// A forecast in exact money, as it is written and reported.
public struct ForecastRow: Hashable, Sendable {
    /// The body that will spend.
    public let unit: BudgetUnit
    /// What the money is for; ``Subject/total`` for all of it.
    public let subject: Subject
    /// The year forecast.
    public let targetYear: FiscalYear
    /// The middle of the distribution, or the user's number.
    public let forecast: Amount
    /// What the model says by itself; the same where the user stated nothing.
    public let modelForecast: Amount
    /// The ranges, in order of level.
    public let ranges: [Range]
    /// The rule that answered.
    public let model: ModelName
    /// The first and the last year whose figures were used.
    public let years: ClosedRange<Int>
    /// How many years were used.
    public let yearsUsed: Int
    /// What has to be known of this forecast.
    public let notes: [ForecastNote]

    /// Rounds a forecast to 分.
    ///
    /// - Throws: ``AmountError/overflow`` for a value beyond what an amount holds.
    public init(_ forecast: Forecast) throws(AmountError) {
        unit = forecast.unit
        subject = forecast.subject
        targetYear = forecast.targetYear
        self.forecast = try forecast.amount()
        modelForecast = try Amount(rounding: forecast.modelValue)
        var ranges: [Range] = []
        for interval in forecast.intervals { ranges.append(try Range(interval)) }
        self.ranges = ranges
        model = forecast.model
        years = forecast.years
        yearsUsed = forecast.yearsUsed
        notes = forecast.notes
    }

    /// Rounds forecasts to 分, in their order.
    ///
    /// - Throws: ``AmountError/overflow``.
    public static func rows(_ forecasts: [Forecast]) throws(AmountError) -> [ForecastRow] {
        var rows: [ForecastRow] = []
        for forecast in forecasts { rows.append(try ForecastRow(forecast)) }
        return rows
    }

    /// The range that holds with a stated probability.
    public struct Range: Hashable, Sendable {
        /// The probability, strictly between 0 and 1.
        public let level: Double
        /// The ends.
        public let ends: ClosedRange<Amount>

        init(_ interval: PredictionInterval) throws(AmountError) {
            level = interval.level
            let (lower, upper) = (try Amount(rounding: interval.lower), try Amount(rounding: interval.upper))
            ends = min(lower, upper)...max(lower, upper)
        }
    }

    /// The range of a level; `nil` where it was not asked for.
    public func range(level: Double) -> ClosedRange<Amount>? {
        ranges.first { abs($0.level - level) < 1e-9 }?.ends
    }

    /// The range that holds four times out of five; `nil` where it was not asked for.
    public var range80: ClosedRange<Amount>? { range(level: 0.8) }

    /// The range that holds nineteen times out of twenty; `nil` where it was not asked for.
    public var range95: ClosedRange<Amount>? { range(level: 0.95) }

    /// Whether the user's statements moved the forecast away from the model's.
    public var isMoved: Bool { modelForecast != forecast }

    /// Whether some of the years used are synthetic.
    public var usesSyntheticFigures: Bool { notes.contains(.syntheticFigures) }
}
