import FinalAccounts
import Platform

/// The past of a panel replayed: what would have been forecast at earlier origins, and what came.
struct RollingOrigins: Sendable {
    /// The columns learned from and calibrated on.
    struct Window: Sendable {
        /// The target column of the forecast to be made.
        let column: Int
        /// Years ahead that have regressions of their own.
        let horizon: Int

        /// No origin lies further back than this.
        static let longest = 15
        /// Origins that intervals and weights are calibrated on.
        static let calibrating = 6
        /// Subjects of one origin that a fit learns from at most.
        static let rowsPerOrigin = 2000

        init(column: Int, horizon: Int) {
            self.column = column
            self.horizon = min(horizon, 6, max(1, (column - 1) / 2))
        }

        /// Target columns of past origins.
        var origins: [Int] { Array(max(1, column - Self.longest)..<max(column, 1)) }

        /// The past changes of a panel that a regression could learn from.
        static func changes(_ panel: SeriesPanel, column: Int) -> Int {
            let first = max(1, column - longest)
            return panel.actuals.withUnsafeBufferPointer { actuals in
                (0..<panel.series).reduce(0) { sum, i in
                    let start = i * panel.years
                    var sum = sum
                    for j in first..<max(column, first) where !(actuals[start + j] - actuals[start + j - 1]).isNaN {
                        sum += 1
                    }
                    return sum
                }
            }
        }

        /// The first origin whose regressions are compared with other members: one on one or two years is not yet what it
        /// will be.
        var firstFair: Int { (origins.first ?? 1) + 3 }

        /// Origins whose outcome `ahead` years on is known and which have an origin before them to learn from.
        func calibrating(ahead: Int) -> [Int] {
            let known = origins.filter { $0 >= (origins.first ?? 1) + 1 && $0 + ahead - 1 < column }
            return Array(known.suffix(Self.calibrating))
        }
    }

    let window: Window
    /// Whether some origin has more subjects than a fit learns from.
    let isThinned: Bool
    let samples: [OriginSample]
    let growthSamples: [GrowthSample]

    /// The subjects of every past origin.
    init(_ panel: SeriesPanel, column: Int, horizon: Int, parallel: Parallel, hasGrowth: Bool) throws(ForecastError) {
        let window = Window(column: column, horizon: horizon)
        self.window = window
        let origins = window.origins
        let samples = try parallel.map(origins.count) { place throws(ForecastError) in
            OriginSample(panel, column: origins[place], limit: Window.rowsPerOrigin)
        }
        self.samples = samples
        isThinned = samples.contains { $0.count == Window.rowsPerOrigin }
        growthSamples =
            hasGrowth
            ? try parallel.map(origins.count) { place throws(ForecastError) in GrowthSample(panel, samples[place]) }
            : []
    }

    /// The sample of an origin.
    func sample(_ column: Int) -> OriginSample? {
        samples.first { $0.column == column }
    }
}

/// One forecast of the past with its outcome.
struct PastForecast: Sendable {
    var row: Int
    var column: Int
    var outcome: Double
    var last: Double
    var size: Double
    var traits: ErrorTraits
    /// Whether the target year had a budget: subjects that get one are what a draft is made for.
    var getsBudget: Bool
    /// The forecasts of the members, in the order of ``Member``.
    var forecasts: [Double]
}
