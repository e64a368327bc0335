import FinalAccounts

/// The series of a run laid out in one frame of years, and grouped into panels.
struct PanelLayout {
    /// The frame.
    let frame: PreparedSeries.Frame
    /// The series that get a forecast, in order.
    let members: [PreparedSeries]
    /// The series that have actuals but none recent enough: panels still learn from them.
    private let past: [PreparedSeries]

    /// The series that have a budget for the target year but no actual to forecast from.
    let newcomers: [PreparedSeries]

    /// Levels with fewer subjects than this are forecast together with the level below.
    private static let leastSubjects = 60
    private static let longestPast = 60

    /// Lays out all series.
    ///
    /// - Throws: `duplicateSeries`, `nothingToForecast`, `noBudget`.
    init(
        _ series: [SpendingSeries], target: FiscalYear, mode: ForecastMode, configuration: ForecastConfiguration
    ) throws(ForecastError) {
        let ordered = series.sorted { $0.precedes($1) }
        for (one, other) in zip(ordered, ordered.dropFirst()) where !one.precedes(other) {
            throw .duplicateSeries(unit: one.unit.name, subject: one.subject.code ?? one.subject.name)
        }
        let years = ordered.lazy.flatMap(\.observations).filter { $0.actual != nil && $0.year < target }.map(
            \.year.number)
        guard let first = years.min() else {
            throw .nothingToForecast(target: target, maximumGap: configuration.maximumGap)
        }
        let firstYear = max(first, target.number - Self.longestPast)
        let column = target.number - firstYear
        guard column >= 1 else { throw .nothingToForecast(target: target, maximumGap: configuration.maximumGap) }
        let frame = PreparedSeries.Frame(
            firstYear: firstYear, column: column, mode: mode,
            prices: PriceIndex(rates: configuration.inflation, base: target.number - 1), configuration: configuration)
        self.frame = frame
        var prepared = ordered.map { PreparedSeries($0, frame) }
        let units = Self.units(prepared, column: column)
        for index in prepared.indices {
            guard let unit = units[prepared[index].series.unit] else { continue }
            prepared[index].apply(frame, unit: unit)
        }
        members = prepared.filter { $0.state != .left }
        past = prepared.filter { $0.state == .left && $0.lastColumn >= 0 }
        newcomers = prepared.filter { $0.state == .left && !$0.budgets[column].isNaN }
        guard !members.isEmpty else {
            throw .nothingToForecast(target: target, maximumGap: configuration.maximumGap)
        }
        if mode == .outlook, members.allSatisfy({ $0.budgets[column].isNaN }) { throw .noBudget(target: target) }
    }

    private static func units(_ prepared: [PreparedSeries], column: Int) -> [BudgetUnit: PreparedSeries.Unit] {
        var units: [BudgetUnit: PreparedSeries.Unit] = [:]
        for item in prepared {
            guard let first = item.actuals.firstIndex(where: { !$0.isNaN }) else { continue }
            var unit = units[item.series.unit] ?? PreparedSeries.Unit(first: first, reportedLast: false)
            unit.first = min(unit.first, first)
            if column >= 1, !item.actuals[column - 1].isNaN { unit.reportedLast = true }
            units[item.series.unit] = unit
        }
        return units
    }

    /// Subjects that are forecast together.
    struct Group {
        /// Their levels.
        let levels: [SubjectLevel]
        /// The subjects with a forecast; row i of the panel belongs to member i.
        let members: [PreparedSeries]
        /// Their figures, and after them those of subjects that only the past knows.
        let panel: SeriesPanel
        /// The panel without one-offs and with bridged gaps; `nil` where that is the same.
        let cleaned: SeriesPanel?
    }

    /// One group for each level; small levels join the next one below.
    func groups() -> [Group] {
        let byLevel = Dictionary(grouping: members) { $0.series.subject.level }
        var groups: [[SubjectLevel]] = []
        for level in byLevel.keys.sorted(by: >) {
            let isSmall = (byLevel[level]?.count ?? 0) < Self.leastSubjects
            let before = groups.last.map { $0.reduce(0) { $0 + (byLevel[$1]?.count ?? 0) } } ?? Self.leastSubjects
            if !groups.isEmpty, isSmall || before < Self.leastSubjects {
                groups[groups.count - 1].append(level)
            } else {
                groups.append([level])
            }
        }
        return groups.map { levels in
            let chosen = Set(levels)
            let members = members.filter { chosen.contains($0.series.subject.level) }
            let past = past.filter { chosen.contains($0.series.subject.level) }
            return group(levels.sorted(), members: members, past: past)
        }
    }

    private func group(_ levels: [SubjectLevel], members: [PreparedSeries], past: [PreparedSeries]) -> Group {
        let all = members + past
        let hasBudgets = all.contains { $0.budgets.contains { !$0.isNaN } }
        var panel = SeriesPanel(
            series: all.count, firstYear: frame.firstYear, years: frame.column + 1, hasBudgets: hasBudgets)
        for (i, item) in all.enumerated() {
            for column in 0...frame.column {
                let year = frame.firstYear + column
                panel.setActual(item.actuals[column], series: i, year: year)
                panel.setBudget(item.budgets[column], series: i, year: year)
                panel.setAdjusted(item.adjusted[column], series: i, year: year)
            }
        }
        guard members.contains(where: { $0.cleaned != nil }) else {
            return Group(levels: levels, members: members, panel: panel, cleaned: nil)
        }
        var clean = panel
        for (i, item) in members.enumerated() {
            for (column, value) in (item.cleaned ?? []).enumerated() {
                clean.setActual(value, series: i, year: frame.firstYear + column)
            }
        }
        return Group(levels: levels, members: members, panel: panel, cleaned: clean)
    }
}
