/// The subjects of a panel as they stood before one target column, with their features.
struct OriginSample: Sendable {
    /// The column that is forecast; nothing from it on has been looked at.
    let column: Int
    /// What was typical of all subjects then.
    let scale: PanelScale
    /// The series in the sample, ascending.
    let series: [Int]
    /// One summary for each of them.
    let summaries: [HistorySummary]
    /// Features, subject after subject: `series.count * DraftFeature.count` values.
    let features: [Double]

    /// The number of subjects.
    var count: Int { series.count }

    /// The series with an actual right before the column, thinned out evenly to at most `limit`.
    ///
    /// - Parameter limit: the largest sample; `nil` for all.
    init(_ panel: SeriesPanel, column: Int, limit: Int?) {
        let width = panel.years
        let eligible = panel.actuals.withUnsafeBufferPointer { actuals in
            (0..<panel.series).filter { !actuals[$0 * width + column - 1].isNaN }
        }
        self.init(panel, column: column, series: Self.thinned(eligible, limit: limit))
    }

    /// Every so many-th element, from the middle of each stretch.
    static func thinned(_ series: [Int], limit: Int?) -> [Int] {
        guard let limit, series.count > limit, limit > 0 else { return series }
        return (0..<limit).map { series[($0 * 2 + 1) * series.count / (2 * limit)] }
    }

    /// The given series; each must have an actual right before the column.
    init(_ panel: SeriesPanel, column: Int, series: [Int]) {
        self.column = column
        self.series = series
        let scale = Self.scale(panel, column: column, series: series)
        self.scale = scale
        var summaries = [HistorySummary](repeating: HistorySummary(), count: series.count)
        var features = [Double](repeating: 0, count: series.count * DraftFeature.count)
        panel.withRows { rows in
            summaries.withUnsafeMutableBufferPointer { summaries in
                features.withUnsafeMutableBufferPointer { features in
                    guard let start = features.baseAddress else { return }
                    withUnsafeTemporaryAllocation(of: Double.self, capacity: DraftFeatures.scratch) { scratch in
                        guard let room = scratch.baseAddress else { return }
                        for (k, i) in series.enumerated() {
                            summaries[k] = DraftFeatures.compute(
                                rows.row(i, end: column), scale: scale, out: start + k * DraftFeature.count,
                                scratch: room)
                        }
                    }
                }
            }
        }
        self.summaries = summaries
        self.features = features
    }

    /// What is typical of the given series right before a column.
    static func scale(_ panel: SeriesPanel, column: Int, series: [Int]) -> PanelScale {
        panel.withRows { rows in
            PanelScale(
                sizes: series.map { i in
                    let row = rows.row(i, end: column).actuals
                    let n = HistorySummary.runLength(row, end: column)
                    return n > 0 ? HistorySummary.rawSize(row, end: column, length: n) : 0
                })
        }
    }

    /// The weights of a fit: size to a power, mean one; sizes far below the median count as a thousandth of it.
    func weights(sizePower: Double) -> [Double] {
        guard sizePower > 0, count > 0 else { return [Double](repeating: 1, count: count) }
        let least = 1e-3 * exponential(scale.logMedianSize)
        let raw = summaries.map { power(max($0.size, least), sizePower) }
        let mean = raw.reduce(0, +) / Double(count)
        return raw.map { $0 / mean }
    }
}

/// The rows of a panel as pointers, for the duration of one call.
struct PanelRows {
    let actuals: UnsafePointer<Double>
    let budgets: UnsafePointer<Double>?
    let adjusted: UnsafePointer<Double>?
    let years: Int

    @inline(__always)
    func row(_ i: Int, end: Int) -> PanelRow {
        PanelRow(
            actuals: actuals + i * years, budgets: budgets.map { $0 + i * years },
            adjusted: adjusted.map { $0 + i * years }, end: end)
    }
}

extension SeriesPanel {
    /// Hands the storage to a hot loop. Pointers must not outlive the call.
    func withRows<R>(_ body: (PanelRows) -> R) -> R {
        actuals.withUnsafeBufferPointer { actuals in
            budgets.withUnsafeBufferPointer { budgets in
                adjusted.withUnsafeBufferPointer { adjusted in
                    // An empty array may have an address too. An empty panel has no rows to ask for, so the stand-in is
                    // never read.
                    withUnsafePointer(to: Double.nan) { nothing in
                        body(
                            PanelRows(
                                actuals: actuals.baseAddress ?? nothing,
                                budgets: hasBudgets ? budgets.baseAddress : nil,
                                adjusted: hasBudgets ? adjusted.baseAddress : nil, years: years))
                    }
                }
            }
        }
    }
}
