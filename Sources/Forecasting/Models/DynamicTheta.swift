/// The dynamic optimized Theta model.
///
/// The model of Fiorucci, Pellegrini, Louzada, Petropoulos and Koehler (2016): with ω = 1 - 1/θ, 0 ≤ ω ≤ 1,
/// μₜ = ℓₜ₋₁ + ω [(1-α)ᵗ⁻¹ Aₜ₋₁ + (1 - (1-α)ᵗ)/α Bₜ₋₁], ℓₜ = α yₜ + (1-α) ℓₜ₋₁, where A and B are the intercept and slope of
/// the least-squares line through the first t values. For a given α the errors are linear in ℓ₀ and ω, so both
/// follow from a 2 × 2 system and only α needs a grid: no numerical optimizer, no starting values.
///
/// Needs four years; three give ``DampedDrift`` and fewer ``LastValue``.
public struct DynamicTheta: ForecastModel {
    /// Creates the model.
    public init() {}

    /// The rule's name.
    public var name: ModelName { .dynamicTheta }

    static let grid = SIMD8<Double>(0.1, 0.2, 0.3, 0.45, 0.6, 0.75, 0.9, 1)
    static var alphas: [Double] { (0..<8).map { grid[$0] } }

    /// The state at the end of the history under the best α.
    private struct Fit {
        var (alpha, weight, level, power) = (1.0, 0.0, 0.0, 0.0)
    }

    /// Writes the forecasts of the recursion, continued with its own values.
    public func forecast(
        _ history: UnsafeBufferPointer<Double>, into output: UnsafeMutableBufferPointer<Double>
    ) -> ModelName {
        let n = history.count
        guard n >= 4 else { return DampedDrift().forecast(history, into: output) }
        // Everything is relative to the first value: the model is equivariant under shifts, rounding is not.
        let origin = history[0]
        var line = RunningLine()
        let fit = Self.bestFit(history, origin: origin)
        for value in history { line.append(value - origin) }
        var (level, power) = (fit.level, fit.power)
        for step in output.indices {
            let next = power * (1 - fit.alpha)
            let mean = level + fit.weight * (power * line.intercept + (1 - next) / fit.alpha * line.slope)
            output[step] = origin + mean
            level += fit.alpha * (mean - level)
            line.append(mean)
            power = next
        }
        return .dynamicTheta
    }

    private static func bestFit(_ history: UnsafeBufferPointer<Double>, origin: Double) -> Fit {
        let n = history.count
        let decay = 1 - grid
        var line = RunningLine()
        var (partial, power) = (SIMD8<Double>.zero, SIMD8<Double>(repeating: 1))
        // Sums of the normal equations of e = (y - p) - ℓ₀ q - ω g.
        var qq = SIMD8<Double>.zero
        var qg = qq
        var gg = qq
        var qy = qq
        var gy = qq
        var yy = qq
        for i in 0..<n {
            let value = history[i] - origin
            let next = power * decay
            let g = i == 0 ? .zero : power * line.intercept + (1 - next) / grid * line.slope
            let y = value - partial
            qq += power * power
            qg += power * g
            gg += g * g
            qy += power * y
            gy += g * y
            yy += y * y
            partial += grid * (value - partial)
            line.append(value)
            power = next
        }
        var (best, least) = (Fit(), Double.infinity)
        for lane in 0..<8 {
            let determinant = qq[lane] * gg[lane] - qg[lane] * qg[lane]
            var weight =
                determinant > 1e-9 * qq[lane] * gg[lane]
                ? (gy[lane] * qq[lane] - qy[lane] * qg[lane]) / determinant : 0
            weight = min(max(weight, 0), 1)
            let start = (qy[lane] - weight * qg[lane]) / qq[lane]
            let squares =
                yy[lane] + start * start * qq[lane] + weight * weight * gg[lane] + 2 * start * weight * qg[lane]
                - 2 * start * qy[lane] - 2 * weight * gy[lane]
            if squares < least {
                least = squares
                best = Fit(
                    alpha: grid[lane], weight: weight, level: partial[lane] + start * power[lane], power: power[lane])
            }
        }
        return best
    }
}

/// The least-squares line through the values so far, t = 1, 2, …
private struct RunningLine {
    private var (count, sum, cross) = (0.0, 0.0, 0.0)
    /// The value of the line at t = 0.
    private(set) var intercept = 0.0
    /// The change per step.
    private(set) var slope = 0.0

    @inline(__always)
    mutating func append(_ value: Double) {
        count += 1
        sum += value
        cross += value * count
        if count == 1 {
            intercept = value
        } else {
            let middle = (count + 1) / 2
            slope = (cross - middle * sum) * 12 / (count * (count * count - 1))
            intercept = sum / count - slope * middle
        }
    }
}
