import FinalAccounts
import Platform

/// The last step: every series of the panel, in parallel.
struct FinalPass {
    let panel: SeriesPanel
    let column: Int
    let horizon: Int
    let training: PanelTraining
    let options: PanelOptions
    let scale: PanelScale

    private static let stretch = 2048
    /// Room for the features of one row.
    static let room =
        DraftFeature.count + GrowthFeature.count + BudgetFeature.count + CosineBasis.count + DraftFeatures.scratch
    /// No range reaches further than this many times the largest amount that the subject was ever spent or given.
    private static let farthest = 10.0
    /// From so many years on a subject is known to be steady, and its yearly step is at most so many times its largest.
    private static let (steadyYears, stride) = (2, 3.0)

    /// - Parameter typical: the rows that say what is typical of the panel; `nil` for all.
    init(
        _ panel: SeriesPanel, typical: [Int]?, column: Int, horizon: Int, training: PanelTraining,
        options: PanelOptions
    ) {
        self.panel = panel
        self.column = column
        self.horizon = horizon
        self.training = training
        self.options = options
        let width = panel.years
        let recent = panel.actuals.withUnsafeBufferPointer { actuals in
            (typical ?? Array(0..<panel.series)).filter { !actuals[$0 * width + column - 1].isNaN }
        }
        scale = OriginSample.scale(
            panel, column: column,
            series: OriginSample.thinned(recent, limit: RollingOrigins.Window.rowsPerOrigin))
    }

    func run() -> PanelForecast {
        var result = PanelForecast(series: panel.series, horizon: horizon, levels: options.levels)
        result.weights = Dictionary(
            uniqueKeysWithValues: training.weights(0).active.map { member in
                (
                    options.local(member)?.rawValue ?? (member == .level ? "panel" : "growth-panel"),
                    training.weights(0)[member]
                )
            })
        result.usesShippedModel = training.usesShippedModel
        result.shippedName = training.usesShippedModel ? options.shipped?.card.name : nil
        result.rows = training.ownRows
        result.trials = training.trials
        let levels = options.levels.count
        // One block for all bounds: lower ends of every level, then upper ends.
        let block = panel.series * horizon
        var bounds = [Double](repeating: .nan, count: 2 * levels * block)
        var (values, scales, traces) = (result.values, result.scales, result.traces)
        values.withUnsafeMutableBufferPointer { values in
            scales.withUnsafeMutableBufferPointer { scales in
                bounds.withUnsafeMutableBufferPointer { bounds in
                    traces.withUnsafeMutableBufferPointer { traces in
                        // Every series writes its own entries only.
                        nonisolated(unsafe) let (values, scales, bounds, traces) = (values, scales, bounds, traces)
                        let count = (panel.series + Self.stretch - 1) / Self.stretch
                        Parallel(threads: options.threads).forEach(count) { part in
                            let range = (part * Self.stretch)..<min((part + 1) * Self.stretch, panel.series)
                            forecast(
                                range, values: values, scales: scales, bounds: bounds, block: block, traces: traces)
                        }
                    }
                }
            }
        }
        result.scales = scales
        result.values = values
        result.traces = traces
        for level in 0..<levels {
            result.lower[level] = Array(bounds[(level * block)..<((level + 1) * block)])
            result.upper[level] = Array(bounds[((levels + level) * block)..<((levels + level + 1) * block)])
        }
        if options.tellsParts {
            result.parts = (0..<panel.series).map { traces[$0].length > 0 ? parts(of: $0) : [] }
        }
        return result
    }

