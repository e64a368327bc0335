import FinalAccounts
import Platform

/// What a history chart knows of one year.
struct HistoryPoint: Hashable, Sendable {
    /// The year.
    let year: FiscalYear
    /// What was spent.
    var actual: Amount?
    /// What the initial budget was.
    var budget: Amount?
    /// The forecast and its range.
    var forecast: ForecastRange?
    /// Whether the figures were generated.
    var isSynthetic = false
    /// Whether the year's figure is the one that does not fit.
    var isFlagged = false

    /// What has to be said behind the figure of a year that was generated.
    func mark(in language: Language) -> String {
        isSynthetic ? Bilingual.aside(Bilingual.synthetic.text(in: language)).text(in: language) : ""
    }
}

/// A forecast with its 80 and 95 percent ranges.
struct ForecastRange: Hashable, Sendable {
    /// The middle.
    let point: Amount
    /// The range that holds four times out of five.
    let range80: ClosedRange<Amount>?
    /// The range that holds nineteen times out of twenty.
    let range95: ClosedRange<Amount>?

    init(point: Amount, range80: ClosedRange<Amount>?, range95: ClosedRange<Amount>?) {
        self.point = point
        self.range80 = range80
        self.range95 = range95
    }

    /// The range of a forecast row.
    init(_ row: ForecastRow) {
        point = row.forecast
        range80 = row.range80
        range95 = row.range95
    }
}
