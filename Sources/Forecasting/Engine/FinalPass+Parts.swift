/// What a forecast is made of.
extension FinalPass {
    /// The summands of the first year's forecast of a series; they add up to it.
    func parts(of i: Int) -> [ForecastPart] {
        panel.withRows { rows in
            withUnsafeTemporaryAllocation(of: Double.self, capacity: Self.room + 3 * horizon) { memory in
                guard let start = memory.baseAddress else { return [] }
                memory.initialize(repeating: 0)
                let scratch = RowScratch(start, horizon: horizon)
                let row = rows.row(i, end: column)
                guard let trace = forecast(row, scratch) else { return [] }
                var parts =
                    trace.outlook == nil
                    ? draftParts(row, trace, scratch) : outlookParts(row, trace.summary, scratch)
                let rest = scratch.output[0] - parts.reduce(0) { $0 + $1.amount }
                if trace.series.isRaised || trace.series.isHeld, abs(rest) > 1e-12 * abs(scratch.output[0]) {
                    parts.append(ForecastPart(.adjustment, trace.series.isRaised ? "raised-to-zero" : "steady", rest))
                }
                return parts.filter { $0.amount != 0 || $0.kind == .lastValue }
            }
        }
    }

    private func draftParts(_ row: PanelRow, _ trace: RowTrace, _ scratch: RowScratch) -> [ForecastPart] {
        let summary = trace.summary
        let end = column - trace.series.gap
        let own = PanelRow(actuals: row.actuals, budgets: row.budgets, adjusted: row.adjusted, end: end)
        let weights = training.weights(0)
        var parts = [ForecastPart(.lastValue, "last-value", weights.values.reduce(0, +) * summary.last)]
        var levelWeight = weights[.level]
        if weights[.growth] > 0 {
            let hasFeatures =
                GrowthFeatures.compute(own, length: summary.length, out: scratch.growth, scratch: scratch.room) != nil
            if hasFeatures, let model = training.growths[0] {
                parts += model.parts(scratch.growth, last: summary.last, weight: weights[.growth])
            } else {
                levelWeight += weights[.growth]
            }
        }
        if levelWeight > 0 {
            parts += training.levels[0][summary.length].parts(scratch.draft, summary, weight: levelWeight)
        }
        let history = UnsafeBufferPointer(start: own.actuals + end - summary.length, count: summary.length)
        for member in Member.allCases where weights[member] > 0 {
            guard let name = options.local(member) else { continue }
            var step = [0.0]
            step.withUnsafeMutableBufferPointer { _ = forecastLocally(name, history, into: $0) }
            parts.append(ForecastPart(.ownRules, name.rawValue, weights[member] * (step[0] - summary.last)))
        }
        return parts
    }

    private func outlookParts(_ row: PanelRow, _ summary: HistorySummary, _ scratch: RowScratch) -> [ForecastPart] {
        guard let outlook = training.outlook else { return [] }
        let draft = summary.last + summary.size * training.levels[0].change(scratch.draft, summary)
        let target = PanelRow(actuals: row.actuals, budgets: row.budgets, adjusted: row.adjusted, end: column)
        let budget = BudgetFeatures.compute(
            target, summary: summary, draftFeatures: scratch.draft, draft: draft, scale: scale, out: scratch.budget)
        return [ForecastPart(.lastValue, "last-value", summary.last)]
            + outlook[summary.length].parts(
                budget: budget, budgetFeatures: scratch.budget, draftFeatures: scratch.draft, cosines: scratch.cosines,
                summary: summary)
    }
}

extension LevelModel {
    /// What each feature adds to the last value.
    fileprivate func parts(
        _ features: UnsafePointer<Double>, _ summary: HistorySummary, weight: Double
    ) -> [ForecastPart] {
        [
            ForecastPart(.trend, "slope-kept", weight * slopeShare * summary.slope),
            ForecastPart(.growth, "common-growth", weight * growth * summary.last),
        ]
            + DraftFeature.allCases.map { feature in
                let j = feature.rawValue
                return ForecastPart(feature.kind, "\(feature)", weight * summary.size * coefficients[j] * features[j])
            }
    }
}

extension GrowthModel {
    /// What each feature adds to the last value: its share of the logarithm of the growth.
    fileprivate func parts(_ features: UnsafePointer<Double>, last: Double, weight: Double) -> [ForecastPart] {
        let logs = GrowthFeature.allCases.map { coefficients[$0.rawValue] * features[$0.rawValue] }
        let sum = logs.reduce(0, +)
        guard sum != 0 else { return [] }
        let scale = weight * (value(features, last: last) - last) / sum
        return zip(GrowthFeature.allCases, logs).map { feature, log in
            ForecastPart(feature.kind, "growth-\(feature)", scale * log)
        }
    }
}

extension OutlookModel {
    /// What budget and features add to the last value.
    fileprivate func parts(
        budget: BudgetSummary, budgetFeatures: UnsafePointer<Double>, draftFeatures: UnsafePointer<Double>,
        cosines: UnsafePointer<Double>, summary: HistorySummary
    ) -> [ForecastPart] {
        let size = summary.size
        var parts = [
            ForecastPart(.approvedBudget, "budget-by-past-errors", size * budget.blend),
            ForecastPart(.growth, "common-growth", growth * summary.last),
        ]
        parts += BudgetFeature.allCases.map { feature in
            let j = feature.rawValue
            return ForecastPart(.approvedBudget, "budget-\(feature)", size * budgetCoefficients[j] * budgetFeatures[j])
        }
        parts += DraftFeature.allCases.map { feature in
            let j = feature.rawValue
            return ForecastPart(feature.kind, "\(feature)", size * draftCoefficients[j] * draftFeatures[j])
        }
        let situation = (0..<CosineBasis.count).reduce(0) { $0 + cosineCoefficients[$1] * cosines[$1] }
        return parts + [ForecastPart(.approvedBudget, "situation-of-the-budget", size * situation)]
    }
}

extension DraftFeature {
    /// What a part of this feature comes from.
    fileprivate var kind: ForecastPart.Kind {
        switch self {
        case .change1, .change2, .change3, .drift, .drift3, .slope, .reliableSlope, .reliableChange, .shrunkSlope,
            .recentSlope, .medianChange, .slopeByLength, .slopeByRoughness, .changeByRoughness:
            .trend
        case .mean2, .mean3, .meanAll, .median5, .smoothed: .mean
        case .budgetGap, .adjustedGap, .budgetChange, .adjustedChange, .adjustment, .budgetGap2: .budgetHistory
        case .levelOneYear, .levelTwoYears, .levelFourYears, .levelSize, .levelUnbudgeted, .levelRoughness: .level
        }
    }
}

extension GrowthFeature {
    /// What a part of this feature comes from.
    fileprivate var kind: ForecastPart.Kind {
        switch self {
        case .mean2, .mean3, .mean5, .median5, .meanAll, .smoothedSlowly, .smoothedQuickly: .mean
        case .constant: .growth
        default: .trend
        }
    }
}
