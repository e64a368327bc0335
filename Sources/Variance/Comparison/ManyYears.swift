import FinalAccounts

/// One unit's actuals of several years side by side, subject by subject.
///
/// A subject without a line in a year that was otherwise reported at its level counts as zero there, as in ``YearOverYear``,
/// so that the columns of one level add up to the total's.
package struct ManyYears: Hashable, Sendable {
    /// One subject.
    package struct Row: Hashable, Sendable {
        /// What the money was for.
        package let subject: Subject
        /// The actual of each year; `nil` where a year does not say, or says it of a part only.
        package let amounts: [Amount?]
        /// The last year less the first.
        package let change: Amount?
        /// The part of the total's change over all years that this change is.
        package let shareOfChange: StatedPercentage?
        /// Whether any figure is generated rather than published.
        package let usesSyntheticFigures: Bool
    }

    /// The body that spent.
    package let unit: BudgetUnit
    /// The years, ascending.
    package let years: [FiscalYear]
    /// The unit's total.
    package let total: Row
    /// Every subject with a line in any of the years, in the classification's order.
    package let rows: [Row]

    /// Puts the years of every unit side by side, units in order of name; one with a line in none of them is left out.
    ///
    /// - Throws: ``AmountError/overflow`` where a difference does not fit.
    package static func tables(
        of series: [SpendingSeries], years: [FiscalYear], scheme: SubjectScheme
    ) throws(AmountError) -> [ManyYears] {
        var tables: [ManyYears] = []
        for tree in try UnitTree.trees(of: series, scheme: scheme) {
            let table = try ManyYears(tree, years: years)
            if !table.rows.isEmpty || table.total.amounts.contains(where: { $0 != nil }) { tables.append(table) }
        }
        return tables
    }

    private init(_ tree: UnitTree, years: [FiscalYear]) throws(AmountError) {
        unit = tree.unit
        self.years = years
        let totals = Self.amounts(of: 0, in: tree, years)
        let whole = try Self.change(totals)
        var made: [Row] = []
        for index in tree.series.indices {
            let observations = years.compactMap { tree.series[index].observation(in: $0) }
            if index > 0, observations.isEmpty { continue }
            let amounts = Self.amounts(of: index, in: tree, years)
            let change = try Self.change(amounts)
            made.append(
                Row(
                    subject: tree.series[index].subject, amounts: amounts, change: change,
                    shareOfChange: change.flatMap { change in whole.flatMap { StatedPercentage(of: change, in: $0) } },
                    usesSyntheticFigures: observations.contains { $0.origin == .synthetic }))
        }
        total = made[0]
        rows = made.dropFirst().sorted {
            ($0.subject.level, $0.subject.key) < ($1.subject.level, $1.subject.key)
        }
    }

    private static func amounts(of index: Int, in tree: UnitTree, _ years: [FiscalYear]) -> [Amount?] {
        years.map { year in
            let isComplete = tree.series[index].observation(in: year)?.isComplete ?? true
            return isComplete ? tree.actualOrZero(of: index, in: year) : nil
        }
    }

    private static func change(_ amounts: [Amount?]) throws(AmountError) -> Amount? {
        guard case (let first??, let last??) = (amounts.first, amounts.last) else { return nil }
        return try last.subtracting(first)
    }
}
