import Regression

/// What the growth regression knows of a subject, on the logarithmic scale, in the order of the feature vector.
///
/// All are differences of logarithms held within ±1; x₁ is the logarithm of the last actual.
enum GrowthFeature: Int, CaseIterable, Codable {
    /// The last five changes.
    case change1, change2, change3, change4, change5
    /// Means of the last two, three and five years, the median of the last five, the mean of all, minus x₁.
    case mean2, mean3, mean5, median5, meanAll
    /// (x₁ - first) / (n - 1).
    case drift
    /// Smoothed levels with α = 0.3 and 0.6, minus x₁.
    case smoothedSlowly, smoothedQuickly
    /// Least-squares slopes of all and of the last six years, the first over 1 + 5 roughness, the median change, and
    /// the slope times n / (n + 5).
    case slope, recentSlope, slopeByRoughness, medianChange, slopeByLength
    /// One.
    case constant

    /// The number of features.
    static let count = allCases.count
    /// Histories shorter than this have no growth forecast.
    static let leastYears = 4
}

/// Computes growth features; a hot loop.
struct GrowthFeatures {
    /// Room that the computation needs: doubles.
    static let scratch = 2 * HistorySummary.longestRun

    /// Writes the features of a row and returns its roughness (mean absolute change of the logarithm), or `nil` for a run
    /// that is too short or not everywhere above zero.
    @inline(__always)
    static func compute(
        _ row: PanelRow, length n: Int, out: UnsafeMutablePointer<Double>, scratch: UnsafeMutablePointer<Double>
    ) -> Double? {
        guard n >= GrowthFeature.leastYears else { return nil }
        for i in 0..<n where !(row.actuals[row.end - 1 - i] > 0) { return nil }
        for i in 0..<n { scratch[i] = naturalLog(row.actuals[row.end - 1 - i]) }
        let sorted = UnsafeMutableBufferPointer(
            start: scratch + HistorySummary.longestRun, count: HistorySummary.longestRun)
        let features = GrowthFeatures(n: n, x: scratch, sorted: sorted, out: out)
        return features.write()
    }

    private let n: Int
    private let x: UnsafeMutablePointer<Double>
    private let sorted: UnsafeMutableBufferPointer<Double>
    private let out: UnsafeMutablePointer<Double>

    @inline(__always)
    private func set(_ feature: GrowthFeature, _ value: Double) {
        out[feature.rawValue] = clipped(value, 1)
    }

    @inline(__always)
    private func write() -> Double {
        let last = x[0]
        for i in 0..<5 { out[i] = i + 1 < n ? clipped(x[i] - x[i + 1], 1) : 0 }
        set(.mean2, mean(2) - last)
        set(.mean3, mean(3) - last)
        set(.mean5, mean(5) - last)
        set(.meanAll, mean(n) - last)
        for i in 0..<min(n, 5) { sorted[i] = x[i] }
        set(.median5, Median.moving(sorted, count: min(n, 5)) - last)
        set(.drift, (last - x[n - 1]) / Double(n - 1))
        set(.smoothedSlowly, smoothed(0.3) - last)
        set(.smoothedQuickly, smoothed(0.6) - last)
        var roughness = 0.0
        for i in 0..<(n - 1) {
            sorted[i] = x[i] - x[i + 1]
            roughness += abs(sorted[i])
        }
        roughness /= Double(n - 1)
        let slope = slope(n)
        set(.slope, slope)
        set(.recentSlope, self.slope(min(n, 6)))
        set(.slopeByRoughness, slope / (1 + 5 * roughness))
        set(.medianChange, Median.moving(sorted, count: n - 1))
        set(.slopeByLength, slope * Double(n) / Double(n + 5))
        out[GrowthFeature.constant.rawValue] = 1
        return roughness
    }

    @inline(__always)
    private func mean(_ count: Int) -> Double {
        let count = min(count, n)
        var sum = 0.0
        for i in 0..<count { sum += x[i] }
        return sum / Double(count)
    }

    @inline(__always)
    private func smoothed(_ alpha: Double) -> Double {
        var level = x[n - 1]
        var i = n - 2
        while i >= 0 {
            level += alpha * (x[i] - level)
            i -= 1
        }
        return level
    }

    @inline(__always)
    private func slope(_ count: Int) -> Double {
        let middle = Double(count - 1) / 2
        var cross = 0.0
        for i in 0..<count { cross += (middle - Double(i)) * (x[i] - x[0]) }
        let size = Double(count)
        return cross * 12 / (size * (size * size - 1))
    }
}
