import FinalAccounts
import Regression

/// Holds the year against the straight line through the earlier years, for all subjects at once.
///
/// The residual of the year, divided by the standard error that the fit without the year gives it, is the studentized
/// deleted residual (Cook and Weisberg 1982, 2.2.1); under normal errors it follows Student's t with n − 2 degrees of
/// freedom. The line runs through positions on the ``AmountScale``, so that growth by a constant rate is a line.
struct TrendTest {
    /// What the regression says of one subject.
    struct Result {
        /// Where the line stands in the year, on the amount scale.
        let expected: Double
        /// The studentized deleted residual.
        let residual: Double
        /// How many earlier years the line runs through.
        let years: Int

        /// The degrees of freedom of the residual.
        var degreesOfFreedom: Int { years - 2 }
    }

    /// How many earlier years it takes.
    static let fewest = 4

    private let results: [Result?]

    /// Fits all subjects of all units, in their order.
    ///
    /// - Parameter leastError: the smallest standard error that is believed, on the amount scale: a line that earlier
    ///   years fit to the last digit does not know the next year to the last digit.
    init(_ subjects: [SubjectFigures], year: FiscalYear, leastError: Double) throws(RegressionError) {
        let tested = subjects.indices.filter { subjects[$0].hasTrend }
        var results = [Result?](repeating: nil, count: subjects.count)
        let window = SubjectFigures.longWindow
        guard !tested.isEmpty else {
            self.results = results
            return
        }
        let regression = try SeriesRegression(
            Design(["year": (0..<window).map(Double.init)]), predicting: Design(["year": [Double(window)]]),
            level: Self.level)
        let fit = try regression.fit(
            .init(rows: window, columns: tested.count) { entries in
                entries.update(repeating: .nan)
                for (column, subject) in tested.enumerated() {
                    let figures = subjects[subject]
                    for (past, position) in zip(figures.pastYears, figures.past) {
                        let period = past - (year.number - window)
                        if period >= 0 { entries[column * window + period] = position }
                    }
                }
            })
        var quantiles: [Int: Double] = [:]
        for (column, subject) in tested.enumerated() {
            let degrees = fit.degreesOfFreedom(of: column)
            guard degrees >= Self.fewest - 2, let actual = subjects[subject].actual else { continue }
            if quantiles[degrees] == nil { quantiles[degrees] = try Self.quantile(degreesOfFreedom: degrees) }
            guard let quantile = quantiles[degrees] else { continue }
            // The half width of the interval is the standard error of the prediction times a quantile of t.
            let error = max(fit.halfWidths[0, column] / quantile, leastError)
            let expected = fit.predictions[0, column]
            guard expected.isFinite, error.isFinite else { continue }
            results[subject] = Result(expected: expected, residual: (actual - expected) / error, years: degrees + 2)
        }
        self.results = results
    }

    /// What the regression says of one subject; `nil` where there are too few years.
    subscript(subject: Int) -> Result? { results[subject] }

    private static let level = 0.95

    private static func quantile(degreesOfFreedom: Int) throws(RegressionError) -> Double {
        try StudentT(degreesOfFreedom: Double(degreesOfFreedom)).upperQuantile((1 - level) / 2)
    }
}

extension SubjectFigures {
    /// Whether there is a line to speak of: enough years, and money in all of them. What begins, pauses or ends does so
    /// off any line.
    fileprivate var hasTrend: Bool {
        guard let actual, actual != 0 else { return false }
        return past.count >= TrendTest.fewest && !past.contains(0)
    }
}
