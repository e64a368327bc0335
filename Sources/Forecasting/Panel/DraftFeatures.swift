import Regression

/// One series of a panel as the feature computations see it: rows that start at the panel's first year.
struct PanelRow {
    let actuals: UnsafePointer<Double>
    let budgets: UnsafePointer<Double>?
    let adjusted: UnsafePointer<Double>?
    /// Columns from here on are not looked at; the run of actuals ends right before it.
    let end: Int
}

/// Computes the features of one subject; the hot loop of the panel regression.
///
/// Pointers instead of arrays, because this runs once for every subject and origin, and millions of times in the
/// benchmark: bounds are checked once by the caller, who hands over whole rows.
struct DraftFeatures {
    private let row: PanelRow
    private let n: Int
    private let size: Double
    private let latestFirst: UnsafeMutablePointer<Double>
    private let sorted: UnsafeMutableBufferPointer<Double>
    private let out: UnsafeMutablePointer<Double>

    /// Room that the computation needs: doubles.
    static let scratch = 2 * HistorySummary.longestRun

    /// Writes the features of a row and returns its summary.
    ///
    /// - Parameters:
    ///   - row: actual at column `end - 1` must be stated.
    ///   - scale: of the panel at this origin.
    ///   - out: room for ``DraftFeature/count`` values.
    ///   - scratch: room for ``scratch`` values.
    @inline(__always)
    static func compute(
        _ row: PanelRow, scale: PanelScale, out: UnsafeMutablePointer<Double>, scratch: UnsafeMutablePointer<Double>
    ) -> HistorySummary {
        var summary = HistorySummary()
        let n = HistorySummary.runLength(row.actuals, end: row.end)
        summary.length = n
        for i in 0..<n { scratch[i] = row.actuals[row.end - 1 - i] }
        summary.last = scratch[0]
        summary.size = max(HistorySummary.rawSize(row.actuals, end: row.end, length: n), scale.floor)
        let features = DraftFeatures(
            row: row, n: n, size: summary.size, latestFirst: scratch,
            sorted: UnsafeMutableBufferPointer(
                start: scratch + HistorySummary.longestRun, count: HistorySummary.longestRun), out: out)
        for i in 0..<DraftFeature.count { out[i] = 0 }
        features.writeChanges()
        features.writeMeans()
        features.writeTrends(&summary)
        features.writeBudgets()
        features.writeLevels(summary, scale: scale)
        return summary
    }

    @inline(__always)
    private func set(_ feature: DraftFeature, _ value: Double) {
        out[feature.rawValue] = clipped(value)
    }

    @inline(__always)
    private func x(_ lag: Int) -> Double {
        lag <= n ? latestFirst[lag - 1] : .nan
    }

    @inline(__always)
    private func writeChanges() {
        set(.change1, (x(1) - x(2)) / size)
        set(.change2, (x(2) - x(3)) / size)
        set(.change3, (x(3) - x(4)) / size)
        set(.drift3, (x(1) - x(4)) / 3 / size)
        set(.drift, (x(1) - x(n)) / Double(max(n - 1, 1)) / size)
    }

    @inline(__always)
    private func writeMeans() {
        let last = x(1)
        var sum = 0.0
        for i in 0..<n {
            sum += latestFirst[i] - last
            if i == 1 { set(.mean2, sum / 2 / size) }
            if i == 2 { set(.mean3, sum / 3 / size) }
        }
        if n == 2 { set(.mean3, sum / 2 / size) }
        set(.meanAll, sum / Double(n) / size)
        let recent = min(n, 5)
        for i in 0..<recent { sorted[i] = latestFirst[i] }
        set(.median5, (Median.moving(sorted, count: recent) - last) / size)
        set(.smoothed, (smoothedLevel() - last) / size)
    }

    /// The level of simple smoothing with α of least squared error among five.
    @inline(__always)
    private func smoothedLevel() -> Double {
        let alphas = SIMD8<Double>(0.3, 0.5, 0.7, 0.85, 1, 1, 1, 1)
        var level = SIMD8<Double>(repeating: latestFirst[n - 1])
        var squares = SIMD8<Double>.zero
        var i = n - 2
        while i >= 0 {
            let error = latestFirst[i] - level
            squares += error * error
            level += alphas * error
            i -= 1
        }
        var best = 0
        for lane in 1..<5 where squares[lane] < squares[best] { best = lane }
        return level[best]
    }

