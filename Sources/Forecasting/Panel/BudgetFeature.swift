/// What the outlook's regression knows beside the draft's features, in the order of the feature vector.
///
/// u is the approved budget minus the last actual, in sizes, held within ±3; v the same after the budget's habitual bias
/// has been corrected; w the weight that past errors give the budget (``BudgetSummary/weight``).
enum BudgetFeature: Int, CaseIterable, Codable {
    /// u, v, reliability · u, w · u, w · v.
    case gap, correctedGap, reliableGap, weightedGap, weightedCorrectedGap
    /// u weighed by errors of eight years, of two years, and by the errors of the corrected budget.
    case longGap, shortGap, biasedGap
    /// u and v times the share of past gaps that was spent.
    case fittedGap, fittedCorrectedGap
    /// The bias in sizes; positive part of u, alone and weighed; u held within ±0.3, alone and weighed, and within ±0.1.
    case bias, rise, weightedRise, smallGap, weightedSmallGap, weightedTinyGap
    /// The budget against last year's budget, last year's actual against its budget, the budget against last year's
    /// adjusted budget, and the first of these weighed.
    case budgetGrowth, lastExecution, growthOverAdjusted, weightedBudgetGrowth
    /// u with fewer than two, three, five years; times the logarithm of the size; times roughness; without a last budget.
    case gapOneYear, gapTwoYears, gapFourYears, gapSize, gapRoughness, gapUnbudgeted
    /// The slope weighed; the draft minus the last actual, alone and weighed; what budget and draft agree on.
    case weightedSlope, draft, weightedDraft, agreement

    /// The number of features.
    static let count = allCases.count
}

/// What the budget of the target year and the past of budgets say of one subject.
struct BudgetSummary {
    /// Whether the budget of the target year is stated.
    var isStated = false
    /// How far the budget was nearer to what came than last value was, 0 to 1.
    var reliability = 0.5
    /// w: reliability² / (reliability² + (1 - reliability)²).
    var weight = 0.5
    /// v.
    var correctedGap = 0.0

    /// The change in sizes that last value and budget, weighed by their past errors, lead to expect.
    var blend: Double { weight * correctedGap }
}
