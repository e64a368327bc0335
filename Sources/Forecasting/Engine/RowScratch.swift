/// Room for the computation of one row.
struct RowScratch {
    let draft: UnsafeMutablePointer<Double>
    let growth: UnsafeMutablePointer<Double>
    let budget: UnsafeMutablePointer<Double>
    let cosines: UnsafeMutablePointer<Double>
    let room: UnsafeMutablePointer<Double>
    let output: UnsafeMutablePointer<Double>
    let member: UnsafeMutablePointer<Double>

    init(_ start: UnsafeMutablePointer<Double>, horizon: Int) {
        draft = start
        growth = draft + DraftFeature.count
        budget = growth + GrowthFeature.count
        cosines = budget + BudgetFeature.count
        room = cosines + CosineBasis.count
        output = room + DraftFeatures.scratch
        member = output + horizon
    }

    /// The half-width of an interval: by calibration where that year ahead has one, growing with the root of time beyond.
    @inline(__always)
    func halfWidth(_ trace: RowTrace, step: Int, level: Int, _ training: PanelTraining) -> Double {
        let missing = Double(1 + trace.series.gap).squareRoot()
        if step == 0, trace.isOutlook, let outlook = training.outlookIntervals {
            return trace.series.errorScale
                * outlook.multiplier(level, relativeSize: trace.relativeSize, isBudgeted: true)
        }
        let direct = min(step, training.draftIntervals.count - 1)
        let beyond = (Double(step + 1) / Double(direct + 1)).squareRoot()
        return trace.series.errorScale * missing * beyond
            * training.draftIntervals[direct].multiplier(
                level, relativeSize: trace.relativeSize, isBudgeted: trace.isBudgeted)
    }
}

/// What one row needs to be told beside its values.
struct RowTrace {
    var summary: HistorySummary
    var relativeSize: Double
    var series = SeriesTrace()
    var isBudgeted = false
    var isOutlook = false
    var isNeverNegative = true

    init(summary: HistorySummary, relativeSize: Double) {
        self.summary = summary
        self.relativeSize = relativeSize
    }
}
