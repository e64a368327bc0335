#if canImport(Glibc)
    import Glibc
#else
    import Foundation
#endif

/// Any single-series model on the Box-Cox scale.
///
/// Values are transformed to (xᶫ - 1)/λ, or log x for λ = 0, forecast there and brought back (Box and Cox, 1964), which
/// gives the median of the forecast distribution and not its mean. A history with a value of zero or below is forecast
/// as it is.
///
/// ```swift
/// BoxCox(DynamicTheta(), lambda: 0.5).forecast([102, 108, 111, 120], horizon: 1)
/// ```
public struct BoxCox<Base: ForecastModel>: ForecastModel {
    /// The model that forecasts the transformed values.
    public var base: Base
    /// The exponent, 0 to 1.
    public var lambda: Double

    /// A model on the scale of the given exponent.
    public init(_ base: Base, lambda: Double = 0) {
        self.base = base
        self.lambda = min(max(lambda, 0), 1)
    }

    /// The name of the base model.
    public var name: ModelName { base.name }

    /// Writes the base model's forecasts of the transformed values, brought back.
    public func forecast(
        _ history: UnsafeBufferPointer<Double>, into output: UnsafeMutableBufferPointer<Double>
    ) -> ModelName {
        guard lambda < 1, history.allSatisfy({ $0 > 0 }) else { return base.forecast(history, into: output) }
        // Relative to the last value, so that powers neither overflow nor lose digits.
        let unit = history[history.count - 1]
        return withUnsafeTemporaryAllocation(of: Double.self, capacity: history.count) { scaled in
            for i in history.indices { scaled[i] = transform(history[i] / unit) }
            let model = base.forecast(UnsafeBufferPointer(scaled), into: output)
            for step in output.indices { output[step] = unit * inverse(output[step]) }
            return model
        }
    }

    private func transform(_ value: Double) -> Double {
        lambda == 0 ? log(value) : (pow(value, lambda) - 1) / lambda
    }

    /// Bounded at e^±40: an extrapolated logarithm must not leave the finite numbers.
    private func inverse(_ value: Double) -> Double {
        if lambda == 0 { return exp(min(max(value, -40), 40)) }
        return pow(max(lambda * value + 1, 0), 1 / lambda)
    }
}
