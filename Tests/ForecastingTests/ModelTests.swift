import Testing

@testable import Forecasting

@Suite("Single-series models")
struct ModelTests {
    static let models: [any ForecastModel] = [
        LastValue(), Drift(), DampedDrift(), ExponentialSmoothing(.none), ExponentialSmoothing(.linear),
        ExponentialSmoothing(.damped), Theta(), DynamicTheta(), TrendLine(.leastSquares), TrendLine(.huber),
        TrendLine(.theilSen), LocalGlobalTrend(), BoxCox(DynamicTheta()), BoxCox(Theta(), lambda: 0.5),
    ]

    @Test("Every model answers from one observation up, for hard histories, with finite numbers")
    func ladders() throws {
        let histories: [[Double]] = [
            [5], [0], [-3], [1, 2], [2, 2], [1, 1e15], [1e15, -1e15, 1e15], [0, 0, 0, 0, 0, 0],
            [1, 2, 4, 8, 16, 32, 64],
            [5, 5, 5, 5, 5], [1e-9, 2e-9, 3e-9, 4e-9], (0..<300).map { Double($0 * $0 % 37) }, [100, 0, 100, 0, 100],
            [1e15, 1e15, 1e15, 1e15, 1e15 + 1],
        ]
        for model in Self.models {
            for history in histories {
                let forecast = try model.forecast(history, horizon: 6)
                let isFinite = forecast.values.allSatisfy { $0.isFinite }
                #expect(isFinite, "\(model.name) of \(history.prefix(6))")
            }
        }
    }

    @Test("Every model repeats a constant")
    func constants() throws {
        for model in Self.models {
            for value in try model.forecast([7, 7, 7, 7, 7, 7, 7], horizon: 3).values {
                #expect(abs(value - 7) < 1e-9, "\(model.name)")
            }
        }
    }

    @Test("Without a finite value, or without a year ahead, there is a clear error")
    func refusals() {
        #expect(throws: ForecastError.emptyHistory) { try Theta().forecast([.nan, .infinity], horizon: 1) }
        #expect(throws: ForecastError.invalidHorizon(0)) { try Theta().forecast([1], horizon: 0) }
    }

