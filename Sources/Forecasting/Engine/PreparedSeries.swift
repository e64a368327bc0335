import FinalAccounts

/// One series laid out by columns, with what has been found about it before any model looks at it.
struct PreparedSeries: Sendable {
    /// What becomes of the series.
    enum State: Hashable, Sendable {
        /// It is forecast by a model.
        case active
        /// It has ended.
        case ended
        /// It has a budget for the target year and no actual to start from.
        case new
        /// It has no actual recent enough.
        case left
    }

    let series: SpendingSeries
    /// Its number among those handed to the engine.
    let place: Int
    /// Actuals by column in base prices, NaN where none is stated; never of the target year or later.
    private(set) var actuals: [Double]
    /// Initial budgets by column in base prices, the target year's included.
    private(set) var budgets: [Double]
    /// Adjusted budgets by column in base prices.
    private(set) var adjusted: [Double]
    /// The actuals that the series' own forecast is made from, where they differ.
    private(set) var cleaned: [Double]?
    /// What has been found.
    private(set) var notes: [ForecastNote] = []
    /// What becomes of the series.
    private(set) var state = State.left
    /// The column of the last actual.
    private(set) var lastColumn = -1
    /// The first and last column used, and how many actuals stand between them.
    private(set) var used: (columns: ClosedRange<Int>, count: Int) = (0...0, 0)

    /// The frame that all series are laid out in.
    struct Frame: Sendable {
        /// The year of the first column.
        let firstYear: Int
        /// The column of the target year, which is the last.
        let column: Int
        /// What is known of the target year.
        let mode: ForecastMode
        /// Prices.
        let prices: PriceIndex
        /// The policies.
        let configuration: ForecastConfiguration
    }

    /// What the unit reported.
    struct Unit: Sendable {
        /// The first column with any actual.
        var first: Int
        /// Whether the year before the target has any actual.
        var reportedLast: Bool
    }

    /// Lays a series out.
    init(_ given: GivenSeries, _ frame: Frame) {
        series = given.series
        place = given.place
        let empty = [Double](repeating: .nan, count: frame.column + 1)
        (actuals, budgets, adjusted) = (empty, empty, empty)
        if let figures = given.figures { layOut(figures, frame) }
        for observation in series.observations {
            let column = observation.year.number - frame.firstYear
            guard column >= 0, column <= frame.column else { continue }
            let factor = frame.prices.toBase(observation.year.number)
            if column == frame.column, frame.mode == .draft { continue }
            if let budget = observation.initialBudget.planned { budgets[column] = budget.doubleValue * factor }
            if column == frame.column { continue }
            if let amount = observation.adjustedBudget { adjusted[column] = amount.doubleValue * factor }
            if let actual = observation.actual {
                actuals[column] = actual.doubleValue * factor
                lastColumn = column
            }
        }
    }

    private mutating func layOut(_ figures: SeriesFigures, _ frame: Frame) {
        let last = frame.mode == .draft ? frame.column - 1 : frame.column
        for column in max(figures.firstYear - frame.firstYear, 0)...max(last, 0) where column <= last {
            let place = frame.firstYear + column - figures.firstYear
            let factor = frame.prices.toBase(frame.firstYear + column)
            if let row = figures.budgets, place < row.count { budgets[column] = row[place] * factor }
            if column == frame.column { continue }
            if let row = figures.adjusted, place < row.count { adjusted[column] = row[place] * factor }
            guard place < figures.actuals.count, !figures.actuals[place].isNaN else { continue }
            actuals[column] = figures.actuals[place] * factor
            lastColumn = column
        }
    }

