import Regression

/// The regression of the outlook: how the change of a subject departs from what last value and budget, weighed by their
/// past errors, lead to expect.
///
/// Change = w v + Σ aⱼ budgetFeatureⱼ + Σ bⱼ draftFeatureⱼ + growth · level. Coefficients are shrunk towards zero, and so the
/// forecast towards the weighing; a panel that is too small for a regression gets the weighing itself.
struct OutlookModel: Hashable, Sendable, Codable {
    /// One coefficient for each ``BudgetFeature``.
    var budgetCoefficients = [Double](repeating: 0, count: BudgetFeature.count)
    /// One coefficient for each ``DraftFeature``.
    var draftCoefficients = [Double](repeating: 0, count: DraftFeature.count)
    /// The growth that budgets do not tell, in shares of the last actual.
    var growth = 0.0
    /// The rows the model was fitted on; zero for the weighing alone.
    var rows = 0

    init() {}

    /// The expected change in sizes.
    @inline(__always)
    func change(
        budget: BudgetSummary, budgetFeatures: UnsafePointer<Double>, draftFeatures: UnsafePointer<Double>,
        summary: HistorySummary
    ) -> Double {
        var sum = budget.blend + growth * summary.relativeLast
        for j in 0..<BudgetFeature.count { sum += budgetCoefficients[j] * budgetFeatures[j] }
        for j in 0..<DraftFeature.count { sum += draftCoefficients[j] * draftFeatures[j] }
        return sum
    }

    /// The expected values of a sample.
    func forecast(_ sample: OutlookSample) -> [Double] {
        sample.features.withUnsafeBufferPointer { budget in
            sample.origin.features.withUnsafeBufferPointer { draft in
                guard let budgetStart = budget.baseAddress, let draftStart = draft.baseAddress else { return [] }
                return sample.origin.summaries.enumerated().map { k, summary in
                    let step = change(
                        budget: sample.budgets[k], budgetFeatures: budgetStart + k * BudgetFeature.count,
                        draftFeatures: draftStart + k * DraftFeature.count, summary: summary)
                    return summary.last + summary.size * step
                }
            }
        }
    }
}

/// One regression of the outlook's ensemble.
private struct OutlookVariant {
    var draftFeatures: [DraftFeature]
    var penalty: Double
    var threshold: Double

    /// Three regressions; the fourth member of the mean is the weighing itself, whose coefficients are zero.
    static let ensemble = [
        OutlookVariant(draftFeatures: [], penalty: 30, threshold: 0.1),
        OutlookVariant(draftFeatures: DraftFeature.core, penalty: 60, threshold: 0.1),
        OutlookVariant(draftFeatures: [], penalty: 10, threshold: 0.3),
    ]
    static let members = 4.0
    static let sizePower = 0.5
    static let discount = 0.8
    static let growthDamping = 0.7
}

extension OutlookModel {
    /// Fits the ensemble on the outcomes before `column`.
    static func fit(
        _ panel: SeriesPanel, samples: [OutlookSample], before column: Int
    ) throws(ForecastError) -> OutlookModel {
        let usable = samples.filter { $0.origin.column < column }
        var result = OutlookModel()
        for variant in OutlookVariant.ensemble {
            let rows = OutlookRows(panel, usable, variant: variant)
            guard rows.count > 0 else { return OutlookModel() }
            let model = try rows.fit(variant)
            result.rows = rows.count
            result.growth += model.growth / OutlookVariant.members
            for j in result.budgetCoefficients.indices {
                result.budgetCoefficients[j] += model.budgetCoefficients[j] / OutlookVariant.members
            }
            for j in result.draftCoefficients.indices {
                result.draftCoefficients[j] += model.draftCoefficients[j] / OutlookVariant.members
            }
        }
        return result
    }
}

/// The rows of one regression, column after column.
private struct OutlookRows {
    private(set) var count = 0
    private var columns: [Double] = []
    private var response: [Double] = []
    private var weights: [Double] = []
    private var origins = 0

    init(_ panel: SeriesPanel, _ samples: [OutlookSample], variant: OutlookVariant) {
        let chosen = samples.map { sample in
            sample.origin.series.indices.filter {
                !panel.actuals[sample.origin.series[$0] * panel.years + sample.origin.column].isNaN
            }
        }
        let filled = samples.indices.filter { !chosen[$0].isEmpty }
        origins = filled.count
        count = filled.reduce(0) { $0 + chosen[$1].count }
        let newest = samples.last?.origin.column ?? 0
        let width = BudgetFeature.count + variant.draftFeatures.count
        columns = [Double](repeating: 0, count: count * (width + origins))
        var row = 0
        for (place, s) in filled.enumerated() {
            let sample = samples[s]
            let origin = sample.origin
            let sizes = origin.weights(sizePower: OutlookVariant.sizePower)
            let age = power(OutlookVariant.discount, Double(newest - origin.column))
            for k in chosen[s] {
                let summary = origin.summaries[k]
                let outcome = panel.actuals[origin.series[k] * panel.years + origin.column]
                response.append(clipped((outcome - summary.last) / summary.size - sample.budgets[k].blend))
                weights.append(sizes[k] * age)
                for j in 0..<BudgetFeature.count {
                    columns[j * count + row] = sample.features[k * BudgetFeature.count + j]
                }
                for (j, feature) in variant.draftFeatures.enumerated() {
                    columns[(BudgetFeature.count + j) * count + row] =
                        origin.features[k * DraftFeature.count + feature.rawValue]
                }
                columns[(width + place) * count + row] = summary.relativeLast
                row += 1
            }
        }
    }

    func fit(_ variant: OutlookVariant) throws(ForecastError) -> OutlookModel {
        let penalty = PanelFitting.penalty(variant.penalty, rows: count)
        let width = BudgetFeature.count + variant.draftFeatures.count
        let penalties =
            [Double](repeating: penalty, count: width)
            + [Double](repeating: penalty * PanelFitting.growthPenalty, count: origins)
        let solution = try regressing {
            () throws(RegressionError) in
            try HuberRidge(penalties: penalties, threshold: variant.threshold)
                .fit(columns: columns, rows: count, response: response, weights: weights)
        }
        var model = OutlookModel()
        for j in 0..<BudgetFeature.count { model.budgetCoefficients[j] = solution[j] }
        for (j, feature) in variant.draftFeatures.enumerated() {
            model.draftCoefficients[feature.rawValue] = solution[BudgetFeature.count + j]
        }
        model.growth = PanelFitting.carriedGrowth(
            Array(solution[width...]), damping: OutlookVariant.growthDamping)
        return model
    }
}
