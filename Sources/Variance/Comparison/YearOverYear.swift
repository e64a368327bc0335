import FinalAccounts

/// One unit's actuals of two years, subject by subject (同比).
///
/// ```swift
/// let comparisons = try YearOverYear.comparisons(
///     of: series, from: FiscalYear(2022), to: FiscalYear(2023), scheme: .china)
/// for row in comparisons[0].rows(at: .item, by: .change).prefix(10) {
///     print(row.subject.name, row.percentageChange?.text ?? "–")
/// }
/// ```
///
/// A subject without a line in a year that was otherwise reported at its level counts as zero there, so that the
/// changes of one level add up to the total's. A year that does not say is `nil`, and so is the change.
package struct YearOverYear: Hashable, Sendable {
    /// The order rows are listed in. Ties, and rows without the figure, follow in the classification's order.
    package enum Order: String, Hashable, Sendable, Codable, CaseIterable {
        /// The classification's own order: level by level, code by code.
        case subject
        /// The largest absolute change first.
        case change
        /// The largest absolute percentage change first; subjects without a base last.
        case rate
        /// The largest later figure first.
        case current
    }

    /// The body that spent.
    package let unit: BudgetUnit
    /// The earlier year.
    package let previousYear: FiscalYear
    /// The later year.
    package let currentYear: FiscalYear
    /// The unit's total.
    package let total: YearOverYearRow
    /// Every subject with a line in either year, in the classification's order; the total is not among them.
    package let rows: [YearOverYearRow]

    /// Compares every unit in `series`, units in order of name. Units with a line in neither year are left out.
    ///
    /// - Throws: ``AmountError/overflow`` where a difference does not fit.
    package static func comparisons(
        of series: [SpendingSeries], from previousYear: FiscalYear, to currentYear: FiscalYear, scheme: SubjectScheme
    ) throws(AmountError) -> [YearOverYear] {
        var result: [YearOverYear] = []
        for tree in try UnitTree.trees(of: series, scheme: scheme) {
            let comparison = try YearOverYear(tree, from: previousYear, to: currentYear)
            if !comparison.rows.isEmpty || comparison.total.current != nil || comparison.total.previous != nil {
                result.append(comparison)
            }
        }
        return result
    }

    /// The rows of one level, or of all, in the order asked for.
    package func rows(at level: SubjectLevel? = nil, by order: Order = .subject) -> [YearOverYearRow] {
        let chosen = level.map { level in rows.filter { $0.subject.level == level } } ?? rows
        guard order != .subject else { return chosen }
        let keyed = chosen.enumerated().map {
            (place: $0.offset, weight: Self.weight(of: $0.element, order), row: $0.element)
        }
        return keyed.sorted { $0.weight == $1.weight ? $0.place < $1.place : $0.weight > $1.weight }.map(\.row)
    }

    private init(_ tree: UnitTree, from previousYear: FiscalYear, to currentYear: FiscalYear) throws(AmountError) {
        unit = tree.unit
        self.previousYear = previousYear
        self.currentYear = currentYear
        let totals = (
            previous: tree.series[0].actual(in: previousYear), current: tree.series[0].actual(in: currentYear)
        )
        var made: [YearOverYearRow] = []
        for index in tree.series.indices {
            let earlier = tree.series[index].observation(in: previousYear)
            let later = tree.series[index].observation(in: currentYear)
            if index > 0, earlier == nil, later == nil { continue }
            made.append(
                try YearOverYearRow(
                    subject: tree.series[index].subject,
                    previous: tree.actualOrZero(of: index, in: previousYear),
                    current: tree.actualOrZero(of: index, in: currentYear), totals: totals,
                    reason: later?.reason,
                    usesSyntheticFigures: earlier?.origin == .synthetic || later?.origin == .synthetic,
                    isComplete: earlier?.isComplete != false && later?.isComplete != false, observation: later))
        }
        total = made[0]
        rows = made.dropFirst().sorted {
            ($0.subject.level, $0.subject.key) < ($1.subject.level, $1.subject.key)
        }
    }

    private static func weight(of row: YearOverYearRow, _ order: Order) -> Double {
        switch order {
        case .subject: 0
        case .change: row.change.map { Double($0.magnitude.minorUnits) } ?? -1
        case .rate: row.percentageChange.map { abs($0.doubleValue) } ?? -1
        case .current: row.current.map { Double($0.minorUnits) } ?? -Double.greatestFiniteMagnitude
        }
    }
}