    /// Applies the policies.
    mutating func apply(_ frame: Frame, unit: Unit) {
        let configuration = frame.configuration
        guard lastColumn >= max(frame.column - configuration.maximumGap, 0) else { return }
        state = .active
        if lastColumn < frame.column - 1 {
            let year = frame.firstYear + lastColumn
            let hasEnded = unit.reportedLast && !hasComeBack && budgets[frame.column].isNaN
            if configuration.ended == .endedWhereUnitReported, hasEnded {
                state = .ended
                notes.append(.ended(lastYear: year, ifContinued: actuals[lastColumn]))
            } else {
                notes.append(.noActualLastYear(lastYear: year))
            }
        }
        var own = actuals
        if configuration.oneOffs == .leaveOut { leaveOutOneOffs(&own, frame) }
        if configuration.gaps == .bridge { bridge(&own) }
        if !zip(own, actuals).allSatisfy({ $0 == $1 || ($0.isNaN && $1.isNaN) }) { cleaned = own }
        describeRun(own, frame, unit)
        for case .joined(let code, _) in series.notes { notes.append(.joined(from: code)) }
        if series.usesSyntheticFigures { notes.append(.syntheticFigures) }
    }

    /// Makes a subject that has only a budget one that is forecast by it.
    mutating func beginAnew(column: Int) {
        state = .new
        used = ((column - 1)...(column - 1), 0)
        notes.append(.budgetWithoutPast)
    }

    /// Adds to what has been found.
    mutating func note(_ note: ForecastNote) {
        notes.append(note)
    }

    /// Whether a missing year was followed by a known one before.
    private var hasComeBack: Bool {
        guard let first = actuals.firstIndex(where: { !$0.isNaN }) else { return false }
        return (first...lastColumn).contains { actuals[$0].isNaN }
    }

    private mutating func leaveOutOneOffs(_ own: inout [Double], _ frame: Frame) {
        guard state == .active else { return }
        let first = own.firstIndex { !$0.isNaN } ?? lastColumn
        // An outlook with a budget behind the level knows that it was no one-off.
        let approved = budgets[frame.column]
        let years = (first...lastColumn).map { column in
            var budget = budgets[column]
            if column == lastColumn, !approved.isNaN { budget = budget.isNaN ? approved : max(budget, approved) }
            return OneOffDetector.Year(actual: own[column], budget: budget)
        }
        for found in OneOffDetector.find(years) {
            let column = first + found.place
            let withIt = carriedOn(own)
            notes.append(
                .oneOff(
                    year: frame.firstYear + column, value: own[column], forecastWithIt: withIt))
            own[column] = found.replacement
        }
    }

    /// The damped drift of the run that ends at the last actual: what a forecast that keeps a one-off would say.
    private func carriedOn(_ values: [Double]) -> Double {
        var run: [Double] = []
        var column = lastColumn
        while column >= 0, !values[column].isNaN {
            run.append(values[column])
            column -= 1
        }
        run.reverse()
        var next = [run.last ?? 0]
        run.withUnsafeBufferPointer { history in
            next.withUnsafeMutableBufferPointer { _ = DampedDrift().forecast(history, into: $0) }
        }
        return next[0]
    }

    private mutating func bridge(_ own: inout [Double]) {
        guard let first = own.firstIndex(where: { !$0.isNaN }) else { return }
        var (before, filled) = (first, 0)
        for column in first...lastColumn where !own[column].isNaN {
            for missing in (before + 1)..<max(column, before + 1) {
                let share = Double(missing - before) / Double(column - before)
                own[missing] = own[before] + share * (own[column] - own[before])
                filled += 1
            }
            before = column
        }
        if filled > 0 { notes.append(.bridgedGap(missingYears: filled)) }
    }

    private mutating func describeRun(_ own: [Double], _ frame: Frame, _ unit: Unit) {
        let first = actuals.firstIndex { !$0.isNaN } ?? lastColumn
        var start = lastColumn
        while start > 0, !own[start - 1].isNaN, lastColumn - start + 1 < HistorySummary.longestRun { start -= 1 }
        used = (start...lastColumn, lastColumn - start + 1)
        let missing = (first...lastColumn).count { own[$0].isNaN }
        if missing > 0 { notes.append(.brokenHistory(missingYears: missing)) }
        if first == lastColumn, unit.first < first, lastColumn == frame.column - 1 {
            notes.append(.newSubject(year: frame.firstYear + first))
        } else if used.count < 3 {
            notes.append(.shortHistory(years: used.count))
        }
    }
}
