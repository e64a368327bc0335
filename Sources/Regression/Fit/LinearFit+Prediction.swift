import LinearAlgebra
import Platform

/// A predicted value and how well it is known.
public struct Prediction: Sendable, Equatable {
    /// The expected response, in its units.
    public let mean: Double
    /// The standard error of the expected response.
    public let standardError: Double
    /// Where the expected response lies, at the level asked for.
    public let confidence: ClosedRange<Double>
    /// Where a single new response of unit weight lies, at the level asked for.
    public let prediction: ClosedRange<Double>
    /// False when the data leave the mean open: a rank-deficient design, and a row that is no combination of those observed.
    /// The mean is then that of the least-norm coefficients, and the intervals are too narrow.
    public let isEstimable: Bool

    /// From the errors of the mean and of a single response, and the quantile they are multiplied by.
    init(mean: Double, standardError: Double, singleError: Double, width: Double, isEstimable: Bool) {
        self.mean = mean
        self.standardError = standardError
        confidence = (mean - width * standardError)...(mean + width * standardError)
        prediction = (mean - width * singleError)...(mean + width * singleError)
        self.isEstimable = isEstimable
    }
}

extension LinearFit {
    /// The expected response at new rows of the design, and intervals from Student's t.
    ///
    /// ```swift
    /// let fit = try LinearModel.leastSquares.fit(Design(["year": [0, 1, 2, 3]]), [10, 12, 13, 16])
    /// let next = try fit.predict(Design(["year": [4]]), level: 0.8)[0]
    /// next.mean          // 9.9 + 4 · 1.9 = 17.5
    /// next.prediction    // 15.74…19.26: where next year's value lies in four of five cases
    /// ```
    ///
    /// For ridge the intervals do not count bias; for Huber they assume normal errors of the robust scale.
    ///
    /// - Parameters:
    ///   - rows: m rows with the same columns in the same order.
    ///   - level: of both intervals, strictly between 0 and 1.
    /// - Throws: `shapeMismatch` for other columns, `noResidualDegreesOfFreedom`, `invalidParameter` for the level.
    public func predict(_ rows: Design, level: Double = 0.95) throws(RegressionError) -> [Prediction] {
        guard rows.names == design.names else {
            throw .invalidNames(
                Bilingual(
                    "新数据有 \(rows.names.joined(separator: "、"))，拟合用的是 \(design.names.joined(separator: "、"))",
                    "the new rows have \(rows.names.joined(separator: ", ")), "
                        + "the fit \(design.names.joined(separator: ", "))"))
        }
        return try predict(rows.matrix, level: level)
    }

    /// The expected response at new rows, given as an m × p matrix with the columns of the design.
    ///
    /// - Throws: as ``predict(_:level:)-(Design,_)``.
    public func predict(_ rows: Matrix, level: Double = 0.95) throws(RegressionError) -> [Prediction] {
        try requireLevel(level)
        let means = try mean(at: rows)
        let deviation = try requiredStandardDeviation()
        let width = try StudentT(degreesOfFreedom: residualDegreesOfFreedom).upperQuantile((1 - level) / 2)
        let covariance = try covariance()
        let spread = try translating { () throws(LinearAlgebraError) in try rows * covariance }
        return means.indices.map { i in
            let variance = (0..<rows.columns).reduce(0) { $0 + spread[i, $1] * rows[i, $1] }
            let error = max(variance, 0).squareRoot()
            let single = (max(variance, 0) + deviation * deviation).squareRoot()
            return Prediction(
                mean: means[i], standardError: error, singleError: single, width: width,
                isEstimable: inference.determines(rows.row(i)))
        }
    }

    /// The expected response at new rows, without intervals; defined even where errors are not.
    ///
    /// ```swift
    /// try fit.mean(at: Matrix(rows: [[1, 4], [1, 5]]))   // [17.5, 19.4]: ones for the intercept, then the year
    /// ```
    ///
    /// - Parameter rows: m × p, with the columns of the design.
    /// - Throws: `shapeMismatch`, `notFinite`.
    public func mean(at rows: Matrix) throws(RegressionError) -> [Double] {
        guard rows.columns == coefficients.count else {
            throw .shapeMismatch(
                what: Bilingual("新数据的列数", "columns of the new rows"), expected: coefficients.count, found: rows.columns)
        }
        return try translating { () throws(LinearAlgebraError) in
            try rows.requireFinite()
            return try rows * coefficients
        }
    }
}
