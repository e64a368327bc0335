import Regression

/// Fits what is stored for small bodies on bodies with cut histories.
///
/// Every source of bodies counts alike, and every body of a source; within a body subjects count by the root of their size.
/// Penalties are strong: on sources left out of the fit, ten times weaker ones lost to the last value.
struct StoredModelFit {
    /// One body with what is known before its first year to be forecast.
    struct Body: Sendable {
        var cut: CutBody
        var sample: OriginSample
        var state: BodyState

        init(_ cut: CutBody) {
            self.cut = cut
            sample = OriginSample(cut.panel, column: cut.known, limit: nil)
            state = BodyState(cut.panel, column: cut.known)
        }

        /// The actual so many years ahead; NaN where none is stated.
        func outcome(_ i: Int, ahead: Int) -> Double {
            let column = cut.known + ahead - 1
            return column < cut.panel.years ? cut.panel.actuals[i * cut.panel.years + column] : .nan
        }

        /// The root of each subject's size, adding up to one.
        var weights: [Double] {
            let raw = sample.weights(sizePower: 0.5)
            let total = raw.reduce(0, +)
            return raw.map { total > 0 ? $0 / total : 0 }
        }
    }

    static let draftLengths = 5
    static let outlookLengths = 4
    private static let threshold = 0.05
    /// λ as a share of the rows of a regression.
    private static let penalty = (draft: 0.4, draftGrowth: 0.15, bodyGrowth: 0.4, outlook: 0.15, cosines: 0.1)
    /// The share of what a draft's regression says that is kept: on sources left out of the fit as accurate as all of it, and nearer
    /// to the last value than that by more bodies.
    private static let kept = 0.8
    /// The features of ``CosineBasis`` that enter the outlook.
    private static let cosines = 100

    let bodies: [Body]
    private let counts: [Int: Int]

    init(_ cuts: [CutBody]) {
        bodies = cuts.map(Body.init).filter { $0.sample.count > 0 }
        counts = bodies.reduce(into: [:]) { $0[$1.cut.source, default: 0] += 1 }
    }

    /// The sources that the bodies come from.
    var sources: [Int] { counts.keys.sorted() }

    /// What a body counts.
    func weight(_ body: Body) -> Double { 1 / Double(counts[body.cut.source] ?? 1) }

    /// The rows of one regression.
    private struct Rows {
        var features: [[Double]] = []
        var response: [Double] = []
        var weights: [Double] = []

        func solve(_ shares: [Double]) throws(ForecastError) -> [Double] {
            let count = response.count
            var columns = [Double](repeating: 0, count: count * shares.count)
            for (row, values) in features.enumerated() {
                for j in values.indices { columns[j * count + row] = values[j] }
            }
            let (response, weights) = (response, weights)
            let built = columns
            return try regressing { () throws(RegressionError) in
                try HuberRidge(penalties: shares.map { $0 * Double(count) }, threshold: threshold)
                    .fit(columns: built, rows: count, response: response, weights: weights)
            }
        }
    }

    /// The rows that the draft `ahead` years on is learned from, by length of history, without those of one source.
    private func draftRows(ahead: Int, without source: Int? = nil) -> [Rows] {
        var parts = [Rows](repeating: Rows(), count: Self.draftLengths)
        for body in bodies where body.cut.source != source {
            let weights = body.weights
            for (k, i) in body.sample.series.enumerated() {
                let (summary, outcome) = (body.sample.summaries[k], body.outcome(i, ahead: ahead))
                guard !outcome.isNaN else { continue }
                let part = min(summary.length, Self.draftLengths) - 1
                let start = k * DraftFeature.count
                parts[part].features.append(
                    DraftFeature.core.map { body.sample.features[start + $0.rawValue] }
                        + [summary.relativeLast, summary.relativeLast * body.state.growth])
                parts[part].response.append(clipped((outcome - summary.last) / summary.size))
                parts[part].weights.append(weights[k] * weight(body))
            }
        }
        return parts
    }

    /// The rows of the draft for a solver of another's, who has those of other bodies beside them: weights within a body add up to
    /// one whatever other bodies there are.
    func draftRows(ahead: Int) -> [DraftRows] {
        let bodiesOfSource = Double(bodies.count)
        return draftRows(ahead: ahead, without: nil).map { rows in
            DraftRows(
                features: rows.features, response: rows.response, weights: rows.weights.map { $0 * bodiesOfSource })
        }
    }

