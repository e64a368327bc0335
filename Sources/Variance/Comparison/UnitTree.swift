import FinalAccounts

/// The series of one unit as a tree under its total.
///
/// Index 0 is always the unit's total; where the series hold none, it is the exact sum of the widest level given.
struct UnitTree {
    /// The series, the total first.
    let series: [SpendingSeries]
    /// Which of them is part of which.
    let tree: SubjectTree
    /// For each series the indices of the series right below it.
    var children: [[Int]] { tree.children }
    /// Every index after those of its children.
    var narrowestFirst: ReversedCollection<[Int]> { tree.order.reversed() }

    /// The unit all series belong to.
    var unit: BudgetUnit { series[0].unit }

    /// Puts the series of one unit in order.
    ///
    /// - Precondition: `series` is not empty and of one unit.
    /// - Throws: ``AmountError/overflow`` where the total has to be summed and does not fit.
    init(_ series: [SpendingSeries], unit: BudgetUnit, scheme: SubjectScheme) throws(AmountError) {
        var ordered: [SpendingSeries] = []
        ordered.reserveCapacity(series.count + 1)
        if let total = series.first(where: { $0.subject.key == Subject.total.key }) {
            ordered.append(total)
            ordered += series.lazy.filter { $0.subject.key != Subject.total.key }
        } else {
            ordered.append(try Self.total(of: series, unit: unit))
            ordered += series
        }
        self.series = ordered
        tree = SubjectTree(listing: ordered, scheme: scheme)
    }

    /// Splits series by unit, units in order of name.
    static func trees(of series: [SpendingSeries], scheme: SubjectScheme) throws(AmountError) -> [UnitTree] {
        var groups: [BudgetUnit: [SpendingSeries]] = [:]
        var start = series.startIndex
        while start < series.endIndex {
            let unit = series[start].unit
            var end = start + 1
            while end < series.endIndex, series[end].unit == unit { end += 1 }
            groups[unit, default: []] += series[start..<end]
            start = end
        }
        var result: [UnitTree] = []
        result.reserveCapacity(groups.count)
        for (unit, group) in groups.sorted(by: { $0.key < $1.key }) {
            result.append(try UnitTree(group, unit: unit, scheme: scheme))
        }
        return result
    }

    /// How many parts' reasons stand for those of a sum.
    private static let reasonCount = 3

    /// The reasons that a year's lines below a series give, each behind its subject's name, those furthest from their initial
    /// budgets first.
    func reasonsBelow(_ index: Int, in year: FiscalYear) -> [String] {
        var open = children[index]
        var found: [(text: String, distance: Double)] = []
        while let next = open.popLast() {
            open += children[next]
            guard let line = series[next].observation(in: year), let reason = line.reason else { continue }
            let budget = line.initialBudget.amount ?? .zero
            found.append(
                ("\(series[next].subject.name)：\(reason)", abs((line.actual ?? .zero).doubleValue - budget.doubleValue))
            )
        }
        return found.sorted { ($1.distance, $0.text) < ($0.distance, $1.text) }.prefix(Self.reasonCount).map(\.text)
    }

    /// The actual of a year, where a subject without a line in an otherwise reported year is a true zero.
    ///
    /// `nil` when the document does not say: a line without an actual, a year without any line, or a year that
    /// was reported at a wider level only.
    func actualOrZero(of index: Int, in year: FiscalYear) -> Amount? {
        if let observation = series[index].observation(in: year) { return observation.actual }
        return absenceMeansZero(of: index, in: year) ? .zero : nil
    }

    /// Whether a missing line says that nothing was spent, rather than that nobody reported at this level.
    func absenceMeansZero(of index: Int, in year: FiscalYear) -> Bool {
        let parent = tree.parents[index]
        guard parent >= 0 else { return false }
        guard let above = series[parent].observation(in: year) else { return absenceMeansZero(of: parent, in: year) }
        if above.isSummed || above.actual == .zero { return true }
        return tree.children[parent].contains { $0 != index && series[$0].observation(in: year) != nil }
    }

    private static func total(of series: [SpendingSeries], unit: BudgetUnit) throws(AmountError) -> SpendingSeries {
        let widest = series.map(\.subject.level).min() ?? .total
        var years: [FiscalYear: (actual: Amount?, budget: Amount?, origin: Origin)] = [:]
        for one in series where one.subject.level == widest {
            for observation in one.observations {
                var sum = years[observation.year] ?? (nil, nil, .published)
                if let actual = observation.actual { sum.actual = try (sum.actual ?? .zero).adding(actual) }
                if let budget = observation.initialBudget.amount {
                    sum.budget = try (sum.budget ?? .zero).adding(budget)
                }
                if observation.origin == .synthetic { sum.origin = .synthetic }
                years[observation.year] = sum
            }
        }
        let observations = years.sorted { $0.key < $1.key }.map { year, sum in
            Observation(
                year: year, initialBudget: sum.budget.map(BudgetState.stated) ?? .notStated, actual: sum.actual,
                origin: sum.origin, isSummed: true)
        }
        return SpendingSeries(unit: unit, subject: .total, observations: observations)
    }
}
