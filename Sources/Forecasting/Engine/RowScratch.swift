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
}

/// What one row needs to be told beside its values.
struct RowTrace {
    var summary: HistorySummary
    var series = SeriesTrace()
    /// What is known of the error of the draft.
    var draft: ErrorTraits
    /// The same of the outlook, where the row has one.
    var outlook: ErrorTraits?
    var isNeverNegative = true
    /// How far a range may reach.
    var reach = 0.0

    init(summary: HistorySummary, draft: ErrorTraits) {
        self.summary = summary
        self.draft = draft
    }
}

extension RowTrace {
    /// The calibration that answers for a year ahead with the traits it looks at, and the mean absolute error to expect:
    /// grown with the root of time beyond the years that have a calibration, and by years without an actual.
    @inline(__always)
    func error(_ step: Int, _ training: PanelTraining) -> (
        calibration: ConformalCalibration, traits: ErrorTraits, scale: Double
    ) {
        if step == 0, let outlook, let calibration = training.outlookIntervals {
            return (calibration, outlook, calibration.scale(outlook) * summary.size)
        }
        let direct = min(step, training.draftIntervals.count - 1)
        let calibration = training.draftIntervals[direct]
        let beyond = (Double(step + 1) / Double(direct + 1)).squareRoot() * Double(1 + series.gap).squareRoot()
        return (calibration, draft, calibration.scale(draft) * summary.size * beyond)
    }
}
