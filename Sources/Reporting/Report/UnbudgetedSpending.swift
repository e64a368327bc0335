import FinalAccounts

/// What was spent in a year without any initial budget, counted once: at the narrowest level that is given.
struct UnbudgetedSpending {
    /// How many subjects.
    let count: Int
    /// How much; `nil` where the sum does not fit.
    let sum: Amount?

    /// Counts the subjects of one unit that have no subject below them.
    init(series: [SpendingSeries], year: FiscalYear) {
        let amounts = series.compactMap { one -> Amount? in
            guard let observation = one.observation(in: year), !observation.isSummed, one.subject.level != .total,
                observation.initialBudget == .unbudgeted || observation.initialBudget == .stated(.zero),
                let actual = observation.actual, actual != .zero
            else { return nil }
            return actual
        }
        count = amounts.count
        sum = try? Amount.sum(amounts)
    }
}
