/// What the panel regression of the draft knows of a subject, in the order of the feature vector.
///
/// Differences are in sizes of the subject (``HistorySummary/size``) and held within ±3; what is not known is zero. x₁ is
/// the last actual, x₂ the one before; o and r are the initial and adjusted budget of the same year.
enum DraftFeature: Int, CaseIterable, Codable {
    /// x₁ - x₂, x₂ - x₃, x₃ - x₄.
    case change1, change2, change3
    /// The means of the last two, the last three and all years, and the median of the last five, minus x₁.
    case mean2, mean3, meanAll, median5
    /// (x₁ - first) / (n - 1) and (x₁ - x₄) / 3.
    case drift, drift3
    /// The least-squares slope.
    case slope
    /// An exponentially smoothed level, minus x₁.
    case smoothed
    /// o₁ - x₁, r₁ - x₁, o₁ - o₂, r₁ - r₂, r₁ - o₁, o₂ - x₂.
    case budgetGap, adjustedGap, budgetChange, adjustedChange, adjustment, budgetGap2
    /// x₁ where there are fewer than two, three, five years; times the logarithm of the size; without a budget; times
    /// the roughness.
    case levelOneYear, levelTwoYears, levelFourYears, levelSize, levelUnbudgeted, levelRoughness
    /// Slope and last change times 2 reliability - 1, where the reliability weighs past errors of drift and last value.
    case reliableSlope, reliableChange
    /// The slope shrunk by its own t statistic; a discounted slope; the median change.
    case shrunkSlope, recentSlope, medianChange
    /// The slope times n / (n + 3), and slope and median change over 1 + 5 roughness.
    case slopeByLength, slopeByRoughness, changeByRoughness

    /// The number of features.
    static let count = allCases.count

    /// The features about level and trend that the narrower regressions use.
    static let core: [DraftFeature] = [
        .slope, .shrunkSlope, .medianChange, .recentSlope, .slopeByRoughness, .changeByRoughness, .slopeByLength,
        .reliableSlope, .reliableChange, .change1, .change2, .mean2, .mean3, .meanAll, .median5, .smoothed, .budgetGap,
        .adjustedGap,
    ]
}
