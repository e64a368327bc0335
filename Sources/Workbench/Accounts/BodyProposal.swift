import FinalAccounts

/// That one body may have taken over from others: theirs ended, its own began, and the subjects are the same.
package struct BodyProposal: Hashable, Sendable {
    /// The bodies that ended.
    package let from: [BudgetUnit]
    /// The body that appeared.
    package let to: BudgetUnit
    /// Its first year.
    package let since: FiscalYear

    /// How much of the smaller body's subjects the other has to have.
    private static let leastShared = 0.6

    /// Looks for bodies that ended in a year and bodies that appeared in the next.
    ///
    /// A body that appeared takes over from every one that ended the year before with at least three fifths of its subjects
    /// among the new one's, unless another that appeared fits better.
    package static func proposals(from lines: [AccountLine]) -> [BodyProposal] {
        var years: [BudgetUnit: ClosedRange<Int>] = [:]
        for line in lines where line.actual != nil {
            let year = line.fiscalYear.number
            years[line.unit] =
                years[line.unit].map { min($0.lowerBound, year)...max($0.upperBound, year) } ?? year...year
        }
        guard let first = years.values.map(\.lowerBound).min(), let last = years.values.map(\.upperBound).max() else {
            return []
        }
        let ended = Dictionary(grouping: years.filter { $0.value.upperBound < last }, by: \.value.upperBound)
        let appeared = Dictionary(grouping: years.filter { $0.value.lowerBound > first }, by: \.value.lowerBound)
        var result: [BodyProposal] = []
        for (year, bodies) in appeared.sorted(by: { $0.key < $1.key }) {
            let before = (ended[year - 1] ?? []).map(\.key)
            let new = bodies.map { ($0.key, subjects(of: $0.key, in: year, lines)) }
            var takers: [BudgetUnit: [BudgetUnit]] = [:]
            for body in before.sorted() {
                let old = subjects(of: body, in: year - 1, lines)
                let best = new.map { (unit: $0.0, share: shared(old, $0.1)) }
                    .sorted { ($1.share, $0.unit) < ($0.share, $1.unit) }.first
                if let best, best.share >= leastShared { takers[best.unit, default: []].append(body) }
            }
            for (to, from) in takers.sorted(by: { $0.key < $1.key }) {
                result.append(BodyProposal(from: from, to: to, since: FiscalYear(year)))
            }
        }
        return result
    }

    private static func subjects(of unit: BudgetUnit, in year: Int, _ lines: [AccountLine]) -> Set<SubjectKey> {
        Set(lines.lazy.filter { $0.unit == unit && $0.fiscalYear.number == year }.map(\.subject.key))
    }

    private static func shared(_ old: Set<SubjectKey>, _ new: Set<SubjectKey>) -> Double {
        let smaller = min(old.count, new.count)
        return smaller == 0 ? 0 : Double(old.intersection(new).count) / Double(smaller)
    }
}