    /// How the rows of the draft are solved.
    static var draftSolving: DraftSolving {
        DraftSolving(
            penalties: draftPenalties, threshold: threshold, kept: kept, places: DraftFeature.core.map(\.rawValue))
    }

    /// λ of each column of the draft, as a share of the rows.
    private static var draftPenalties: [Double] {
        [Double](repeating: penalty.draft, count: DraftFeature.core.count) + [penalty.draftGrowth, penalty.bodyGrowth]
    }

    /// The draft `ahead` years on, fitted on all sources but one.
    func draft(ahead: Int, without source: Int? = nil) throws(ForecastError) -> StoredDraft {
        let parts = draftRows(ahead: ahead, without: source)
        var result = StoredDraft(models: [], growthShares: [])
        let core = DraftFeature.core.count
        for rows in parts {
            guard !rows.response.isEmpty else {
                // Lengths that no body has are forecast as the longest before.
                result.models.append(result.models.last ?? LevelModel())
                result.growthShares.append(result.growthShares.last ?? 0)
                continue
            }
            let solution = try rows.solve(Self.draftPenalties).map { $0 * Self.kept }
            var model = LevelModel()
            model.slopeShare = 0
            model.rows = rows.response.count
            for (j, feature) in DraftFeature.core.enumerated() { model.coefficients[feature.rawValue] = solution[j] }
            model.growth = solution[core]
            result.models.append(model)
            result.growthShares.append(solution[core + 1])
        }
        return result
    }

    /// The subjects of a body with a budget for the year.
    func outlookSample(_ body: Body, _ draft: StoredDraft) -> OutlookSample {
        OutlookSample(
            body.cut.panel, body.sample, drafts: draft.models(for: body.state).forecast(body.sample))
    }

    /// The outlook, fitted on all sources but one.
    func outlook(_ draft: StoredDraft, without source: Int? = nil) throws(ForecastError) -> StoredOutlook {
        var parts = [Rows](repeating: Rows(), count: Self.outlookLengths)
        for body in bodies where body.cut.source != source && body.cut.panel.hasBudgets {
            let weights = Dictionary(uniqueKeysWithValues: zip(body.sample.series, body.weights))
            let (sample, state) = (outlookSample(body, draft), body.state)
            for (k, i) in sample.origin.series.enumerated() {
                let (summary, outcome) = (sample.origin.summaries[k], body.outcome(i, ahead: 1))
                guard !outcome.isNaN else { continue }
                let start = k * BudgetFeature.count
                let gap = sample.features[start + BudgetFeature.gap.rawValue]
                let level = [1, state.growth, state.execution, state.budgetGrowth].map { $0 * summary.relativeLast }
                let gaps = [state.execution, state.budgetGrowth, state.reliability, state.weight].map { $0 * gap }
                let part = min(summary.length, Self.outlookLengths) - 1
                let cosines = sample.cosines[(k * CosineBasis.count)..<((k + 1) * CosineBasis.count)]
                parts[part].features.append(
                    Array(sample.features[start..<(start + BudgetFeature.count)]) + level + gaps
                        + cosines.prefix(Self.cosines))
                parts[part].response.append(
                    clipped((outcome - summary.last) / summary.size - sample.budgets[k].blend))
                parts[part].weights.append((weights[i] ?? 0) * weight(body))
            }
        }
        var result = StoredOutlook(models: [], levelShares: [], gapShares: [])
        let (features, shares) = (BudgetFeature.count, StoredOutlook.shares)
        let penalties =
            [Double](repeating: Self.penalty.outlook, count: features + 1 + shares.level + shares.gap)
            + [Double](repeating: Self.penalty.cosines, count: Self.cosines)
        for rows in parts {
            guard !rows.response.isEmpty else {
                result.models.append(result.models.last ?? OutlookModel())
                result.levelShares.append(
                    result.levelShares.last ?? [Double](repeating: 0, count: shares.level))
                result.gapShares.append(result.gapShares.last ?? [Double](repeating: 0, count: shares.gap))
                continue
            }
            let solution = try rows.solve(penalties)
            var model = OutlookModel()
            model.rows = rows.response.count
            model.budgetCoefficients = Array(solution[..<features])
            model.growth = solution[features]
            result.levelShares.append(Array(solution[(features + 1)..<(features + 1 + shares.level)]))
            let firstCosine = features + 1 + shares.level + shares.gap
            result.gapShares.append(Array(solution[(features + 1 + shares.level)..<firstCosine]))
            for j in 0..<Self.cosines { model.cosineCoefficients[j] = solution[firstCosine + j] }
            result.models.append(model)
        }
        return result
    }
}
