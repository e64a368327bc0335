/// The outlook of small bodies, by length of history.
struct StoredOutlook: Hashable, Sendable, Codable {
    /// One regression for histories of 1, 2, … years; the last one for longer ones.
    var models: [OutlookModel]
    /// What the level moves by with the body's growth, execution and budget growth; three for each model.
    var levelShares: [[Double]]
    /// What the weight of the budget's gap moves by with execution, budget growth, reliability and its sharpened form;
    /// four for each model.
    var gapShares: [[Double]]

    /// The numbers of ``levelShares`` and ``gapShares`` for each model.
    static let shares = (level: 3, gap: 4)

    /// The regressions for a body in its state.
    func models(for state: BodyState) -> [OutlookModel] {
        models.indices.map { place in
            var model = models[place]
            let level = [state.growth, state.execution, state.budgetGrowth]
            let gap = [state.execution, state.budgetGrowth, state.reliability, state.weight]
            model.growth += zip(levelShares[place], level).reduce(0) { $0 + $1.0 * $1.1 }
            model.budgetCoefficients[BudgetFeature.gap.rawValue] +=
                zip(gapShares[place], gap).reduce(0) { $0 + $1.0 * $1.1 }
            return model
        }
    }
}

/// Regressions of the outlook by length of history.
struct LengthOutlooks: Sendable {
    var models: [OutlookModel]

    init(_ model: OutlookModel) { models = [model] }

    init(models: [OutlookModel]) { self.models = models }

    /// The regression for a history of so many years.
    @inline(__always)
    subscript(length: Int) -> OutlookModel { models[min(length, models.count) - 1] }

    /// The expected values of a sample.
    func forecast(_ sample: OutlookSample) -> [Double] {
        guard models.count > 1 else { return models[0].forecast(sample) }
        let each = models.map { $0.forecast(sample) }
        return sample.origin.summaries.enumerated().map { k, summary in each[min(summary.length, models.count) - 1][k] }
    }
}
