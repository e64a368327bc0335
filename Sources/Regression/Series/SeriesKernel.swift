import LinearAlgebra

/// Fits a block of series that lie beside each other: two products (BLAS `dgemm`) and one pass over the residuals, while
/// the block is in the cache.
struct SeriesKernel {
    /// Where a block's results go; each pointer leads to the block's first series.
    struct Target {
        /// Columns of the design per series.
        let coefficients: UnsafeMutablePointer<Double>
        /// One per series.
        let deviations: UnsafeMutablePointer<Double>
        /// Predicted rows per series.
        let predictions: UnsafeMutablePointer<Double>
        /// Predicted rows per series.
        let halfWidths: UnsafeMutablePointer<Double>
    }

    let model: SeriesOperator
    let parameters: Int
    let predicted: Int

    /// Rows of scratch space per series.
    var scratchRows: Int { model.stack.rows }

    /// Replaces a block of responses by their leave-one-out residuals and writes the other results.
    ///
    /// - Parameters:
    ///   - block: observed periods × count, in place.
    ///   - scratch: `scratchRows` × count.
    ///   - incomplete: told the place in the block of each series with a value that is not finite; it is left as it was, its
    ///     results undefined.
    func fit(
        _ block: UnsafeMutablePointer<Double>, count: Int, scratch: UnsafeMutablePointer<Double>, target: Target,
        incomplete: (Int) -> Void
    ) {
        let n = model.observed.count
        let height = scratchRows
        let source = UnsafePointer(block)
        model.stack.withUnsafeBufferPointer { stack in
            guard let stack = stack.baseAddress else { return }
            multiplyBlock(
                (height, count, n), alpha: 1, a: stack, lda: height, b: source, ldb: n, beta: 0, c: scratch,
                ldc: height)
        }
        var saved: [(place: Int, values: [Double])] = []
        for j in 0..<count where scratch[j * height] - scratch[j * height] != 0 {
            saved.append((j, Array(UnsafeBufferPointer(start: source + j * n, count: n))))
        }
        model.basis.withUnsafeBufferPointer { basis in
            guard let basis = basis.baseAddress else { return }
            multiplyBlock(
                (n, count, model.rank), alpha: -1, a: basis, lda: n, b: scratch, ldb: height, beta: 1, c: block,
                ldc: n)
        }
        finish(block, count: count, scratch: scratch, target: target)
        for (place, values) in saved {
            for i in 0..<n { block[place * n + i] = values[i] }
            incomplete(place)
        }
    }

    /// Scale, deletion and widths from residuals, one series after the other.
    private func finish(
        _ block: UnsafeMutablePointer<Double>, count: Int, scratch: UnsafePointer<Double>, target: Target
    ) {
        let (n, p, height, rank) = (model.observed.count, parameters, scratchRows, model.rank)
        let freedom = model.degreesOfFreedom
        let reciprocal = freedom > 0 ? 1 / Double(freedom) : Double.nan
        model.deletion.withUnsafeBufferPointer { deletion in
            model.widths.withUnsafeBufferPointer { widths in
                for j in 0..<count {
                    let series = block + j * n
                    let sum = scaleResiduals(series, by: deletion)
                    let deviation = (sum * reciprocal).squareRoot()
                    target.deviations[j] = deviation
                    let results = scratch + (j * height + rank)
                    for k in 0..<p { target.coefficients[j * p + k] = results[k] }
                    for k in 0..<predicted {
                        target.predictions[j * predicted + k] = results[p + k] + model.doubts[k]
                        target.halfWidths[j * predicted + k] = deviation * widths[k] + model.doubts[k]
                    }
                }
            }
        }
    }

    /// Multiplies each residual by its factor and returns the sum of squares before.
    @inline(__always)
    private func scaleResiduals(
        _ residuals: UnsafeMutablePointer<Double>, by factors: UnsafeBufferPointer<Double>
    ) -> Double {
        let whole = factors.count / 4 * 4
        var squares = SIMD4<Double>(repeating: 0)
        let raw = UnsafeMutableRawPointer(residuals)
        guard let rawFactors = UnsafeRawPointer(factors.baseAddress) else { return 0 }
        for i in stride(from: 0, to: whole * 8, by: 32) {
            let values = raw.loadUnaligned(fromByteOffset: i, as: SIMD4<Double>.self)
            squares += values * values
            let scaled = values * rawFactors.loadUnaligned(fromByteOffset: i, as: SIMD4<Double>.self)
            raw.storeBytes(of: scaled, toByteOffset: i, as: SIMD4<Double>.self)
        }
        var sum = squares.sum()
        for i in whole..<factors.count {
            sum += residuals[i] * residuals[i]
            residuals[i] *= factors[i]
        }
        return sum
    }
}
