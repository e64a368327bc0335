/// Computes the features of one subject that involve budgets.
///
/// The reliability of the budget is (B + κ) / (A + B + 2κ), where A and B are the absolute errors of the initial budget
/// and of last year's value over the past four years, each year counting 0.8 of the next, and κ is 0.15 sizes.
struct BudgetFeatures {
    private let row: PanelRow
    private let summary: HistorySummary
    private let floor: Double
    private let out: UnsafeMutablePointer<Double>

    /// Writes the features of a subject whose actual stands right before the target column.
    ///
    /// - Parameters:
    ///   - row: `end` is the target column, whose budget is read.
    ///   - draftFeatures: of the same subject and origin.
    ///   - draft: the draft of the target year.
    ///   - out: room for ``BudgetFeature/count`` values.
    @inline(__always)
    static func compute(
        _ row: PanelRow, summary: HistorySummary, draftFeatures: UnsafePointer<Double>, draft: Double,
        scale: PanelScale,
        out: UnsafeMutablePointer<Double>
    ) -> BudgetSummary {
        for j in 0..<BudgetFeature.count { out[j] = 0 }
        guard let budgets = row.budgets, !budgets[row.end].isNaN else { return BudgetSummary() }
        let features = BudgetFeatures(row: row, summary: summary, floor: scale.floor, out: out)
        return features.write(
            budget: budgets[row.end], draftFeatures: draftFeatures, draft: draft, logMedianSize: scale.logMedianSize)
    }

    @inline(__always)
    private func set(_ feature: BudgetFeature, _ value: Double) {
        out[feature.rawValue] = clipped(value)
    }

    @inline(__always)
    private func write(
        budget: Double, draftFeatures: UnsafePointer<Double>, draft: Double, logMedianSize: Double
    ) -> BudgetSummary {
        let (size, last) = (summary.size, summary.last)
        let u = clipped((budget - last) / size)
        let bias = habitualBias()
        let v = clipped((budget * (1 + bias) - last) / size)
        let reliability = reliability(years: 4, memory: PanelConstants.Outlook.memory, bias: 0)
        let weight = Self.sharpened(reliability)
        writeGaps(u: u, v: v, reliability: reliability, weight: weight, bias: bias)
        set(.bias, bias * abs(budget) / size)
        writeGrowth(budget: budget, weight: weight)
        writeKinds(u: u, logMedianSize: logMedianSize)
        set(.weightedSlope, weight * summary.slope / size)
        let step = clipped((draft - last) / size)
        set(.draft, step)
        set(.weightedDraft, weight * step)
        if u * step > 0 { set(.agreement, u > 0 ? min(u, step) : max(u, step)) }
        return BudgetSummary(isStated: true, reliability: reliability, weight: weight, correctedGap: v)
    }

    @inline(__always)
    private func writeGaps(u: Double, v: Double, reliability: Double, weight: Double, bias: Double) {
        set(.gap, u)
        set(.correctedGap, v)
        set(.reliableGap, reliability * u)
        set(.weightedGap, weight * u)
        set(.weightedCorrectedGap, weight * v)
        set(.longGap, Self.sharpened(self.reliability(years: 8, memory: 0.9, bias: 0)) * u)
        set(.shortGap, Self.sharpened(self.reliability(years: 2, memory: 0.5, bias: 0)) * u)
        set(
            .biasedGap,
            Self.sharpened(self.reliability(years: 4, memory: PanelConstants.Outlook.memory, bias: bias)) * v)
        let spent = shareOfGapsSpent()
        set(.fittedGap, spent * u)
        set(.fittedCorrectedGap, spent * v)
        set(.rise, max(u, 0))
        set(.weightedRise, weight * max(u, 0))
        set(.smallGap, clipped(u, 0.3))
        set(.weightedSmallGap, weight * clipped(u, 0.3))
        set(.weightedTinyGap, weight * clipped(u, 0.1))
    }

    @inline(__always)
    private func writeGrowth(budget: Double, weight: Double) {
        guard let budgets = row.budgets, let adjusted = row.adjusted else { return }
        let growth = clipped((budget - budgets[row.end - 1]) / summary.size)
        set(.budgetGrowth, growth)
        set(.weightedBudgetGrowth, weight * growth)
        set(.lastExecution, (summary.last - budgets[row.end - 1]) / summary.size)
        set(.growthOverAdjusted, (budget - adjusted[row.end - 1]) / summary.size)
    }

    @inline(__always)
    private func writeKinds(u: Double, logMedianSize: Double) {
        if summary.length < 2 { set(.gapOneYear, u) }
        if summary.length < 3 { set(.gapTwoYears, u) }
        if summary.length < 5 { set(.gapFourYears, u) }
        set(.gapSize, u * clipped(naturalLog(summary.size) - logMedianSize, 20) / 3)
        set(.gapRoughness, u * min(summary.roughness / summary.size, 1))
        if let budgets = row.budgets, budgets[row.end - 1].isNaN { set(.gapUnbudgeted, u) }
    }

    @inline(__always)
    static func sharpened(_ reliability: Double) -> Double {
        let (own, other) = (reliability * reliability, (1 - reliability) * (1 - reliability))
        return own / (own + other)
    }

    /// (B + κ) / (A + B + 2κ) over the past years.
    @inline(__always)
    private func reliability(years: Int, memory: Double, bias: Double) -> Double {
        var (ofBudget, ofLast, weight) = (0.0, 0.0, 1.0)
        for back in 1...years where row.end - back >= 1 {
            let (x, before, o) = past(back)
            if !x.isNaN, !before.isNaN, !o.isNaN {
                ofBudget += weight * abs(x - o * (1 + bias))
                ofLast += weight * abs(x - before)
            }
            weight *= memory
        }
        let prior = PanelConstants.Outlook.priorError * summary.size
        return (ofLast + prior) / (ofBudget + ofLast + 2 * prior)
    }

    /// Actual, actual of the year before and budget, `back` years before the target.
    @inline(__always)
    private func past(_ back: Int) -> (Double, Double, Double) {
        let column = row.end - back
        return (row.actuals[column], row.actuals[column - 1], row.budgets?[column] ?? .nan)
    }

    /// The discounted mean of (actual - budget) / budget over four years, shrunk towards zero.
    @inline(__always)
    private func habitualBias() -> Double {
        var (sum, total, weight) = (0.0, 0.0, 1.0)
        for back in 1...4 where row.end - back >= 0 {
            let column = row.end - back
            let (x, o) = (row.actuals[column], row.budgets?[column] ?? .nan)
            if !x.isNaN, !o.isNaN {
                sum += weight * clipped((x - o) / max(abs(o), floor), 1)
                total += weight
            }
            weight *= PanelConstants.Outlook.memory
        }
        return sum / (total + 1)
    }

    /// The slope through the origin of past changes on past gaps between budget and last value, shrunk towards 0.6.
    @inline(__always)
    private func shareOfGapsSpent() -> Double {
        var (cross, squares, weight) = (0.0, 0.0, 1.0)
        for back in 1...5 where row.end - back >= 1 {
            let (x, before, o) = past(back)
            if !x.isNaN, !before.isNaN, !o.isNaN {
                let gap = clipped((o - before) / summary.size, 1)
                cross += weight * gap * clipped((x - before) / summary.size, 1)
                squares += weight * gap * gap
            }
            weight *= PanelConstants.Outlook.memory
        }
        return min(max((cross + 0.018) / (squares + 0.03), 0), 1.2)
    }
}