    @inline(__always)
    private func writeTrends(_ summary: inout HistorySummary) {
        guard n >= 2 else {
            summary.roughness = PanelConstants.Draft.roughness * size
            return
        }
        var total = 0.0
        for i in 0..<(n - 1) {
            let change = latestFirst[i] - latestFirst[i + 1]
            sorted[i] = change
            total += abs(change)
        }
        summary.roughness = n >= 3 ? total / Double(n - 1) : PanelConstants.Draft.roughness * size
        let relative = min(summary.roughness / size, 2)
        let (slope, squares, spread) = leastSquares(from: 0)
        let error = (squares + PanelConstants.Draft.slopeNoise * size * size) / Double(n - 1) / spread
        let denominator = slope * slope + error
        set(.shrunkSlope, denominator > 0 ? slope * slope * slope / denominator / size : 0)
        guard n >= 3 else { return }
        summary.slope = slope
        let steps = Median.moving(sorted, count: n - 1)
        set(.slope, slope / size)
        set(.medianChange, steps / size)
        set(.recentSlope, discountedSlope() / size)
        set(.slopeByLength, slope / size * Double(n) / Double(n + 3))
        set(.slopeByRoughness, slope / size / (1 + 5 * relative))
        set(.changeByRoughness, steps / size / (1 + 5 * relative))
        let reliability = 2 * driftReliability() - 1
        out[DraftFeature.reliableSlope.rawValue] = reliability * out[DraftFeature.slope.rawValue]
        out[DraftFeature.reliableChange.rawValue] = reliability * out[DraftFeature.change1.rawValue]
    }

    /// The least-squares line through the run without its latest `skipped` years: slope, sum of squared residuals, sum
    /// of squared distances from the mean year.
    @inline(__always)
    private func leastSquares(from skipped: Int) -> (slope: Double, squares: Double, spread: Double) {
        let count = n - skipped
        let middle = Double(count - 1) / 2
        let reference = latestFirst[skipped]
        var (sum, cross, squares) = (0.0, 0.0, 0.0)
        for i in 0..<count {
            // Relative to the latest value, so that a large level costs no digits.
            let value = latestFirst[skipped + i] - reference
            sum += value
            cross += (middle - Double(i)) * value
            squares += value * value
        }
        let spread = Double(count) * (Double(count) * Double(count) - 1) / 12
        let slope = cross / spread
        return (slope, max(squares - sum * sum / Double(count) - slope * cross, 0), spread)
    }

    /// The slope with weights that fall by ``PanelConstants/Draft/slopeMemory`` a year.
    @inline(__always)
    private func discountedSlope() -> Double {
        let reference = latestFirst[0]
        var (weight, total, time, value) = (1.0, 0.0, 0.0, 0.0)
        var (timeSquares, cross) = (0.0, 0.0)
        for i in 0..<n {
            let t = -Double(i)
            let y = latestFirst[i] - reference
            total += weight
            time += weight * t
            value += weight * y
            timeSquares += weight * t * t
            cross += weight * t * y
            weight *= PanelConstants.Draft.slopeMemory
        }
        let spread = timeSquares - time * time / total
        return spread > 1e-12 ? (cross - time * value / total) / spread : 0
    }

    /// How far drift beat the last value in the past four years, 0 to 1, one half where nothing is known.
    @inline(__always)
    private func driftReliability() -> Double {
        var (drift, still, weight) = (0.0, 0.0, 1.0)
        for back in 1...4 where row.end - back >= 2 && n - back >= 1 {
            let slope = n - back >= 2 ? leastSquares(from: back).slope : 0
            let change = latestFirst[back - 1] - latestFirst[back]
            drift += weight * abs(change - PanelConstants.Draft.driftShare * slope)
            still += weight * abs(change)
            weight *= PanelConstants.Draft.driftMemory
        }
        let prior = PanelConstants.Draft.roughness * size
        return (still + prior) / (drift + still + 2 * prior)
    }

    @inline(__always)
    private func budget(_ source: UnsafePointer<Double>?, _ lag: Int) -> Double {
        guard let source, lag <= n else { return .nan }
        return source[row.end - lag]
    }

    @inline(__always)
    private func writeBudgets() {
        let (o1, o2) = (budget(row.budgets, 1), budget(row.budgets, 2))
        let (r1, r2) = (budget(row.adjusted, 1), budget(row.adjusted, 2))
        set(.budgetGap, (o1 - x(1)) / size)
        set(.adjustedGap, (r1 - x(1)) / size)
        set(.budgetChange, (o1 - o2) / size)
        set(.adjustedChange, (r1 - r2) / size)
        set(.adjustment, (r1 - o1) / size)
        set(.budgetGap2, (o2 - x(2)) / size)
    }

    @inline(__always)
    private func writeLevels(_ summary: HistorySummary, scale: PanelScale) {
        let level = summary.relativeLast
        if n < 2 { set(.levelOneYear, level) }
        if n < 3 { set(.levelTwoYears, level) }
        if n < 5 { set(.levelFourYears, level) }
        // Twenty logarithmic units are the whole range from the floor to the largest thinkable subject.
        let relativeSize = clipped(naturalLog(size) - scale.logMedianSize, 20) / 3
        out[DraftFeature.levelSize.rawValue] = level * relativeSize
        if row.budgets != nil, budget(row.budgets, 1).isNaN { set(.levelUnbudgeted, level) }
        set(.levelRoughness, level * min(summary.roughness / size, 2))
    }
}
