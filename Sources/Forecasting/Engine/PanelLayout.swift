import FinalAccounts
import Platform

/// The series of a run laid out in one frame of years, and grouped into panels.
struct PanelLayout: Sendable {
    /// The frame.
    let frame: PreparedSeries.Frame
    /// The series that get a forecast, in order.
    let members: [PreparedSeries]
    /// The series that have actuals but none recent enough: panels still learn from them.
    private let past: [PreparedSeries]

    /// What became of each body's subjects that only budget or past told of; of an outlook.
    let halfKnown: [BudgetUnit: HalfKnownSubjects]

    /// Levels with fewer subjects than this are forecast together with the level below.
    private static let leastSubjects = 60
    private static let longestPast = 60

    /// Lays out all series.
    ///
    /// - Throws: `duplicateSeries`, `nothingToForecast`, `noBudget`.
    init(
        _ given: [GivenSeries], target: FiscalYear, mode: ForecastMode, configuration: ForecastConfiguration
    ) throws(ForecastError) {
        let ordered = given.sorted { $0.series.precedes($1.series) }
        for (one, other) in zip(ordered, ordered.dropFirst()) where !one.series.precedes(other.series) {
            throw .duplicateSeries(
                unit: one.series.unit.name, subject: one.series.subject.code ?? one.series.subject.name)
        }
        guard let first = ordered.lazy.compactMap({ $0.firstActual(before: target) }).min() else {
            throw .nothingToForecast(target: target, maximumGap: configuration.maximumGap)
        }
        let firstYear = max(first, target.number - Self.longestPast)
        let column = target.number - firstYear
        guard column >= 1 else { throw .nothingToForecast(target: target, maximumGap: configuration.maximumGap) }
        let frame = PreparedSeries.Frame(
            firstYear: firstYear, column: column, mode: mode,
            prices: PriceIndex(rates: configuration.inflation, base: target.number - 1), configuration: configuration)
        self.frame = frame
        var prepared = Self.prepared(ordered, frame, threads: configuration.threads)
        if mode == .outlook {
            for place in prepared.indices where prepared[place].state == .left && !prepared[place].budgets[column].isNaN
            {
                prepared[place].beginAnew(column: column)
            }
            halfKnown = Self.halfKnown(prepared, frame)
        } else {
            halfKnown = [:]
        }
        members = prepared.filter { $0.state != .left }
        past = prepared.filter { $0.state == .left && $0.lastColumn >= 0 }
        guard members.contains(where: { $0.state != .new }) else {
            throw .nothingToForecast(target: target, maximumGap: configuration.maximumGap)
        }
        if mode == .outlook, members.allSatisfy({ $0.state == .new || $0.budgets[column].isNaN }) {
            throw .noBudget(target: target)
        }
    }

    /// Lays out all series and applies the policies.
    private static func prepared(
        _ ordered: [GivenSeries], _ frame: PreparedSeries.Frame, threads: Int?
    ) -> [PreparedSeries] {
        let parallel = Parallel(threads: threads)
        var prepared = parallel.mapEach(ordered.count) { PreparedSeries(ordered[$0], frame) }
        let units = units(prepared, column: frame.column)
        let stretches = parallel.stretches(of: prepared.count)
        prepared.withUnsafeMutableBufferPointer { prepared in
            // Each part changes its own entries only.
            nonisolated(unsafe) let prepared = prepared
            parallel.forEach(stretches.count) { part in
                for place in stretches[part] {
                    guard let unit = units[prepared[place].series.unit] else { continue }
                    prepared[place].apply(frame, unit: unit)
                }
            }
        }
        return prepared
    }

