import Regression

/// One regression of the ensemble: which features, how much shrinkage, which rows count how much.
struct LevelVariant: Sendable {
    /// The features that enter.
    var features: [DraftFeature]
    /// λ of each feature, for columns of unit size; see ``PanelFitting/penalty(_:rows:)``.
    var penalty: Double
    /// The threshold of Huber's loss, in sizes.
    var threshold: Double
    /// The power of the size in the weights: larger subjects matter more to the sum of errors.
    var sizePower: Double
    /// The share of the slope that coefficients are shrunk towards.
    var slopeShare: Double
    /// Whether only subjects that got a budget for the year count: a draft is made for those, and subjects about to end
    /// would pull the coefficients down. Years without any budget count whole.
    var onlyBudgeted: Bool
}

/// The panel regression of the draft: the change of a subject, in sizes, as a linear function of its features.
///
/// Change = slopeShare · slope + Σ bⱼ featureⱼ + growth · level. The growth that all subjects share is estimated year by
/// year beside the coefficients, so that a year of inflation does not pass for a property of subjects, and carried forward
/// as a damped, discounted mean of the past years' growth.
struct LevelModel: Hashable, Sendable, Codable {
    /// One coefficient for each ``DraftFeature``.
    var coefficients = [Double](repeating: 0, count: DraftFeature.count)
    /// The share of the slope that the coefficients correct.
    var slopeShare = 0.5
    /// The growth expected of all subjects, in shares of the last actual.
    var growth = 0.0
    /// The rows the model was fitted on; zero for the model that is used when there are none.
    var rows = 0

    /// The expected change in sizes.
    @inline(__always)
    func change(_ features: UnsafePointer<Double>, _ summary: HistorySummary) -> Double {
        var sum = slopeShare * summary.slope / summary.size + growth * summary.relativeLast
        for j in 0..<DraftFeature.count { sum += coefficients[j] * features[j] }
        return sum
    }

    /// The expected values of a sample.
    func forecast(_ sample: OriginSample) -> [Double] {
        sample.features.withUnsafeBufferPointer { features in
            guard let start = features.baseAddress else { return [] }
            return sample.summaries.enumerated().map { k, summary in
                summary.last + summary.size * change(start + k * DraftFeature.count, summary)
            }
        }
    }

    /// The mean of models, which is the model of the mean.
    init(meanOf models: [LevelModel]) {
        guard !models.isEmpty else { return }
        let share = 1 / Double(models.count)
        slopeShare = models.reduce(0) { $0 + $1.slopeShare } * share
        growth = models.reduce(0) { $0 + $1.growth } * share
        rows = models[0].rows
        coefficients = coefficients.indices.map { j in models.reduce(0) { $0 + $1.coefficients[j] } * share }
    }

    init() {}
}

/// What all panel regressions share.
enum PanelFitting {
    /// The penalty for a number of rows: λ as given from 2,000 rows up, and more below, where coefficients are noise.
    static func penalty(_ value: Double, rows: Int) -> Double {
        value * max(1, PanelConstants.rowsForPenalty / Double(max(rows, 1)))
    }

    /// The damped, discounted mean of yearly growth rates, oldest first.
    static func carriedGrowth(_ rates: [Double], damping: Double) -> Double {
        var (sum, total, weight) = (0.0, 0.0, 1.0)
        for rate in rates.reversed() {
            sum += weight * rate
            total += weight
            weight *= PanelConstants.growthMemory
        }
        return total > 0 ? damping * sum / total : 0
    }
}

extension LevelModel {
    /// Fits the ensemble for the values `horizon` years on, as seen before `column`.
    ///
    /// - Parameters:
    ///   - samples: the origins to learn from; those whose outcome lies in `column` or later are left out.
    ///   - strength: a factor on all penalties.
    /// - Returns: `nil` without any row to learn from.
    static func fit(
        _ panel: SeriesPanel, samples: [OriginSample], before column: Int, horizon: Int, strength: Double = 1
    ) throws(ForecastError) -> LevelModel? {
        let usable = samples.filter { $0.column + horizon - 1 < column && $0.count > 0 }
        var models: [LevelModel] = []
        for variant in PanelConstants.Draft.ensemble {
            let rows = TrainingRows(
                panel, usable, horizon: horizon, variant: variant, discount: PanelConstants.Draft.discount)
            guard rows.count > 0 else { return nil }
            models.append(try rows.fit(variant, strength: strength, growthDamping: PanelConstants.Draft.growthDamping))
        }
        return LevelModel(meanOf: models)
    }
}

/// The rows of one regression, column after column.
private struct TrainingRows {
    private(set) var count = 0
    private var columns: [Double] = []
    private var response: [Double] = []
    private var weights: [Double] = []
    private var origins = 0

    init(
        _ panel: SeriesPanel, _ samples: [OriginSample], horizon: Int, variant: LevelVariant, discount: Double
    ) {
        let chosen = samples.map { sample in
            let known = sample.series.indices.filter {
                !panel.actuals[sample.series[$0] * panel.years + sample.column + horizon - 1].isNaN
            }
            guard variant.onlyBudgeted, panel.hasBudgets else { return known }
            let budgeted = known.filter {
                !panel.budgets[sample.series[$0] * panel.years + sample.column + horizon - 1].isNaN
            }
            return budgeted.isEmpty ? known : budgeted
        }
        let filled = samples.indices.filter { !chosen[$0].isEmpty }
        origins = filled.count
        count = filled.reduce(0) { $0 + chosen[$1].count }
        let newest = samples.last?.column ?? 0
        columns = [Double](repeating: 0, count: count * (variant.features.count + origins))
        var row = 0
        for (place, s) in filled.enumerated() {
            let sample = samples[s]
            let sizes = sample.weights(sizePower: variant.sizePower)
            let age = power(discount, Double(newest - sample.column))
            for k in chosen[s] {
                let summary = sample.summaries[k]
                let outcome = panel.actuals[sample.series[k] * panel.years + sample.column + horizon - 1]
                let prior = variant.slopeShare * summary.slope / summary.size
                response.append(clipped((outcome - summary.last) / summary.size - prior))
                weights.append(sizes[k] * age)
                for (j, feature) in variant.features.enumerated() {
                    columns[j * count + row] = sample.features[k * DraftFeature.count + feature.rawValue]
                }
                columns[(variant.features.count + place) * count + row] = summary.relativeLast
                row += 1
            }
        }
    }

    func fit(
        _ variant: LevelVariant, strength: Double, growthDamping: Double
    ) throws(ForecastError) -> LevelModel {
        let penalty = strength * PanelFitting.penalty(variant.penalty, rows: count)
        let penalties =
            [Double](repeating: penalty, count: variant.features.count)
            + [Double](repeating: penalty * PanelConstants.growthPenalty, count: origins)
        let solution = try regressing {
            () throws(RegressionError) in
            try HuberRidge(penalties: penalties, threshold: variant.threshold)
                .fit(columns: columns, rows: count, response: response, weights: weights)
        }
        var model = LevelModel()
        model.slopeShare = variant.slopeShare
        model.rows = count
        for (j, feature) in variant.features.enumerated() { model.coefficients[feature.rawValue] = solution[j] }
        model.growth = PanelFitting.carriedGrowth(
            Array(solution[variant.features.count...]), damping: growthDamping)
        return model
    }
}

/// Runs a regression and hands its error on as one of ours.
func regressing<R>(_ body: () throws(RegressionError) -> R) throws(ForecastError) -> R {
    do {
        return try body()
    } catch {
        throw .regression(error.sentence)
    }
}
