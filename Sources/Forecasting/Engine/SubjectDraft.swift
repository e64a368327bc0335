import FinalAccounts

/// The forecast of one subject on its way from the model to the result.
struct SubjectDraft: Sendable {
    /// The series and what was found about it.
    var prepared: PreparedSeries
    /// The expected values, year ahead by year ahead, in the prices of the last year until assumptions are applied.
    private(set) var values: [Double]
    /// Ends of the intervals: level, then year ahead.
    private var lower: [[Double]]
    private var upper: [[Double]]
    private(set) var model: ModelName
    /// Whether the history has no value below zero.
    let isNeverNegative: Bool
    /// The actual of the year before the target, in base prices; zero without one.
    let lastYear: Double
    /// Whether that year has none.
    let hasGap: Bool
    private let column: Int
    private var stepNotes: [[ForecastNote]]
    private var fixed: [Bool]
    /// By how much a user's number moved each year ahead; zero where none was given.
    private(set) var shifts: [Double]

    /// Amounts hold no more; bounds beyond are cut to it.
    private static let largest = 9e16

    init(
        _ prepared: PreparedSeries, _ result: PanelForecast, row: Int, panel: SeriesPanel, frame: PreparedSeries.Frame,
        mode: ForecastMode
    ) {
        let horizon = result.horizon
        let column = frame.column
        self.prepared = prepared
        self.column = column
        let range = (row * horizon)..<((row + 1) * horizon)
        values = Array(result.values[range])
        lower = result.lower.map { Array($0[range]) }
        upper = result.upper.map { Array($0[range]) }
        model = result.model(row)
        let past = prepared.actuals.filter { !$0.isNaN }
        isNeverNegative = !past.contains { $0 < 0 }
        hasGap = prepared.actuals[column - 1].isNaN
        lastYear = hasGap ? 0 : prepared.actuals[column - 1]
        stepNotes = [[ForecastNote]](repeating: [], count: horizon)
        fixed = [Bool](repeating: false, count: horizon)
        shifts = [Double](repeating: 0, count: horizon)
        if result.traces[row].isRaised { self.prepared.note(.raisedToZero) }
        if result.usesShippedModel {
            self.prepared.note(
                result.shippedName.map { .storedModel(name: $0, rows: result.rows) } ?? .smallPanel(rows: result.rows))
        }
        if prepared.state == .ended { end(last: prepared.actuals[prepared.lastColumn]) }
        if mode == .outlook { noteBudget(panel, row: row) }
    }

    /// Puts zero in place of the model's number; the range reaches to the last value at wide levels.
    private mutating func end(last: Double) {
        model = .ended
        for step in values.indices {
            values[step] = 0
            for level in lower.indices {
                // The share of ended subjects that come back is below one in ten: only wide ranges have to hold them.
                let reach = level == lower.count - 1 ? last : 0.05 * last
                lower[level][step] = min(0, reach)
                upper[level][step] = max(0, reach)
            }
        }
    }

    private mutating func noteBudget(_ panel: SeriesPanel, row: Int) {
        let budget = prepared.budgets[column]
        if budget.isNaN {
            prepared.note(.noBudgetStated)
        } else if panel.turnsBudgetSign(series: row, column: column) {
            prepared.note(.budgetSignTurned)
        } else if hasGap {
            prepared.note(.budgetOnly)
            model = .budget
            move(0, to: budget, isSum: false, isNoted: false)
        }
    }

    /// The variance of the error of a year ahead, as the narrowest interval tells it.
    func variance(_ step: Int) -> Double {
        let half = lower.isEmpty ? abs(values[step]) * 0.1 : (upper[0][step] - lower[0][step]) / 2
        return max(half * half, 1e-12)
    }

    /// Whether a value stands because the user gave it.
    func isFixed(_ step: Int) -> Bool { fixed[step] || prepared.state == .ended }

    /// Moves a value and its intervals along.
    mutating func move(_ step: Int, to value: Double, isSum: Bool, isNoted: Bool = true) {
        let from = values[step]
        if isSum, !fixed[step] { model = .sumOfChildren }
        guard value != from, value.isFinite else { return }
        let floor = isNeverNegative ? 0 : -Self.largest
        values[step] = value
        for level in lower.indices {
            lower[level][step] = min(max(lower[level][step] + value - from, floor), value)
            upper[level][step] = max(upper[level][step] + value - from, value)
        }
        // A hundred-thousandth is not worth a sentence.
        if isNoted, abs(value - from) > 1e-5 * abs(from) { stepNotes[step].append(.reconciled(from: from)) }
    }

    /// Applies stated growth, prices and the user's numbers.
    mutating func applyAssumptions(_ configuration: ForecastConfiguration, _ frame: PreparedSeries.Frame) {
        let code = prepared.series.subject.code ?? ""
        let fitting = configuration.growth.filter { code.hasPrefix($0.codePrefix ?? "") }
        if let growth = fitting.max(by: { ($0.codePrefix ?? "").count < ($1.codePrefix ?? "").count }) {
            var value = (prepared.cleaned ?? prepared.actuals)[prepared.lastColumn]
            for step in values.indices {
                value *= 1 + growth.rate
                stepNotes[step].append(.growthAssumption(rate: growth.rate, modelForecast: values[step]))
                move(step, to: value, isSum: false, isNoted: false)
            }
        }
        if frame.prices.isStated {
            prepared.note(.inflationAdjusted)
            for step in values.indices {
                let factor = 1 / frame.prices.toBase(frame.firstYear + column + step)
                values[step] *= factor
                for level in lower.indices {
                    lower[level][step] *= factor
                    upper[level][step] *= factor
                }
            }
        }
        for item in configuration.overrides where item.applies(to: prepared.series.subject, of: prepared.series.unit) {
            let step = item.year - frame.firstYear - column
            guard values.indices.contains(step) else { continue }
            stepNotes[step].append(.overridden(modelForecast: values[step]))
            shifts[step] += item.value - values[step]
            move(step, to: item.value, isSum: false, isNoted: false)
            fixed[step] = true
        }
    }

    /// Adds a note to one year ahead.
    mutating func note(_ note: ForecastNote, step: Int) {
        stepNotes[step].append(note)
    }

    /// The result of one year ahead, beside what the model says without the user's numbers.
    func forecast(
        _ step: Int, _ frame: PreparedSeries.Frame, levels: [Double], model own: SubjectDraft
    ) -> Forecast {
        func bounded(_ value: Double) -> Double { min(max(value, -Self.largest), Self.largest) }
        let used = prepared.used
        return Forecast(
            unit: prepared.series.unit, subject: prepared.series.subject,
            targetYear: FiscalYear(frame.firstYear + column + step), value: bounded(values[step]),
            modelValue: bounded(own.values[step]),
            intervals: levels.indices.map {
                PredictionInterval(level: levels[$0], lower: bounded(lower[$0][step]), upper: bounded(upper[$0][step]))
            }, model: model,
            years: (frame.firstYear + used.columns.lowerBound)...(frame.firstYear + used.columns.upperBound),
            yearsUsed: used.count, lastActual: bounded(prepared.actuals[prepared.lastColumn]),
            notes: prepared.notes + stepNotes[step].map { $0.naming(modelForecast: own.values[step]) })
    }
}