    /// Of the narrowest level of each body, where sums do not count twice.
    private static func halfKnown(
        _ prepared: [PreparedSeries], _ frame: PreparedSeries.Frame
    ) -> [BudgetUnit: HalfKnownSubjects] {
        Dictionary(grouping: prepared) { $0.series.unit }.mapValues { subjects in
            let narrowest = subjects.map(\.series.subject.level).max()
            return HalfKnownSubjects(
                subjects.filter { $0.series.subject.level == narrowest }, column: frame.column,
                maximumGap: frame.configuration.maximumGap)
        }
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
    struct Group: Sendable {
        /// Their levels.
        let levels: [SubjectLevel]
        /// Where the subjects with a forecast stand among the layout's members; row i of the panel belongs to place i.
        let places: [Int]
        /// Their figures, and after them those of subjects that only the past knows.
        let panel: SeriesPanel
        /// The panel without one-offs and with bridged gaps; `nil` where that is the same.
        let cleaned: SeriesPanel?
        /// The rows that are learned from; `nil` for all.
        let learned: [Int]?
        /// The subjects that only the past knows, in the order of the rows behind `places`.
        let past: [PreparedSeries]
    }

    /// What a row of a group's panel is of.
    func series(_ group: Group, row: Int) -> SpendingSeries {
        row < group.places.count
            ? members[group.places[row]].series : group.past[row - group.places.count].series
    }

    /// The groups of all bodies together, or of each body by itself.
    func groups() -> [Group] {
        guard frame.configuration.learning == .eachBody else { return groups(of: Array(members.indices), past) }
        // Members stand in order of unit.
        let pasts = Dictionary(grouping: past) { $0.series.unit }
        return members.indices.split(by: { members[$0].series.unit }).flatMap { places in
            groups(of: places, pasts[members[places[0]].series.unit] ?? [])
        }
    }

    /// One group for each level; small levels join the next one below.
    private func groups(of places: [Int], _ past: [PreparedSeries]) -> [Group] {
        let byLevel = Dictionary(grouping: places) { members[$0].series.subject.level }
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
            // In order of unit, not of level, like the members themselves.
            let places = levels.flatMap { byLevel[$0] ?? [] }.sorted()
            // Upper levels repeat what the narrowest one says, and a single total would outweigh it: they are learned from
            // only where that level is too small to be learned from alone.
            let narrowest = levels[0]
            let isEnough = levels.count > 1 && (byLevel[narrowest]?.count ?? 0) >= Self.leastSubjects
            return group(
                levels.sorted(), places: places, past: past.filter { levels.contains($0.series.subject.level) },
                learning: isEnough ? narrowest : nil)
        }
    }

    /// The subjects of the narrowest level as a panel for each body.
    func bodies() -> [SeriesPanel] {
        let all = members + past
        let narrowest = all.map(\.series.subject.level).max()
        let leaves = all.filter { $0.series.subject.level == narrowest }
        let units = Dictionary(grouping: leaves) { $0.series.unit }
        return units.sorted { $0.key < $1.key }.map { panel(of: $0.value) }
    }

    private func panel(of rows: [PreparedSeries]) -> SeriesPanel {
        var panel = SeriesPanel(
            series: rows.count, firstYear: frame.firstYear, years: frame.column + 1,
            hasBudgets: rows.contains { $0.budgets.contains { !$0.isNaN } })
        for (i, item) in rows.enumerated() { panel.setRow(i, item) }
        return panel
    }

    private func group(
        _ levels: [SubjectLevel], places: [Int], past: [PreparedSeries], learning level: SubjectLevel?
    ) -> Group {
        let panel = panel(of: places.map { members[$0] } + past)
        let learned = level.map { level in
            let rows = places.map { members[$0] } + past
            return rows.indices.filter { rows[$0].series.subject.level == level }
        }
        guard places.contains(where: { members[$0].cleaned != nil }) else {
            return Group(levels: levels, places: places, panel: panel, cleaned: nil, learned: learned, past: past)
        }
        var clean = panel
        for (i, place) in places.enumerated() {
            for (column, value) in (members[place].cleaned ?? []).enumerated() {
                clean.setActual(value, series: i, year: frame.firstYear + column)
            }
        }
        return Group(levels: levels, places: places, panel: panel, cleaned: clean, learned: learned, past: past)
    }
}

extension SeriesPanel {
    /// Sets all figures of one series.
    fileprivate mutating func setRow(_ i: Int, _ item: PreparedSeries) {
        for column in 0..<years {
            setActual(item.actuals[column], series: i, year: firstYear + column)
            setBudget(item.budgets[column], series: i, year: firstYear + column)
            setAdjusted(item.adjusted[column], series: i, year: firstYear + column)
        }
    }
}

extension Range<Int> {
    /// Stretches of numbers that share a key.
    fileprivate func split<Key: Equatable>(by key: (Int) -> Key) -> [[Int]] {
        var stretches: [[Int]] = []
        for number in self {
            if let last = stretches.last?.last, key(last) == key(number) {
                stretches[stretches.count - 1].append(number)
            } else {
                stretches.append([number])
            }
        }
        return stretches
    }
}
