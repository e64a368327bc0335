/// Exponential smoothing with a local trend and a global one, averaged over a grid of its parameters.
///
/// After Smyl, Bergmeir, Dokumentov, Long, Wibowo and Schmidt (2025): with level ℓ, local trend b and
/// mₜ₊₁ = ℓₜ + γ ℓₜ^ρ + λ bₜ, the next value is mₜ₊₁ with errors in proportion to the level;
/// ℓₜ = α yₜ + (1-α) ℓₜ₋₁, bₜ = β (ℓₜ - ℓₜ₋₁) + (1-β) bₜ₋₁. The global trend γ ℓ^ρ lies between a line (ρ = 0) and growth by a
/// factor (ρ = 1).
///
/// They draw all parameters from their posterior, seconds a series. Here α, λ and ρ lie on a grid of 24 points with β = ½;
/// given those, γ follows from a ridge with Huber's loss towards zero. The forecast is the mean over the grid, each
/// point weighed by the square root of its Laplace likelihood (mean absolute relative error to the power of -(n-1)/2): half of
/// the evidence, because on a dozen years neighbouring points are more alike than they look. The constants were chosen on
/// the training parts of public yearly series; they may be moved by half without telling.
///
/// Needs four years, all above zero; other histories give ``DampedDrift``. From the seventh year on the steps die away.
public struct LocalGlobalTrend: ForecastModel {
    /// Creates the model.
    public init() {}

    /// The rule's name.
    public var name: ModelName { .localGlobalTrend }

    /// α of each lane; the first four lanes have a global trend that is a line, the others one that is a factor.
    private static let alphas = SIMD8<Double>(0.25, 0.5, 0.75, 1, 0.25, 0.5, 0.75, 1)
    private static let linear = SIMD8<Double>(1, 1, 1, 1, 0, 0, 0, 0)
    private static let proportional = SIMD8<Double>(0, 0, 0, 0, 1, 1, 1, 1)
    private static let trendShares = (0.0, 0.4, 0.8)
    private static let trendMemory = 0.5
    /// The years without growth that the ridge adds to the history.
    private static let stillYears = 4.0
    private static let mostGrowth = 0.3
    /// Errors smaller than this, in shares of the level, make no point of the grid more likely.
    private static let leastError = 1e-4
    private static let undamped = 6

    /// Eight points of the grid at the end of a history, relative to its last value.
    private struct Points {
        var trendShare: Double
        var growth: SIMD8<Double>
        var level: SIMD8<Double>
        var trend: SIMD8<Double>
        /// The mean absolute relative error.
        var error: SIMD8<Double>

        /// Moves on by a year and returns the value expected for it.
        @inline(__always)
        mutating func advance() -> SIMD8<Double> {
            let global = growth * (LocalGlobalTrend.linear + LocalGlobalTrend.proportional * level)
            let expected = level + global + trendShare * trend
            let step = LocalGlobalTrend.alphas * (expected - level)
            trend += LocalGlobalTrend.trendMemory * (step - trend)
            level += step
            level.replace(with: 0, where: level .< 0)
            return expected
        }
    }

    /// Writes the mean of the paths that the points of the grid expect.
    public func forecast(
        _ history: UnsafeBufferPointer<Double>, into output: UnsafeMutableBufferPointer<Double>
    ) -> ModelName {
        let n = history.count
        guard n >= 4, Self.hasRatios(history) else { return DampedDrift().forecast(history, into: output) }
        let unit = history[n - 1]
        let shares = Self.trendShares
        withUnsafeTemporaryAllocation(of: SIMD8<Double>.self, capacity: 2 * (n - 1)) { room in
            var first = Self.fit(history, unit: unit, trendShare: shares.0, room: room)
            var second = Self.fit(history, unit: unit, trendShare: shares.1, room: room)
            var third = Self.fit(history, unit: unit, trendShare: shares.2, room: room)
            let least = min(first.error.min(), second.error.min(), third.error.min())
            let weights = (
                Self.likelihood(first.error, least, n), Self.likelihood(second.error, least, n),
                Self.likelihood(third.error, least, n)
            )
            let scale = unit / (weights.0 + weights.1 + weights.2).sum()
            for step in output.indices {
                let sum =
                    weights.0 * first.advance() + weights.1 * second.advance() + weights.2 * third.advance()
                output[step] = max(sum.sum() * scale, 0)
            }
        }
        damp(output)
        return .localGlobalTrend
    }

