import Testing

@testable import Forecasting

@Suite("Local and global trend")
struct LocalGlobalTrendTests {
    private static let history = [102.0, 97, 110, 125, 119, 133, 128, 141, 160]

    @Test("The forecast is the likelihood-weighted mean over the grid, computed point by point")
    func reference() throws {
        let answer = try LocalGlobalTrend().forecast(Self.history, horizon: 6)
        #expect(answer.model == .localGlobalTrend)
        for (a, b) in zip(answer.values, Self.plainMean(Self.history, horizon: 6)) { #expect(abs(a - b) < 1e-9 * b) }
    }

    @Test("It follows a change of unit")
    func equivariance() throws {
        let plain = try LocalGlobalTrend().forecast(Self.history, horizon: 9).values
        let thousandfold = try LocalGlobalTrend().forecast(Self.history.map { 1000 * $0 }, horizon: 9).values
        for (a, b) in zip(plain, thousandfold) { #expect(abs(1000 * a - b) < 1e-9 * b) }
    }

    @Test("Growth by a factor goes on with at least three quarters of it, and one jump does not become a trend")
    func growth() throws {
        let growing = try LocalGlobalTrend().forecast((0..<12).map { power(1.05, Double($0)) }, horizon: 1).values[0]
        let last = power(1.05, 11)
        #expect(growing / last > 1.0375 && growing / last < 1.05)
        let jumped = try LocalGlobalTrend().forecast([100, 101, 100, 99, 100, 101, 200], horizon: 3).values
        #expect(jumped.allSatisfy { $0 > 120 && $0 < 250 })
    }

    @Test("Three years, zeros and values below zero are left to the damped drift")
    func ladder() throws {
        for history in [
            [1.0, 2, 3], [5, 0, 5, 6, 7], [5, -4, 5, 6, 7], [1e-9, 1e9, 1, 1],
            [Double](repeating: .leastNonzeroMagnitude, count: 4),
        ] {
            #expect(try LocalGlobalTrend().forecast(history, horizon: 2).model == .dampedDrift)
        }
    }

    @Test("Beyond the sixth year the steps die away")
    func damping() throws {
        let values = try LocalGlobalTrend().forecast((1...10).map { Double($0) + 10 }, horizon: 50).values
        let step = values[5] - values[4]
        #expect(step > 0 && values[49] < values[5] + 4 * step && values[49] > values[5] + 3.9 * step)
    }

    /// The definition, one point of the grid at a time and without any of the engine's short cuts.
    private static func plainMean(_ history: [Double], horizon: Int) -> [Double] {
        var (sums, total) = ([Double](repeating: 0, count: horizon), 0.0)
        for lambda in [0, 0.4, 0.8] {
            for rho in [0.0, 1] {
                for alpha in [0.25, 0.5, 0.75, 1] {
                    let (path, weight) = point(history, alpha: alpha, lambda: lambda, rho: rho, horizon: horizon)
                    for step in 0..<horizon { sums[step] += weight * path[step] }
                    total += weight
                }
            }
        }
        return sums.map { $0 / total }
    }

    private static func point(
        _ history: [Double], alpha: Double, lambda: Double, rho: Double, horizon: Int
    ) -> (path: [Double], weight: Double) {
        let unit = history[history.count - 1]
        var (level, trend) = (history[0], 0.0)
        var (errors, effects): ([Double], [Double]) = ([], [])
        for value in history.dropFirst() {
            errors.append((value - level - lambda * trend) / level)
            effects.append(power(level / unit, rho) * unit / level)
            let next = alpha * value + (1 - alpha) * level
            trend = 0.5 * (next - level) + 0.5 * trend
            level = next
        }
        let count = Double(errors.count)
        func ridge(_ trust: [Double]) -> Double {
            let cross = zip(zip(errors, effects), trust).map { $0.0 * $0.1 * $1 }.reduce(0, +)
            let square = zip(effects, trust).map { $0 * $0 * $1 }.reduce(0, +)
            return min(max(cross / (square + 4 * trust.reduce(0, +) / count), -0.3), 0.3)
        }
        func sizes(_ growth: Double) -> [Double] { zip(errors, effects).map { abs($0 - growth * $1) } }
        let first = sizes(ridge(errors.map { _ in 1 }))
        let threshold = first.reduce(0, +) / count
        let growth = ridge(first.map { $0 <= threshold ? 1 : threshold / $0 })
        let error = sizes(growth).reduce(0, +) / count
        var path: [Double] = []
        for _ in 0..<horizon {
            let expected = level + growth * unit * power(level / unit, rho) + lambda * trend
            path.append(expected)
            let next = alpha * expected + (1 - alpha) * level
            trend = 0.5 * (next - level) + 0.5 * trend
            level = next
        }
        return (path, power(error + 1e-4, -count / 2))
    }
}