    private func forecast(
        _ range: Range<Int>, values: UnsafeMutableBufferPointer<Double>,
        scales: UnsafeMutableBufferPointer<Double>, bounds: UnsafeMutableBufferPointer<Double>,
        block: Int, traces: UnsafeMutableBufferPointer<SeriesTrace>
    ) {
        panel.withRows { rows in
            withUnsafeTemporaryAllocation(of: Double.self, capacity: Self.room + 3 * horizon) { memory in
                guard let start = memory.baseAddress else { return }
                memory.initialize(repeating: 0)
                let scratch = RowScratch(start, horizon: horizon)
                for i in range {
                    guard let trace = forecast(rows.row(i, end: column), scratch) else { continue }
                    traces[i] = trace.series
                    for step in 0..<horizon {
                        let value = scratch.output[step]
                        values[i * horizon + step] = value
                        let error = trace.error(step, training)
                        scales[i * horizon + step] = error.scale
                        for level in options.levels.indices {
                            let ends = error.calibration.ends(level, error.traits)
                            let (floor, most) = (trace.isNeverNegative ? 0 : value - trace.reach, value + trace.reach)
                            bounds[level * block + i * horizon + step] = max(value + ends.lower * error.scale, floor)
                            bounds[(options.levels.count + level) * block + i * horizon + step] =
                                min(value + ends.upper * error.scale, most)
                        }
                    }
                }
            }
        }
    }

    /// Writes the forecasts of one row to the scratch output; `nil` without a recent actual.
    @inline(__always)
    func forecast(_ row: PanelRow, _ scratch: RowScratch) -> RowTrace? {
        var end = column
        while end > 0, end > column - options.maximumGap, row.actuals[end - 1].isNaN { end -= 1 }
        guard end > 0, !row.actuals[end - 1].isNaN else { return nil }
        let own = PanelRow(actuals: row.actuals, budgets: row.budgets, adjusted: row.adjusted, end: end)
        let summary = DraftFeatures.compute(own, scale: scale, out: scratch.draft, scratch: scratch.room)
        let relativeSize = naturalLog(summary.size) - scale.logMedianSize
        var trace = RowTrace(
            summary: summary,
            draft: ErrorTraits(
                summary, change: scratch.draft[DraftFeature.change1.rawValue], relativeSize: relativeSize,
                isBudgeted: row.budgets.map { !$0[end - 1].isNaN } ?? false))
        trace.series.length = summary.length
        trace.series.gap = column - end
        for back in 1...summary.length {
            if row.actuals[end - back] < 0 { trace.isNeverNegative = false }
            trace.reach = max(trace.reach, abs(row.actuals[end - back]))
        }
        if let budgets = row.budgets {
            for j in max(end - summary.length, 0)..<min(column + 1, panel.years) where abs(budgets[j]) > trace.reach {
                trace.reach = abs(budgets[j])
            }
        }
        trace.reach = Self.farthest * max(trace.reach, summary.size)
        trace.series.model = combine(own, summary, scratch)
        trace.series.isHeld = hold(own, summary, scratch)
        if end == column, let outlook = training.outlook { applyOutlook(outlook, row, summary, scratch, &trace) }
        for step in 0..<horizon where scratch.output[step] < 0 && trace.isNeverNegative {
            scratch.output[step] = 0
            trace.series.isRaised = true
        }
        return trace
    }

    /// Holds a year's step of a subject to three times its own largest: what was paid in the same amount year after year is not moved by
    /// what moves its neighbours. `false` where nothing had to be held.
    @inline(__always)
    private func hold(_ row: PanelRow, _ summary: HistorySummary, _ scratch: RowScratch) -> Bool {
        guard options.model == .combination, summary.length >= Self.steadyYears else { return false }
        var most = 0.0
        for back in 1..<summary.length {
            most = max(most, abs(row.actuals[row.end - back] - row.actuals[row.end - back - 1]))
        }
        var isHeld = false
        for step in 0..<horizon {
            let reach = Self.stride * Double(step + 1) * most
            let bounded = summary.last + clipped(scratch.output[step] - summary.last, reach)
            if bounded != scratch.output[step] { isHeld = true }
            scratch.output[step] = bounded
        }
        return isHeld
    }