    /// Whether all values are above zero and near enough to one another for ratios to mean anything.
    @inline(__always)
    private static func hasRatios(_ history: UnsafeBufferPointer<Double>) -> Bool {
        var (least, most) = (Double.infinity, 0.0)
        for value in history {
            least = min(least, value)
            most = max(most, value)
        }
        return least > 1e-200 && most <= least * 1e12
    }

    /// The points of the grid that share λ.
    @inline(__always)
    private static func fit(
        _ history: UnsafeBufferPointer<Double>, unit: Double, trendShare: Double,
        room: UnsafeMutableBufferPointer<SIMD8<Double>>
    ) -> Points {
        let count = history.count - 1
        let scale = 1 / unit
        // Relative errors without a global trend, then what a unit of growth adds to them.
        var level = SIMD8<Double>(repeating: history[0] * scale)
        var trend = SIMD8<Double>.zero
        var (sum, weight) = (SIMD8<Double>.zero, SIMD8<Double>.zero)
        for t in 0..<count {
            let value = history[t + 1] * scale
            let inverse = 1 / level
            let error = (value - level - trendShare * trend) * inverse
            let effect = linear * inverse + proportional
            room[t] = error
            room[count + t] = effect
            sum += effect * error
            weight += effect * effect
            let step = alphas * (value - level)
            trend += trendMemory * (step - trend)
            level += step
        }
        let start = bounded(sum / (weight + stillYears))
        let typical = meanError(room, count: count, growth: start)
        let growth = reweighted(room, count: count, growth: start, threshold: typical)
        let error = meanError(room, count: count, growth: growth)
        return Points(trendShare: trendShare, growth: growth, level: level, trend: trend, error: error)
    }

    @inline(__always)
    private static func bounded(_ growth: SIMD8<Double>) -> SIMD8<Double> {
        let most = SIMD8<Double>(repeating: mostGrowth)
        return growth.replacing(with: -most, where: growth .< -most).replacing(with: most, where: growth .> most)
    }

    @inline(__always)
    private static func residual(
        _ room: UnsafeMutableBufferPointer<SIMD8<Double>>, _ t: Int, count: Int, growth: SIMD8<Double>
    ) -> SIMD8<Double> {
        let difference = room[t] - growth * room[count + t]
        return difference.replacing(with: -difference, where: difference .< 0)
    }

    @inline(__always)
    private static func meanError(
        _ room: UnsafeMutableBufferPointer<SIMD8<Double>>, count: Int, growth: SIMD8<Double>
    ) -> SIMD8<Double> {
        var sum = SIMD8<Double>.zero
        for t in 0..<count { sum += residual(room, t, count: count, growth: growth) }
        return sum / Double(count)
    }

    /// One step of reweighted least squares: errors beyond the threshold count as much as their size, not its square.
    @inline(__always)
    private static func reweighted(
        _ room: UnsafeMutableBufferPointer<SIMD8<Double>>, count: Int, growth: SIMD8<Double>,
        threshold: SIMD8<Double>
    ) -> SIMD8<Double> {
        var (sum, weight, total) = (SIMD8<Double>.zero, SIMD8<Double>.zero, SIMD8<Double>.zero)
        for t in 0..<count {
            let size = residual(room, t, count: count, growth: growth)
            let trust = (threshold / size).replacing(with: 1, where: size .<= threshold)
            let effect = room[count + t]
            sum += trust * effect * room[t]
            weight += trust * effect * effect
            total += trust
        }
        return bounded(sum / (weight + stillYears / Double(count) * total))
    }

    /// (least / error) to the power of (n - 1) / 2.
    @inline(__always)
    private static func likelihood(_ error: SIMD8<Double>, _ least: Double, _ n: Int) -> SIMD8<Double> {
        var base = (least + leastError) / (error + leastError)
        var result = SIMD8<Double>(repeating: 1)
        var exponent = n - 1
        while exponent > 0 {
            if exponent & 1 == 1 { result *= base }
            base *= base
            exponent >>= 1
        }
        return result.squareRoot()
    }

    /// A trend of a dozen years says nothing of decades: later steps are those before, ever smaller.
    private func damp(_ output: UnsafeMutableBufferPointer<Double>) {
        guard output.count > Self.undamped else { return }
        var step = output[Self.undamped - 1] - output[Self.undamped - 2]
        for index in Self.undamped..<output.count {
            step *= 0.8
            output[index] = max(output[index - 1] + step, 0)
        }
    }
}
