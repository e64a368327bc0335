/// The subjects of an origin with the approved budget of the target year.
struct OutlookSample: Sendable {
    /// The subjects, their summaries and draft features; only those with a stated budget.
    let origin: OriginSample
    /// One for each subject.
    let budgets: [BudgetSummary]
    /// Budget features, subject after subject.
    let features: [Double]
    /// Cosine features, subject after subject.
    let cosines: [Double]

    /// The subjects of `origin` whose budget of the target year is stated.
    ///
    /// - Parameter drafts: the draft of every subject of `origin`.
    init(_ panel: SeriesPanel, _ origin: OriginSample, drafts: [Double]) {
        let width = panel.years
        let chosen = origin.series.indices.filter {
            panel.hasBudgets && !panel.budgets[origin.series[$0] * width + origin.column].isNaN
        }
        self.origin = origin.selecting(chosen)
        var summaries: [BudgetSummary] = []
        summaries.reserveCapacity(chosen.count)
        var values = [Double](repeating: 0, count: chosen.count * BudgetFeature.count)
        panel.withRows { rows in
            origin.features.withUnsafeBufferPointer { draftFeatures in
                values.withUnsafeMutableBufferPointer { values in
                    guard let source = draftFeatures.baseAddress, let target = values.baseAddress else { return }
                    for (k, place) in chosen.enumerated() {
                        summaries.append(
                            BudgetFeatures.compute(
                                rows.row(origin.series[place], end: origin.column), summary: origin.summaries[place],
                                draftFeatures: source + place * DraftFeature.count, draft: drafts[place],
                                scale: origin.scale, out: target + k * BudgetFeature.count))
                    }
                }
            }
        }
        budgets = summaries
        features = values
        cosines = Self.cosines(self.origin, budgets: summaries, features: values)
    }

    private static func cosines(
        _ origin: OriginSample, budgets: [BudgetSummary], features: [Double]
    ) -> [Double] {
        var cosines = [Double](repeating: 0, count: budgets.count * CosineBasis.count)
        features.withUnsafeBufferPointer { features in
            cosines.withUnsafeMutableBufferPointer { cosines in
                guard let source = features.baseAddress, let target = cosines.baseAddress else { return }
                for (k, budget) in budgets.enumerated() {
                    CosineBasis.shared.write(
                        budgetFeatures: source + k * BudgetFeature.count, budget: budget,
                        summary: origin.summaries[k], logMedianSize: origin.scale.logMedianSize,
                        out: target + k * CosineBasis.count)
                }
            }
        }
        return cosines
    }
}

extension OriginSample {
    /// The sample of the given places only.
    func selecting(_ places: [Int]) -> OriginSample {
        OriginSample(
            column: column, scale: scale, series: places.map { series[$0] },
            summaries: places.map { summaries[$0] },
            features: places.flatMap { features[($0 * DraftFeature.count)..<(($0 + 1) * DraftFeature.count)] })
    }

    private init(
        column: Int, scale: PanelScale, series: [Int], summaries: [HistorySummary], features: [Double]
    ) {
        self.column = column
        self.scale = scale
        self.series = series
        self.summaries = summaries
        self.features = features
    }
}
