import LinearAlgebra
import Platform

/// Ridge regression with Huber's loss at a fixed threshold, for pooled data of tens of thousands of rows.
///
/// Minimizes Σ w ρ(y - X b) + Σ λⱼ (cⱼ bⱼ)², where ρ is Huber's loss (squared up to the threshold, linear beyond) and cⱼ
/// is the weighted root mean square of column j, so that penalties do not depend on the units of columns. Weights are
/// brought to mean one first; a penalty is therefore to be compared with the number of rows.
///
/// Unlike ``LinearModel/huber(_:)`` the threshold is given in the unit of the response and not estimated, every column
/// may have a penalty of its own, and there is no inference: the purpose is prediction, many fits a second.
///
/// Iteratively reweighted least squares (Huber, 1964; Holland and Welsch, 1977) over the penalized normal equations
/// (`dsyrk`, `dpotrf`). Forming X'X is safe here, and only because columns have unit size and every one of them is
/// penalized: with n rows the condition number stays below 1 + n / min λ. Columns without a penalty are refused.
///
/// ```swift
/// let model = HuberRidge(penalties: [10, 10, 0.2], threshold: 0.1)
/// let coefficients = try model.fit(columns: columns, rows: y.count, response: y, weights: w)
/// ```
package struct HuberRidge: Sendable, Equatable {
    /// One λ for each column, all above zero.
    package var penalties: [Double]
    /// Residuals up to this size count squared; in the unit of the response, above zero.
    package var threshold: Double
    /// After this many reweightings the last solution stands.
    package var iterationLimit: Int
    /// The stop rule: no coefficient of a unit-size column moves by more than this.
    package var tolerance: Double

    /// A model with the given penalties and threshold.
    package init(penalties: [Double], threshold: Double, iterationLimit: Int = 25, tolerance: Double = 1e-6) {
        self.penalties = penalties
        self.threshold = threshold
        self.iterationLimit = iterationLimit
        self.tolerance = tolerance
    }

    /// Estimates the coefficients.
    ///
    /// OpenBLAS runs on one thread, so that results are the same whatever the number of cores.
    ///
    /// - Parameters:
    ///   - columns: the design, column after column: `rows * penalties.count` entries.
    ///   - rows: the number of observations n.
    ///   - response: n values.
    ///   - weights: n values, not negative, not all zero.
    /// - Returns: one coefficient per column, in units of the response per unit of the column.
    /// - Throws: `shapeMismatch`, `nothingToFit`, `invalidParameter`, `notFinite`, `linearAlgebra`.
    package func fit(
        columns: [Double], rows: Int, response: [Double], weights: [Double]
    ) throws(RegressionError) -> [Double] {
        try check(columns: columns, rows: rows, response: response, weights: weights)
        let total = weights.reduce(0, +)
        guard total > 0, total.isFinite else { throw .nothingToFit(Bilingual("权数全为零", "all weights are zero")) }
        let unit = weights.map { $0 * Double(rows) / total }
        let scales = columnScales(columns, rows: rows, weights: unit)
        var design = columns
        scale(&design, rows: rows, by: scales.map { 1 / $0 })
        let scaled = design
        return try translating { () throws(LinearAlgebraError) in
            try SingleThreadedBLAS.run { () throws(LinearAlgebraError) in
                let solution = try iterate(scaled, rows: rows, response: response, weights: unit)
                return zip(solution, scales).map { $0 / $1 }
            }
        }
    }

    private func check(
        columns: [Double], rows: Int, response: [Double], weights: [Double]
    ) throws(RegressionError) {
        guard rows > 0, !penalties.isEmpty else { throw .nothingToFit(Bilingual("没有行或没有列", "no rows or no columns")) }
        guard columns.count == rows * penalties.count else {
            throw .shapeMismatch(
                what: Bilingual("设计矩阵的元素个数", "design entries"), expected: rows * penalties.count, found: columns.count)
        }
        guard response.count == rows else {
            throw .shapeMismatch(
                what: Bilingual("因变量个数", "length of the response"), expected: rows, found: response.count)
        }
        guard weights.count == rows else {
            throw .shapeMismatch(what: Bilingual("权数个数", "length of the weights"), expected: rows, found: weights.count)
        }
        try requirePositive("threshold", threshold)
        for penalty in penalties { try requirePositive("penalty", penalty) }
        if let bad = weights.firstIndex(where: { !($0 >= 0 && $0.isFinite) }) {
            throw .invalidWeight(row: bad, value: weights[bad])
        }
        if let bad = response.firstIndex(where: { !$0.isFinite }) { throw .notFinite(column: "response", row: bad) }
        if let bad = columns.firstIndex(where: { !$0.isFinite }) {
            throw .notFinite(column: "x\(bad / rows)", row: bad % rows)
        }
    }

    /// The weighted root mean square of each column; one for a column of zeros.
    private func columnScales(_ columns: [Double], rows: Int, weights: [Double]) -> [Double] {
        penalties.indices.map { j in
            var sum = 0.0
            for i in 0..<rows { sum += weights[i] * columns[j * rows + i] * columns[j * rows + i] }
            let size = (sum / Double(rows)).squareRoot()
            return size > 1e-12 ? size : 1
        }
    }

    private func scale(_ columns: inout [Double], rows: Int, by factors: [Double]) {
        for (j, factor) in factors.enumerated() {
            for k in (j * rows)..<(j * rows + rows) { columns[k] *= factor }
        }
    }

    /// The reweighted solutions for columns of unit size.
    private func iterate(
        _ columns: [Double], rows: Int, response: [Double], weights: [Double]
    ) throws(LinearAlgebraError) -> [Double] {
        let design = try Matrix(rows: rows, columns: penalties.count, columnMajor: columns)
        var roots = weights.map { $0.squareRoot() }
        var weighted = Matrix(rows: rows, columns: penalties.count)
        var solution = [Double](repeating: 0, count: penalties.count)
        for iteration in 0..<max(iterationLimit, 1) {
            let next = try solve(columns, response: response, roots: roots, room: &weighted)
            let change = zip(next, solution).reduce(0) { max($0, abs($1.0 - $1.1)) }
            solution = next
            if iteration > 0, change <= tolerance { break }
            let fitted = try design * solution
            for i in 0..<rows {
                let size = abs(response[i] - fitted[i])
                roots[i] = (weights[i] * (size <= threshold ? 1 : threshold / size)).squareRoot()
            }
        }
        return solution
    }

    /// (X'WX + Λ)⁻¹ X'Wy by Cholesky; `weighted` is room for the weighted design.
    private func solve(
        _ columns: [Double], response: [Double], roots: [Double], room weighted: inout Matrix
    ) throws(LinearAlgebraError) -> [Double] {
        let rows = weighted.rows
        weighted.withUnsafeMutableBufferPointer { target in
            columns.withUnsafeBufferPointer { source in
                roots.withUnsafeBufferPointer { roots in
                    for j in penalties.indices {
                        let offset = j * rows
                        for i in 0..<rows { target[offset + i] = source[offset + i] * roots[i] }
                    }
                }
            }
        }
        var gram = try weighted.gram()
        for (j, penalty) in penalties.enumerated() { gram[j, j] += penalty }
        let right = try weighted.times(zip(response, roots).map { $0 * $1 }, transposed: true)
        return try CholeskyFactorization(gram).solve(right)
    }
}
