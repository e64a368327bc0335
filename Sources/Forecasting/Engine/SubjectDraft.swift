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
    /// The mean absolute errors to expect, year ahead by year ahead.
    private(set) var scales: [Double]
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
    /// By how much stated growth moved each year ahead; empty where none was stated.
    private var growthShifts: [Double] = []
    /// Whether the value was held to what the subject's own past steps allow.
    private let isSteady: Bool
    /// What the first year's value is made of; empty where that is not told.
    private var parts: [ForecastPart] = []

    /// Amounts hold no more; bounds beyond are cut to it.
    private static let largest = 9e16
    /// Some ended subjects come back.
    private static let returning = 0.1
    /// A 95% range wider than this many times its value says little.
    private static let useless = 4.0
    /// How much of a steady subject's error gives way to levels that have to add up.
    private static let firmness = 0.01
    /// A history is rough whose largest year is so many times its smallest.
    private static let rough = 3.0

    init(
        _ prepared: PreparedSeries, _ result: PanelForecast, row: Int, panel: SeriesPanel, frame: PreparedSeries.Frame,
        halfKnown: HalfKnownSubjects?, mode: ForecastMode
    ) {
        let horizon = result.horizon
        let column = frame.column
        self.prepared = prepared
        self.column = column
        let range = (row * horizon)..<((row + 1) * horizon)
        values = Array(result.values[range])
        scales = Array(result.scales[range])
        lower = result.lower.map { Array($0[range]) }
        upper = result.upper.map { Array($0[range]) }
        model = result.model(row)
        isSteady = result.traces[row].isHeld
        let past = prepared.actuals.filter { !$0.isNaN }
        isNeverNegative = !past.contains { $0 < 0 }
        hasGap = prepared.actuals[column - 1].isNaN
        lastYear = hasGap ? 0 : prepared.actuals[column - 1]
        stepNotes = [[ForecastNote]](repeating: [], count: horizon)
        fixed = [Bool](repeating: false, count: horizon)
        shifts = [Double](repeating: 0, count: horizon)
        if !result.parts.isEmpty { parts = result.parts[row] }
        defer { if !result.parts.isEmpty { settle(model.rawValue) } }
        if result.traces[row].isRaised { self.prepared.note(.raisedToZero) }
        if prepared.state == .new {
            if let halfKnown { beginAnew(halfKnown, levels: frame.configuration.levels) }
            return
        }
        if result.usesShippedModel {
            self.prepared.note(
                result.shippedName.map { .storedModel(name: $0, rows: result.rows) } ?? .smallPanel(rows: result.rows))
        }
        if prepared.state == .ended { end(last: prepared.actuals[prepared.lastColumn]) }
        if mode == .outlook {
            noteBudget(panel, row: row)
            if prepared.budgets[column].isNaN, prepared.state == .active,
                let expected = halfKnown?.unbudgeted(levels: frame.configuration.levels)
            {
                carryOnWithoutBudget(expected)
            }
        }
    }

    /// What is usually spent of budgets without a past stands in for a forecast.
    private mutating func beginAnew(_ halfKnown: HalfKnownSubjects, levels: [Double]) {
        model = .budget
        let budget = prepared.budgets[column]
        let expected = halfKnown.newBudget(levels: levels)
        for step in values.indices {
            values[step] = expected.share * budget
            scales[step] = 0.5 * abs(budget)
            for level in lower.indices {
                let ends = [expected.ends[level].lower * budget, expected.ends[level].upper * budget, values[step]]
                lower[level][step] = ends.min() ?? 0
                upper[level][step] = ends.max() ?? 0
            }
        }
    }

    /// The value is worth what such subjects were worth before, and ranges reach from what came at least to what came at
    /// most.
    private mutating func carryOnWithoutBudget(_ expected: (share: Double, ends: [(lower: Double, upper: Double)])) {
        for step in values.indices {
            values[step] *= expected.share
            for level in lower.indices {
                lower[level][step] = min(expected.ends[level].lower * lastYear, values[step])
                upper[level][step] = max(expected.ends[level].upper * lastYear, values[step])
            }
        }
    }

    /// Mixes last value and budget in, where they did better in the past of the body's level.
    mutating func mix(_ choice: HonestChoice) {
        guard choice.model < 1, prepared.state == .active, !hasGap, prepared.cleaned == nil else { return }
        let budget = prepared.budgets[column]
        guard choice.budget == 0 || !budget.isNaN, !prepared.notes.contains(.budgetSignTurned) else { return }
        let moved = choice.mixed(values[0], last: lastYear, budget: budget) - values[0]
        for step in values.indices { move(step, to: values[step] + moved, isSum: false, isNoted: false) }
        // The mixture erred less; in the first year its error is known.
        scales[0] *= choice.error
        prepared.note(.chosenByPastErrors(model: choice.model, last: choice.last, budget: choice.budget))
        if !parts.isEmpty { settle("past-errors") }
    }

    /// Puts zero in place of the model's number; the range reaches to the last value at wide levels.
    private mutating func end(last: Double) {
        model = .ended
        for step in values.indices {
            values[step] = 0
            scales[step] = Self.returning * abs(last)
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

    /// Puts down what was done to the first year's value since its parts last added up to it.
    private mutating func settle(_ name: String) {
        let rest = values[0] - parts.reduce(0) { $0 + $1.amount }
        // What is left is rounding, or a change that has a name.
        if abs(rest) > 1e-12 * abs(values[0]) || parts.isEmpty { parts.append(ForecastPart(.adjustment, name, rest)) }
    }

    /// The parts with what making levels add up did.
    private var settledParts: [ForecastPart] {
        guard !parts.isEmpty else { return [] }
        var copy = self
        copy.settle("levels")
        return copy.parts
    }

    /// The variance of the error of a year ahead, as far as it makes a value give way where levels have to add up: what is paid
    /// in the same amount year after year gives way last.
    func variance(_ step: Int) -> Double {
        let scale = isSteady ? Self.firmness * scales[step] : scales[step]
        return max(scale * scale, 1e-12)
    }

    /// Gives a sum the ranges that the errors of its parts lead to expect.
    mutating func setRanges(_ step: Int, scale: Double, levels: [Double], errors: ErrorTable.Group) {
        guard !fixed[step] else { return }
        let floor = isNeverNegative ? 0 : -Self.largest
        scales[step] = scale
        for level in lower.indices {
            let ends = errors.ends(levels[level])
            lower[level][step] = max(values[step] + ends.lower * scale, floor)
            upper[level][step] = max(values[step] + ends.upper * scale, values[step])
        }
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
        if let growth = fitting.max(by: { ($0.codePrefix ?? "").count < ($1.codePrefix ?? "").count }),
            prepared.lastColumn >= 0
        {
            var value = (prepared.cleaned ?? prepared.actuals)[prepared.lastColumn]
            for step in values.indices {
                value *= 1 + growth.rate
                stepNotes[step].append(.growthAssumption(rate: growth.rate, modelForecast: values[step]))
                growthShifts.append(value - values[step])
                move(step, to: value, isSum: false, isNoted: false)
            }
        }
        if frame.prices.isStated {
            prepared.note(.inflationAdjusted)
            for step in values.indices {
                let factor = 1 / frame.prices.toBase(frame.firstYear + column + step)
                values[step] *= factor
                scales[step] *= factor
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
        if !parts.isEmpty { settle("assumptions") }
    }

    /// Holds what stated growth makes of the value; for subjects that nothing is below, so that sums follow.
    mutating func holdGrowth() {
        for step in growthShifts.indices where !fixed[step] {
            shifts[step] += growthShifts[step]
            fixed[step] = true
        }
    }

    /// Gives a value up for one that adds up. Its range says where the outcome will lie whatever adds up, and moves along only as
    /// far as the value would leave the narrowest one: on public panels ranges that moved with every value lost four
    /// outcomes in a hundred.
    mutating func settle(_ step: Int, on value: Double, isSum: Bool) {
        let from = values[step]
        let ends = lower.indices.map { (lower[$0][step], upper[$0][step]) }
        move(step, to: value, isSum: isSum)
        guard values[step] != from, let narrow = ends.first else { return }
        let beyond = values[step] - min(max(values[step], narrow.0), narrow.1)
        let floor = isNeverNegative ? 0 : -Self.largest
        for level in lower.indices {
            lower[level][step] = min(max(ends[level].0 + beyond, floor), values[step])
            upper[level][step] = max(ends[level].1 + beyond, values[step])
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
            yearsUsed: used.count,
            lastActual: prepared.lastColumn >= 0 ? bounded(prepared.actuals[prepared.lastColumn]) : 0,
            notes: prepared.notes + stepNotes[step].map { $0.naming(modelForecast: own.values[step]) }
                + wideRange(step), parts: step == 0 ? settledParts : [])
    }

    /// Says so where the widest range is too wide to be of use.
    private func wideRange(_ step: Int) -> [ForecastNote] {
        guard let low = lower.last?[step], let high = upper.last?[step], prepared.state != .ended else { return [] }
        let width = high - low
        guard prepared.state != .new, width > Self.useless * abs(values[step]), values[step] != 0 else { return [] }
        return [.wideRange(times: min(width / abs(values[step]), 999), because: reason(step))]
    }

    /// What makes the range so wide.
    private func reason(_ step: Int) -> ForecastNote.WideRangeReason {
        let known = prepared.used.columns.compactMap { column -> Double? in
            let value = prepared.actuals[column]
            return value.isNaN ? nil : abs(value)
        }
        if prepared.used.count < 3 { return .shortHistory(years: prepared.used.count) }
        if step >= 2 { return .farAhead(years: step + 1) }
        if let least = known.min(), let most = known.max(), most >= Self.rough * least {
            return .roughHistory(least: least, most: most)
        }
        return .pastErrors
    }
}
