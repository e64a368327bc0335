import FinalAccounts
import Forecasting

/// A forecast in exact money, as it is written and reported.
package struct ForecastRow: Hashable, Sendable {
    /// The body that will spend.
    package let unit: BudgetUnit
    /// What the money is for; ``Subject/total`` for all of it.
    package let subject: Subject
    /// The year forecast.
    package let targetYear: FiscalYear
    /// The middle of the distribution, or the user's number.
    package private(set) var forecast: Amount
    /// What the model says by itself; the same where the user stated nothing.
    package private(set) var modelForecast: Amount
    /// The ranges, in order of level.
    package let ranges: [Range]
    /// The rule that answered.
    package let model: ModelName
    /// The first and the last year whose figures were used.
    package let years: ClosedRange<Int>
    /// How many years were used.
    package let yearsUsed: Int
    /// What has to be known of this forecast.
    package let notes: [ForecastNote]

    /// Rounds a forecast to 分.
    ///
    /// - Throws: ``AmountError/overflow`` for a value beyond what an amount holds.
    package init(_ forecast: Forecast) throws(AmountError) {
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

    /// Rounds forecasts to 分, in their order, so that levels which add up still do: a sum is that of its rounded parts.
    ///
    /// A number that a person stated stands as it was stated.
    ///
    /// - Throws: ``AmountError/overflow``.
    package static func rows(
        _ forecasts: [Forecast], scheme: SubjectScheme = .china
    ) throws(AmountError) -> [ForecastRow] {
        var rows: [ForecastRow] = []
        for forecast in forecasts { rows.append(try ForecastRow(forecast)) }
        for places in Dictionary(grouping: rows.indices, by: { rows[$0].targetYear }).values {
            let tree = SubjectTree(places.map { (rows[$0].unit, rows[$0].subject) }, scheme: scheme)
            for node in tree.order.reversed() where !tree.children[node].isEmpty {
                let parts = tree.children[node].map { places[$0] }
                try rows[places[node]].foot(
                    parts.map { rows[$0].forecast }, model: parts.map { rows[$0].modelForecast })
            }
        }
        return rows
    }

    /// Takes the sum of the rounded parts where rounding alone keeps the row from it.
    private mutating func foot(_ parts: [Amount], model: [Amount]) throws(AmountError) {
        let (sum, modelSum) = (try Amount.sum(parts), try Amount.sum(model))
        guard !isMoved else {
            // The model's own number is none that a person stated: it adds up beside.
            let gap = try modelSum.subtracting(modelForecast).magnitude.minorUnits
            if gap > 0, gap <= model.count { modelForecast = modelSum }
            return
        }
        let gap = try sum.subtracting(forecast).magnitude.minorUnits
        guard sum == modelSum, gap > 0, gap <= parts.count else { return }
        (forecast, modelForecast) = (sum, sum)
    }

    /// The range that holds with a stated probability.
    package struct Range: Hashable, Sendable {
        /// The probability, strictly between 0 and 1.
        package let level: Double
        /// The ends.
        package let ends: ClosedRange<Amount>

        init(_ interval: PredictionInterval) throws(AmountError) {
            level = interval.level
            let (lower, upper) = (try Amount(rounding: interval.lower), try Amount(rounding: interval.upper))
            ends = min(lower, upper)...max(lower, upper)
        }
    }

    /// The range of a level; `nil` where it was not asked for.
    package func range(level: Double) -> ClosedRange<Amount>? {
        ranges.first { abs($0.level - level) < 1e-9 }?.ends
    }

    /// The range that holds four times out of five; `nil` where it was not asked for.
    package var range80: ClosedRange<Amount>? { range(level: 0.8) }

    /// The range that holds nineteen times out of twenty; `nil` where it was not asked for.
    package var range95: ClosedRange<Amount>? { range(level: 0.95) }

    /// Whether the user's statements moved the forecast away from the model's.
    package var isMoved: Bool { modelForecast != forecast }

    /// Whether some of the years used are synthetic.
    package var usesSyntheticFigures: Bool { notes.contains(.syntheticFigures) }
}
