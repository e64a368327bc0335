import Regression

/// One forecast with its outcome.
struct BacktestCase: Sendable {
    var actual: Double
    var forecast: Double
    /// The mean absolute yearly change of the subject's past; zero where unknown.
    var roughness: Double
    /// Lower and upper ends, level after level; empty for references without intervals.
    var intervals: [PredictionInterval]

    var error: Double { abs(actual - forecast) }
}

extension BacktestMetric {
    /// The value over some cases; `nil` where the metric is not defined for them.
    func value(of cases: [BacktestCase]) -> Double? {
        guard !cases.isEmpty else { return nil }
        let count = Double(cases.count)
        let total = cases.reduce(0) { $0 + abs($1.actual) }
        switch self {
        case .wape:
            return total > 0 ? cases.reduce(0) { $0 + $1.error } / total : nil
        case .mae:
            return cases.reduce(0) { $0 + $1.error } / count
        case .smape:
            return cases.reduce(0) { sum, item in
                let size = abs(item.actual) + abs(item.forecast)
                return sum + (size > 0 ? 200 * item.error / size : 0)
            } / count
        case .mase:
            let scaled = cases.filter { $0.roughness > 0 }
            guard !scaled.isEmpty else { return nil }
            return scaled.reduce(0) { $0 + $1.error / $1.roughness } / Double(scaled.count)
        case .mdape:
            let relative = cases.filter { $0.actual != 0 }.map { $0.error / abs($0.actual) }
            return relative.isEmpty ? nil : Median.of(relative)
        case .coverage(let level):
            let inside = Self.ranges(cases, level).map { item, range in
                range.lower <= item.actual && item.actual <= range.upper ? 1.0 : 0
            }
            return inside.isEmpty ? nil : inside.reduce(0, +) / Double(inside.count)
        case .intervalScore(let level):
            let ranges = Self.ranges(cases, level)
            guard !ranges.isEmpty, total > 0 else { return nil }
            return ranges.reduce(0) { sum, pair in
                let (item, range) = pair
                let outside = max(range.lower - item.actual, 0) + max(item.actual - range.upper, 0)
                return sum + range.upper - range.lower + 2 / (1 - level) * outside
            } / total
        }
    }

    private static func ranges(
        _ cases: [BacktestCase], _ level: Double
    ) -> [(item: BacktestCase, range: PredictionInterval)] {
        cases.compactMap { item in
            item.intervals.first { abs($0.level - level) < 1e-9 }.map { (item, $0) }
        }
    }
}
