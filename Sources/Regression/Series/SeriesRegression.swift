import LinearAlgebra
import Platform

/// Least squares of many short series on one design: a single factorization per pattern of observed periods, and
/// products of matrices for everything else.
///
/// ```swift
/// let years = try Design(["year": [0, 1, 2, 3, 4]])
/// let regression = try SeriesRegression(years, predicting: Design(["year": [5]]), level: 0.8)
/// var spending = try Matrix(columns: [[10, 12, 13, 15, 18], [7, .nan, 8, 8, 9]])   // periods × series
/// let fit = try regression.fit(consume spending)
/// fit.coefficients[1, 0]               // the slope of the first series: 1.9
/// fit.predictionInterval(of: 1)        // next year's 80 % interval of the second
/// ```
///
/// NaN in a series is a missing observation. Infinity is an error.
///
/// Memory: the matrix of series becomes the matrix of leave-one-out residuals. Handed over with `consume` (or as a
/// temporary) it is not copied, and the peak stays below twice the input for ten periods; a caller that keeps it pays for a
/// copy.
///
/// Threads: ``fit(_:)`` works on the calling thread, ``fitConcurrently(_:)`` splits the series over the cores. Both call BLAS on one thread (see `SingleThreadedBLAS`) on blocks whose bounds do not depend on the number of cores, and give the
/// same bits.
public struct SeriesRegression: Sendable {
    /// Periods × columns.
    public let design: Design
    /// The rows at which every series is predicted, with the columns of the design; none by default.
    public let predictionRows: Matrix
    /// The level of the prediction intervals.
    public let level: Double
    let complete: SeriesOperator

    /// Factors the design.
    ///
    /// - Parameters:
    ///   - predicting: rows at which to predict every series, with the same columns.
    ///   - level: of the prediction intervals, strictly between 0 and 1.
    /// - Throws: `shapeMismatch` when the predicted rows have other columns, `notFinite`, `invalidParameter`.
    public init(_ design: Design, predicting rows: Design? = nil, level: Double = 0.95) throws(RegressionError) {
        try requireLevel(level)
        if let rows, rows.names != design.names {
            throw .invalidNames(
                Bilingual(
                    "待预测的行有 \(rows.names.joined(separator: "、"))，设计矩阵有 \(design.names.joined(separator: "、"))",
                    "the predicted rows have \(rows.names.joined(separator: ", ")), "
                        + "the design \(design.names.joined(separator: ", "))"))
        }
        self.design = design
        predictionRows = rows?.matrix ?? Matrix(rows: 0, columns: design.parameters)
        self.level = level
        complete = try SeriesOperator(
            design, observed: Array(0..<design.observations), predicted: predictionRows, level: level)
    }

    /// Fits every series, on the calling thread.
    ///
    /// - Parameter series: periods × series; NaN where an observation is missing.
    /// - Throws: `shapeMismatch` when the rows are not the periods of the design, `notFinite` for an infinite value.
    public func fit(_ series: consuming Matrix) throws(RegressionError) -> SeriesFit {
        let run = try SeriesRun(self, consume series)
        return try SingleThreadedBLAS.run { () throws(RegressionError) in
            var incomplete: [Int] = []
            for chunk in run.chunks { incomplete += run.fitComplete(chunk) }
            let groups = try run.groups(of: incomplete)
            for batch in groups.batches { run.fit(batch, of: groups) }
            return run.result(groups)
        }
    }

    /// Fits every series, on all cores.
    ///
    /// - Parameter series: periods × series; NaN where an observation is missing.
    /// - Throws: `shapeMismatch` when the rows are not the periods of the design, `notFinite` for an infinite value.
    public func fitConcurrently(_ series: consuming Matrix) async throws(RegressionError) -> SeriesFit {
        let run = try SeriesRun(self, consume series)
        return try await SingleThreadedBLAS.run { () async throws(RegressionError) in
            let incomplete = await withTaskGroup(of: [Int].self) { group in
                for chunk in run.chunks { group.addTask { run.fitComplete(chunk) } }
                return await group.reduce(into: []) { $0 += $1 }.sorted()
            }
            let groups = try run.groups(of: incomplete)
            await withTaskGroup { group in
                for batch in groups.batches { group.addTask { run.fit(batch, of: groups) } }
            }
            return run.result(groups)
        }
    }
}
