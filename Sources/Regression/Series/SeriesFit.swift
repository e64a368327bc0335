import LinearAlgebra

/// Fits of many series on one design, each series a column of the matrices.
///
/// ```swift
/// for i in 0..<fit.count {
///     guard let interval = fit.predictionInterval(of: i) else { continue }   // too few years observed
///     print(fit.coefficients[1, i], interval)
/// }
/// ```
///
/// In these matrices NaN stands for what the data do not determine: a leave-one-out residual of a missing observation or
/// of one with leverage one, a standard deviation without degrees of freedom, a prediction that the observed periods
/// leave open.
public struct SeriesFit: Sendable {
    /// Columns of the design × series, in units of the series per unit of the column. For series whose observed periods
    /// leave the design rank-deficient these are the coefficients of least norm; see ``pattern(of:)``.
    public let coefficients: Matrix
    /// The residual standard deviation of each series, in its units.
    public let residualStandardDeviations: MatrixColumn
    /// Periods × series: each observation minus what the other observations of its series predict for it.
    public let leaveOneOutResiduals: Matrix
    /// Predicted rows × series: the expected value at each row of the prediction design.
    public let predictions: Matrix
    /// Predicted rows × series: half the width of the prediction interval about ``predictions``.
    public let halfWidths: Matrix
    /// The confidence level of the intervals.
    public let level: Double
    /// The patterns of observed periods that occurred, the complete one first, then in order of first occurrence.
    public let patterns: [ObservationPattern]
    let operators: [SeriesOperator?]
    /// The index of each series' pattern; nil when all are complete.
    let patternIndices: [Int32]?

    /// The number of series.
    public var count: Int { coefficients.columns }

    /// The index in ``patterns`` of the pattern of series `i`.
    public func patternIndex(of i: Int) -> Int {
        precondition(i >= 0 && i < count, "series out of range")
        return patternIndices.map { Int($0[i]) } ?? 0
    }

    /// Which periods of series `i` were observed.
    public func pattern(of i: Int) -> ObservationPattern { patterns[patternIndex(of: i)] }

    /// The number of coefficients that the observed periods of series `i` determine.
    public func rank(of i: Int) -> Int { operators[patternIndex(of: i)]?.rank ?? 0 }

    /// Observed periods minus rank.
    public func degreesOfFreedom(of i: Int) -> Int { operators[patternIndex(of: i)]?.degreesOfFreedom ?? 0 }

    /// The residual standard deviation of series `i`; nil without degrees of freedom.
    public func residualStandardDeviation(of i: Int) -> Double? {
        let value = residualStandardDeviations[i]
        return value.isNaN ? nil : value
    }

    /// The prediction interval of series `i` at predicted row `row`; nil where the data do not determine it.
    public func predictionInterval(of i: Int, row: Int = 0) -> ClosedRange<Double>? {
        let (centre, half) = (predictions[row, i], halfWidths[row, i])
        return half.isNaN || centre.isNaN ? nil : (centre - half)...(centre + half)
    }
}