    @Test("Models that are linear in the values follow a change of unit and a shift")
    func equivariance() throws {
        let history = [102.0, 97, 110, 125, 119, 133, 128, 141]
        for model in Self.models
        where !(model is BoxCox<DynamicTheta>)
            && !(model is BoxCox<Theta>) && !(model is LocalGlobalTrend)
        {
            let plain = try model.forecast(history, horizon: 4).values
            let moved = try model.forecast(history.map { 1000 * $0 + 5e6 }, horizon: 4).values
            for (a, b) in zip(plain, moved) { #expect(abs(1000 * a + 5e6 - b) < 1e-3, "\(model.name)") }
        }
    }

    @Test("Drift goes on with the mean change, damped drift with half of the slope dying away")
    func drifts() throws {
        #expect(try Drift().forecast([10, 14, 16], horizon: 2).values == [19, 22])
        let damped = try DampedDrift(share: 0.5, damping: 0.9).forecast([10, 12, 14], horizon: 2)
        #expect(abs(damped.values[0] - 15) < 1e-12 && abs(damped.values[1] - 15.9) < 1e-12)
        #expect(damped.model == .dampedDrift)
        #expect(try DampedDrift().forecast([10, 12], horizon: 1).model == .lastValue)
    }

    @Test("Simple smoothing of a level that moves every year follows the last value")
    func smoothing() throws {
        let walk = [0.0, 10, 20, 30, 40, 50]
        #expect(try ExponentialSmoothing(.none).forecast(walk, horizon: 1).values == [50])
        let noise = [10.0, 12, 8, 11, 9, 10, 12, 8, 11, 9]
        let level = try ExponentialSmoothing(.none).forecast(noise, horizon: 1).values[0]
        #expect(abs(level - 10) < 0.7)
    }

    @Test("Holt continues a line exactly; the damped trend falls short of it")
    func trends() throws {
        let line = (0..<10).map { 3.0 * Double($0) + 4 }
        let holt = try ExponentialSmoothing(.linear).forecast(line, horizon: 3).values
        for (step, value) in holt.enumerated() { #expect(abs(value - (31 + 3 * Double(step + 1))) < 1e-9) }
        let damped = try ExponentialSmoothing(.damped).forecast(line, horizon: 3).values
        #expect(damped[2] < 40 && damped[2] > 31)
    }

    @Test("Theta of a line has half of its slope in the long run")
    func theta() throws {
        let line = (0..<12).map { 2.0 * Double($0) }
        let values = try Theta().forecast(line, horizon: 20).values
        #expect(abs(values[19] - values[18] - 1) < 1e-9)
    }

    @Test("Dynamic Theta is the least squared error of its recursion over starting level and weight")
    func dynamicTheta() throws {
        let history = [12.0, 15, 13, 18, 21, 19, 24, 26, 25, 31]
        let answer = try DynamicTheta().forecast(history, horizon: 1).values[0]
        var best = (squares: Double.infinity, value: 0.0)
        for alpha in DynamicTheta.alphas {
            for weight in stride(from: 0.0, through: 1, by: 0.02) {
                for start in stride(from: -20.0, through: 40, by: 0.25) {
                    let run = Self.recursion(history, alpha: alpha, weight: weight, start: start)
                    if run.squares < best.squares { best = (run.squares, run.next) }
                }
            }
        }
        #expect(abs(answer - best.value) < 0.15)
    }

    /// The model as it is written in the paper.
    private static func recursion(
        _ y: [Double], alpha: Double, weight: Double, start: Double
    ) -> (squares: Double, next: Double) {
        var (level, squares, mean) = (start, 0.0, start)
        for t in 0...y.count {
            var (intercept, slope) = (0.0, 0.0)
            if t == 1 { intercept = y[0] }
            if t >= 2 {
                let x = (1...t).map(Double.init)
                let (mx, my) = (x.reduce(0, +) / Double(t), y.prefix(t).reduce(0, +) / Double(t))
                slope =
                    zip(x, y).reduce(0) { $0 + ($1.0 - mx) * ($1.1 - my) } / x.reduce(0) { $0 + ($1 - mx) * ($1 - mx) }
                intercept = my - slope * mx
            }
            let decay = power(1 - alpha, Double(t))
            mean = level + weight * (decay * intercept + (1 - decay * (1 - alpha)) / alpha * slope)
            guard t < y.count else { break }
            squares += (y[t] - mean) * (y[t] - mean)
            level += alpha * (y[t] - level)
        }
        return (squares, mean)
    }

    @Test("Robust trends forget an outlier, least squares does not")
    func robustness() throws {
        var line = (0..<12).map { 2.0 * Double($0) }
        line[4] = 500
        let huber = try TrendLine(.huber, share: 1).forecast(line, horizon: 1).values[0]
        let theilSen = try TrendLine(.theilSen, share: 1).forecast(line, horizon: 1).values[0]
        let ordinary = try TrendLine(.leastSquares, share: 1).forecast(line, horizon: 1).values[0]
        #expect(abs(huber - 24) < 0.5 && abs(theilSen - 24) < 1e-9)
        #expect(abs(ordinary - 24) > 1)
    }

    @Test("On the logarithmic scale doubling goes on as doubling, not as a line")
    func boxCox() throws {
        let doubling = [1.0, 2, 4, 8, 16, 32, 64]
        let value = try BoxCox(ExponentialSmoothing(.linear)).forecast(doubling, horizon: 1).values[0]
        #expect(abs(value - 128) < 1e-6)
        #expect(
            try BoxCox(Drift()).forecast([-1, 2, 4], horizon: 1).values
                == Drift().forecast([-1, 2, 4], horizon: 1).values)
    }
}
