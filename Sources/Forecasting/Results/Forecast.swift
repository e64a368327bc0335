import FinalAccounts

/// What will be spent on one subject in one year: a number, its range, and how it was come by.
///
/// Values are in the unit of the series (yuan for series built from account lines). None is ever NaN or infinite.
public struct Forecast: Hashable, Sendable {
    /// The body that spends.
    public let unit: BudgetUnit
    /// What on.
    public let subject: Subject
    /// The year forecast.
    public let targetYear: FiscalYear
    /// The expected value: the user's number where one was given, the model's otherwise.
    public let value: Double
    /// What the model says by itself: without the user's numbers and stated growth, adding up over the levels like the
    /// values; the same as ``value`` where nothing was stated.
    public let modelValue: Double
    /// The ranges, in order of level.
    public let intervals: [PredictionInterval]
    /// The rule that answered.
    public let model: ModelName
    /// The years the model looked at, oldest and newest, and how many of them have an actual.
    public let years: ClosedRange<Int>
    /// The number of actuals the model used.
    public let yearsUsed: Int
    /// The last actual before the target year.
    public let lastActual: Double
    /// What a reader has to know, in the order of ``ForecastNote``.
    public let notes: [ForecastNote]
    /// What the forecast of the first year is made of; empty unless ``ForecastConfiguration/tellsParts`` is set.
    public let parts: [ForecastPart]

    /// Creates a forecast from its parts.
    public init(
        unit: BudgetUnit, subject: Subject, targetYear: FiscalYear, value: Double, modelValue: Double? = nil,
        intervals: [PredictionInterval],
        model: ModelName, years: ClosedRange<Int>, yearsUsed: Int, lastActual: Double, notes: [ForecastNote],
        parts: [ForecastPart] = []
    ) {
        self.unit = unit
        self.subject = subject
        self.targetYear = targetYear
        self.value = value
        self.modelValue = modelValue ?? value
        self.intervals = intervals
        self.model = model
        self.years = years
        self.yearsUsed = yearsUsed
        self.lastActual = lastActual
        self.notes = notes
        self.parts = parts
    }

    /// The interval of a level; `nil` when that level was not asked for.
    public func interval(level: Double) -> PredictionInterval? {
        intervals.first { abs($0.level - level) < 1e-9 }
    }

    /// The value as an exact amount.
    /// - Throws: ``AmountError/overflow`` beyond what an amount holds.
    public func amount() throws(AmountError) -> Amount {
        try Amount(rounding: value)
    }
}
