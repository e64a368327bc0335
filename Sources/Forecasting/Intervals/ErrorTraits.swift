/// What is known beforehand of how far the forecast of a subject may be off.
struct ErrorTraits: Sendable {
    /// The explaining values, in the order of ``ErrorScale/coefficients``.
    var values: SIMD16<Double>
    /// The logarithm of the subject's size over the panel's median size.
    var relativeSize: Double
    /// Whether the subject had a budget: last year's for a draft, the target year's for an outlook.
    var isBudgeted: Bool

    /// Changes and gaps below this share of a size are as good as none.
    private static let small = 0.02

    /// - Parameters:
    ///   - change: the last change, in sizes.
    ///   - gap: the approved budget minus the last actual, in sizes, for an outlook.
    ///   - weight: what past errors say the budget is worth, 0 to 1.
    @inline(__always)
    init(
        _ summary: HistorySummary, change: Double, relativeSize: Double, isBudgeted: Bool, gap: Double? = nil,
        weight: Double = 0
    ) {
        let roughness = naturalLog(min(max(summary.roughness / summary.size, Self.small), 2))
        var values = SIMD16<Double>.zero
        values[0] = 1
        values[1] = roughness
        values[2] = summary.length >= 3 ? roughness : 0
        values[3] = min(max(relativeSize, -10), 10)
        values[4] = isBudgeted ? 1 : 0
        if summary.length >= 2 { values[3 + min(summary.length, 5)] = 1 }
        values[9] = naturalLog(abs(change) + Self.small)
        values[10] = naturalLog(min(max(abs(summary.relativeLast), Self.small), 3))
        if let gap {
            values[11] = naturalLog(abs(gap) + Self.small)
            values[12] = weight
            values[13] = values[11] * weight
        }
        self.values = values
        self.relativeSize = relativeSize
        self.isBudgeted = isBudgeted
    }
}

/// One forecast error of a past origin, as the calibration of ranges sees it.
struct PastError: Sendable {
    /// The column that was forecast.
    var column: Int
    /// What came minus what was forecast, in sizes of the subject.
    var error: Double
    /// What was known of the subject.
    var traits: ErrorTraits
}

extension OriginSample {
    /// What is known of the error of a subject's draft.
    func traits(_ k: Int, isBudgeted: Bool) -> ErrorTraits {
        ErrorTraits(
            summaries[k], change: features[k * DraftFeature.count + DraftFeature.change1.rawValue],
            relativeSize: naturalLog(summaries[k].size) - scale.logMedianSize, isBudgeted: isBudgeted)
    }
}

extension OutlookSample {
    /// What is known of the error of a subject's outlook.
    func traits(_ k: Int) -> ErrorTraits {
        ErrorTraits(
            origin.summaries[k], change: origin.features[k * DraftFeature.count + DraftFeature.change1.rawValue],
            relativeSize: naturalLog(origin.summaries[k].size) - origin.scale.logMedianSize, isBudgeted: true,
            gap: features[k * BudgetFeature.count + BudgetFeature.gap.rawValue], weight: budgets[k].weight)
    }
}
