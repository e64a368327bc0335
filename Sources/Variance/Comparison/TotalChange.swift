import FinalAccounts

/// Why a body's total changed: the lines that changed most over the year before, and those furthest from their plan.
package struct TotalChange: Hashable, Sendable {
    /// What one line adds to a difference.
    package struct Contribution: Hashable, Sendable {
        /// The line.
        package let subject: Subject
        /// What it adds.
        package let amount: Amount

        package init(subject: Subject, amount: Amount) {
            self.subject = subject
            self.amount = amount
        }
    }

    /// A difference and the lines that make it.
    package struct Difference: Hashable, Sendable {
        /// All of it.
        package let amount: Amount
        /// The largest contributions, the largest first.
        package let largest: [Contribution]
        /// What all other lines add.
        package let rest: Amount
        /// How many other lines add anything.
        package let others: Int

        /// The difference that contributions make; those of nothing are left out.
        ///
        /// - Throws: ``AmountError/overflow``.
        package init(of contributions: [Contribution]) throws(AmountError) {
            let all = contributions.filter { $0.amount != .zero }.sorted {
                ($1.amount.magnitude, $0.subject.key) < ($0.amount.magnitude, $1.subject.key)
            }
            amount = try Amount.sum(all.map(\.amount))
            largest = Array(all.prefix(TotalChange.count))
            rest = try Amount.sum(all.dropFirst(TotalChange.count).map(\.amount))
            others = max(0, all.count - TotalChange.count)
        }
    }

    /// Against the actual of the year before; `nil` where the body has none.
    package let onYear: Difference?
    /// Against the initial budget; a line without one counts as planned with nothing. `nil` without any budget.
    package let onPlan: Difference?

    /// How many lines are told.
    package static let count = 3

    /// Works a body's year out; the first series is the total.
    ///
    /// - Parameters:
    ///   - series: the series of one body, at every level.
    ///   - year: the year of the accounts.
    /// - Throws: ``AmountError/overflow``.
    package init(_ series: [SpendingSeries], year: FiscalYear, scheme: SubjectScheme) throws(AmountError) {
        let tree = SubjectTree(series.map { ($0.unit, $0.subject) }, scheme: scheme)
        let lines = series.indices.filter { tree.children[$0].isEmpty && series[$0].subject.level != .total }.map {
            series[$0]
        }
        let total = series.first { $0.subject.level == .total }
        let (now, before) = (total?.actual(in: year), total?.actual(in: year.previous))
        onYear =
            now == nil || before == nil
            ? nil
            : try Self.difference(lines) { line throws(AmountError) in
                try (line.actual(in: year) ?? .zero).subtracting(line.actual(in: year.previous) ?? .zero)
            }
        onPlan =
            now == nil || total?.observation(in: year)?.initialBudget.amount == nil
            ? nil
            : try Self.difference(lines) { line throws(AmountError) in
                try (line.actual(in: year) ?? .zero).subtracting(
                    line.observation(in: year)?.initialBudget.amount ?? .zero)
            }
    }

    private static func difference(
        _ lines: [SpendingSeries], of amount: (SpendingSeries) throws(AmountError) -> Amount
    ) throws(AmountError) -> Difference {
        var all: [Contribution] = []
        for line in lines { all.append(Contribution(subject: line.subject, amount: try amount(line))) }
        return try Difference(of: all)
    }
}
