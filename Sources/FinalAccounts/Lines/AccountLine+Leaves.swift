extension [AccountLine] {
    /// The lines that together are the whole, none of them part of another: those with no line below them, and for one that
    /// states more than the lines below it the rest (其余).
    ///
    /// What is added up over them is what the series of the same lines have as total.
    ///
    /// - Throws: `AmountError` where a sum does not fit.
    package func leaves(in scheme: SubjectScheme) throws(AmountError) -> [AccountLine] {
        var given: [LeafPlace: [Int]] = [:]
        for place in indices { given[LeafPlace(self[place], self[place].subject.key), default: []].append(place) }
        var below: [LeafPlace: [Int]] = [:]
        for place in indices {
            var key = self[place].subject.key
            while let above = scheme.parent(of: key) {
                let parent = LeafPlace(self[place], above)
                if given[parent] != nil {
                    below[parent, default: []].append(place)
                    break
                }
                key = above
            }
        }
        if below.isEmpty { return self }
        var leaves: [AccountLine] = []
        for place in indices {
            let own = LeafPlace(self[place], self[place].subject.key)
            guard let parts = below[own] else {
                leaves.append(self[place])
                continue
            }
            // Several rows of one subject have their parts in common.
            guard given[own]?.first == place else { continue }
            let rows = (given[own] ?? []).map { self[$0] }
            if let rest = try Self.rest(of: rows, beyond: parts.map { self[$0] }, in: scheme) { leaves.append(rest) }
        }
        return leaves
    }

    /// What rows of one subject state beyond its parts; `nil` where that is nothing.
    private static func rest(
        of rows: [AccountLine], beyond parts: [AccountLine], in scheme: SubjectScheme
    ) throws(AmountError) -> AccountLine? {
        let actuals = rows.compactMap(\.actual)
        guard !actuals.isEmpty, let subject = rows[0].subject.remainder(in: scheme) else { return nil }
        var line = rows[0]
        line.subject = subject
        line.reason = nil
        (line.basic, line.project, line.adjustedBudget) = (nil, nil, nil)
        let actual = try Amount.sum(actuals).subtracting(Amount.sum(parts.compactMap(\.actual)))
        line.actual = actual
        line.initialBudget = .notStated
        let budgets = rows.compactMap(\.initialBudget.amount)
        if !budgets.isEmpty, parts.allSatisfy({ $0.initialBudget.amount != nil }) {
            line.initialBudget = .stated(
                try Amount.sum(budgets).subtracting(Amount.sum(parts.compactMap(\.initialBudget.amount))))
        }
        return actual == .zero && line.initialBudget.amount ?? .zero == .zero ? nil : line
    }
}

/// A subject of one body, fund and year.
private struct LeafPlace: Hashable {
    let unit: BudgetUnit
    let year: FiscalYear
    let fund: Fund
    let subject: SubjectKey

    init(_ line: AccountLine, _ subject: SubjectKey) {
        (unit, year, fund) = (line.unit, line.fiscalYear, line.fund)
        self.subject = subject
    }
}