    /// The weighted members, year by year; beyond the years with regressions the last step goes on, damped.
    @inline(__always)
    private func combine(_ row: PanelRow, _ summary: HistorySummary, _ scratch: RowScratch) -> ModelName {
        let direct = training.horizon
        var answered: ModelName?
        let history = UnsafeBufferPointer(start: row.actuals + row.end - summary.length, count: summary.length)
        for step in 0..<horizon { scratch.output[step] = 0 }
        let hasRegressions = training.weights.contains { $0[.level] + $0[.growth] > 0 }
        if hasRegressions {
            let hasGrowth =
                training.growths.contains { $0 != nil }
                && GrowthFeatures.compute(row, length: summary.length, out: scratch.growth, scratch: scratch.room)
                    != nil
            for step in 0..<direct where step < horizon {
                let weights = training.weights(step)
                let level = summary.last + summary.size * training.levels[step].change(scratch.draft, summary)
                scratch.output[step] += weights[.level] * level
                if weights[.growth] > 0 {
                    let model = hasGrowth ? training.growths[step] : nil
                    scratch.output[step] +=
                        weights[.growth] * (model?.value(scratch.growth, last: summary.last) ?? level)
                }
            }
            let weights = training.weights(direct - 1)
            extend(scratch.output, from: direct, last: (weights[.level] + weights[.growth]) * summary.last)
            answered = regressionName(summary)
        }
        let steps = UnsafeMutableBufferPointer(start: scratch.member, count: horizon)
        for member in Member.allCases {
            guard training.weights.contains(where: { $0[member] > 0 }), let name = options.local(member) else {
                continue
            }
            let used = forecastLocally(name, history, into: steps)
            for step in 0..<horizon { scratch.output[step] += training.weights(step)[member] * steps[step] }
            // The name is that of next year's rule, so that it does not depend on the years asked for.
            if training.weights(0)[member] > 0 { answered = answered == nil ? used : .combination }
        }
        return answered ?? .lastValue
    }

    /// The panel regression, or what it comes to where it has neither been fitted nor shipped.
    private func regressionName(_ summary: HistorySummary) -> ModelName {
        if training.levels.first?.isFitted ?? false { return .panel }
        return summary.length >= 3 ? .dampedDrift : .lastValue
    }

    /// Continues a path beyond the years that have regressions.
    @inline(__always)
    private func extend(_ output: UnsafeMutablePointer<Double>, from direct: Int, last: Double) {
        guard direct < horizon else { return }
        var step = output[direct - 1] - (direct >= 2 ? output[direct - 2] : last)
        for index in direct..<horizon {
            step *= 0.8
            output[index] = output[index - 1] + step
        }
    }

    /// Puts the outlook in place of the first year and moves the later ones along.
    @inline(__always)
    private func applyOutlook(
        _ models: LengthOutlooks, _ row: PanelRow, _ summary: HistorySummary, _ scratch: RowScratch,
        _ trace: inout RowTrace
    ) {
        let model = models[summary.length]
        let regression = training.levels[0].change(scratch.draft, summary)
        let target = PanelRow(actuals: row.actuals, budgets: row.budgets, adjusted: row.adjusted, end: column)
        let budget = BudgetFeatures.compute(
            target, summary: summary, draftFeatures: scratch.draft, draft: summary.last + summary.size * regression,
            scale: scale, out: scratch.budget)
        guard budget.isStated else { return }
        if model.rows > 0 {
            CosineBasis.shared.write(
                budgetFeatures: scratch.budget, budget: budget, summary: summary,
                logMedianSize: scale.logMedianSize, out: scratch.cosines)
        }
        let change = model.change(
            budget: budget, budgetFeatures: scratch.budget, draftFeatures: scratch.draft, cosines: scratch.cosines,
            summary: summary)
        let value = summary.last + summary.size * change
        let moved = value - scratch.output[0]
        for step in 0..<horizon { scratch.output[step] += moved }
        trace.outlook = ErrorTraits(
            summary, change: scratch.draft[DraftFeature.change1.rawValue], relativeSize: trace.draft.relativeSize,
            isBudgeted: true, gap: scratch.budget[BudgetFeature.gap.rawValue], weight: budget.weight)
        trace.series.model = model.rows > 0 ? .budgetPanel : .budgetBlend
    }
}
