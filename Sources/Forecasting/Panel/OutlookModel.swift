import Regression

/// The regression of the outlook: how the change of a subject departs from what last value and budget, weighed by their
/// past errors, lead to expect.
///
/// Change = w v + Σ aⱼ budgetFeatureⱼ + Σ bⱼ draftFeatureⱼ + Σ cⱼ cosineⱼ + growth · level. Coefficients are shrunk towards zero, and so the
/// forecast towards the weighing; a panel that is too small for a regression gets the weighing itself.
struct OutlookModel: Hashable, Sendable, Codable {
    /// One coefficient for each ``BudgetFeature``.
    var budgetCoefficients = [Double](repeating: 0, count: BudgetFeature.count)
    /// One coefficient for each ``DraftFeature``.
    var draftCoefficients = [Double](repeating: 0, count: DraftFeature.count)
    /// One coefficient for each feature of ``CosineBasis``.
    var cosineCoefficients = [Double](repeating: 0, count: CosineBasis.count)
    /// The growth that budgets do not tell, in shares of the last actual.
    var growth = 0.0
    /// The rows the model was fitted on; zero for the weighing alone.
    var rows = 0

    init() {}

    /// The expected change in sizes.
    @inline(__always)
    func change(
        budget: BudgetSummary, budgetFeatures: UnsafePointer<Double>, draftFeatures: UnsafePointer<Double>,
        cosines: UnsafePointer<Double>, summary: HistorySummary
    ) -> Double {
        var sum = budget.blend + growth * summary.relativeLast
        for j in 0..<BudgetFeature.count { sum += budgetCoefficients[j] * budgetFeatures[j] }
        for j in 0..<DraftFeature.count { sum += draftCoefficients[j] * draftFeatures[j] }
        for j in 0..<CosineBasis.count { sum += cosineCoefficients[j] * cosines[j] }
        return sum
    }

    /// The expected values of a sample.
    func forecast(_ sample: OutlookSample) -> [Double] {
        sample.features.withUnsafeBufferPointer { budget in
            sample.origin.features.withUnsafeBufferPointer { draft in
                sample.cosines.withUnsafeBufferPointer { cosines in
                    guard let budgetStart = budget.baseAddress, let draftStart = draft.baseAddress,
                        let cosineStart = cosines.baseAddress
                    else { return [] }
                    return sample.origin.summaries.enumerated().map { k, summary in
                        let step = change(
                            budget: sample.budgets[k], budgetFeatures: budgetStart + k * BudgetFeature.count,
                            draftFeatures: draftStart + k * DraftFeature.count,
                            cosines: cosineStart + k * CosineBasis.count, summary: summary)
                        return summary.last + summary.size * step
                    }
                }
            }
        }
    }
}

/// One regression of the outlook's ensemble.
struct OutlookVariant: Sendable {
    var draftFeatures: [DraftFeature]
    /// The features of ``CosineBasis`` that enter.
    var cosines: Range<Int>
    var penalty: Double
    var iterationLimit: Int
}

extension OutlookModel {
    /// Fits the ensemble on the outcomes before `column`.
    static func fit(
        _ panel: SeriesPanel, samples: [OutlookSample], before column: Int
    ) throws(ForecastError) -> OutlookModel {
        let usable = samples.filter { $0.origin.column < column }
        var result = OutlookModel()
        for variant in PanelConstants.Outlook.ensemble {
            let rows = OutlookRows(panel, usable, variant: variant)
            guard rows.count > 0 else { return OutlookModel() }
            let model = try rows.fit(variant)
            result.rows = rows.count
            result.add(model, share: 1 / Double(PanelConstants.Outlook.ensemble.count))
        }
        return result
    }

    private mutating func add(_ model: OutlookModel, share: Double) {
        growth += share * model.growth
        for j in budgetCoefficients.indices { budgetCoefficients[j] += share * model.budgetCoefficients[j] }
        for j in draftCoefficients.indices { draftCoefficients[j] += share * model.draftCoefficients[j] }
        for j in cosineCoefficients.indices { cosineCoefficients[j] += share * model.cosineCoefficients[j] }
    }
}

/// The rows of one regression, column after column.
private struct OutlookRows {
    private(set) var count = 0
    private var columns: [Double] = []
    private var response: [Double] = []
    private var weights: [Double] = []
    private var origins = 0
    private let width: Int

    init(_ panel: SeriesPanel, _ samples: [OutlookSample], variant: OutlookVariant) {
        width = BudgetFeature.count + variant.draftFeatures.count + variant.cosines.count
        let chosen = samples.map { sample in
            sample.origin.series.indices.filter {
                !panel.actuals[sample.origin.series[$0] * panel.years + sample.origin.column].isNaN
            }
        }
        let filled = samples.indices.filter { !chosen[$0].isEmpty }
        origins = filled.count
        count = filled.reduce(0) { $0 + chosen[$1].count }
        let newest = samples.last?.origin.column ?? 0
        columns = [Double](repeating: 0, count: count * (width + origins))
        var row = 0
        for (place, s) in filled.enumerated() {
            let sample = samples[s]
            let origin = sample.origin
            let sizes = origin.weights(sizePower: PanelConstants.Outlook.sizePower)
            let age = power(PanelConstants.Outlook.discount, Double(newest - origin.column))
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
                let firstCosine = width - variant.cosines.count
                for (j, place) in variant.cosines.enumerated() {
                    columns[(firstCosine + j) * count + row] = sample.cosines[k * CosineBasis.count + place]
                }
                columns[(width + place) * count + row] = summary.relativeLast
                row += 1
            }
        }
    }

    func fit(_ variant: OutlookVariant) throws(ForecastError) -> OutlookModel {
        let penalty = PanelFitting.penalty(variant.penalty, rows: count)
        let penalties =
            [Double](repeating: penalty, count: width)
            + [Double](repeating: penalty * PanelConstants.growthPenalty, count: origins)
        let solution = try regressing {
            () throws(RegressionError) in
            try HuberRidge(
                penalties: penalties, threshold: PanelConstants.threshold, iterationLimit: variant.iterationLimit
            ).fit(columns: columns, rows: count, response: response, weights: weights)
        }
        var model = OutlookModel()
        for j in 0..<BudgetFeature.count { model.budgetCoefficients[j] = solution[j] }
        for (j, feature) in variant.draftFeatures.enumerated() {
            model.draftCoefficients[feature.rawValue] = solution[BudgetFeature.count + j]
        }
        let firstCosine = width - variant.cosines.count
        for (j, place) in variant.cosines.enumerated() { model.cosineCoefficients[place] = solution[firstCosine + j] }
        model.growth = PanelFitting.carriedGrowth(
            Array(solution[width...]), damping: PanelConstants.Outlook.growthDamping)
        return model
    }
}
