/// That a body's year looks like the one beside it in a way that accounts do not: the same to the last 分, or a power of
/// ten apart.
package enum YearLikeness: Hashable, Sendable {
    /// Every amount of every subject is that of the other year.
    case copied(subjects: Int)
    /// Nearly every subject is about 10 to this power times what it is in the other year.
    case otherUnit(power: Int, subjects: Int)

    /// How many subjects with money it takes: of fewer, chance or a small body's habits may be the reason.
    private static let leastSubjects = 5

    /// Holds two years against each other; `nil` where nothing is odd.
    package init?(_ lines: [AccountLine], _ other: [AccountLine]) {
        var known: [SubjectKey: YearAmounts] = [:]
        var named: [[String]: YearAmounts] = [:]
        for line in other {
            known[line.subject.key] = YearAmounts(line)
            // A text names subjects that a table numbers.
            if line.subject.names.count == SubjectLevel.item.depth + 1 { named[line.subject.names] = YearAmounts(line) }
        }
        self.init(
            pairs: lines.map { (YearAmounts($0), known[$0.subject.key] ?? named[$0.subject.names]) },
            counts: (lines.count, other.count))
    }

    /// Holds the amounts of a year against those of the same subjects in the other.
    ///
    /// - Parameters:
    ///   - found: each line of the year, with that of its subject in the other year where there is one.
    ///   - counts: the lines of both years.
    init?(pairs found: [(YearAmounts, YearAmounts?)], counts: (Int, Int)) {
        var pairs: [(Amount, Amount)] = []
        var isCopy = counts.0 == counts.1
        for (mine, other) in found {
            guard let other else {
                isCopy = false
                continue
            }
            isCopy = isCopy && mine == other
            guard let mine = mine.actual, let theirs = other.actual, mine != .zero, theirs != .zero else { continue }
            pairs.append((mine, theirs))
        }
        guard pairs.count >= Self.leastSubjects else { return nil }
        if isCopy {
            self = .copied(subjects: pairs.count)
            return
        }
        guard pairs.count * 2 >= min(counts.0, counts.1), let power = Self.power(of: pairs) else { return nil }
        self = .otherUnit(power: power, subjects: pairs.count)
    }

    /// The power of ten that the units in use are apart, where nearly all pairs are about that far from each other.
    private static func power(of pairs: [(Amount, Amount)]) -> Int? {
        let apart: [(power: Int, factor: Double)] = [(3, 1e3), (-3, 1e-3), (4, 1e4), (-4, 1e-4), (8, 1e8), (-8, 1e-8)]
        return apart.first { _, factor in
            let near = pairs.count { mine, theirs in
                let ratio = mine.doubleValue / theirs.doubleValue / factor
                return ratio > 0.3 && ratio < 3.2
            }
            return near * 10 >= pairs.count * 9
        }?.power
    }
}

/// The amounts of a line that are held against those of another year.
struct YearAmounts: Hashable {
    let actual: Amount?
    let initialBudget: BudgetState
    let adjustedBudget: Amount?

    init(_ line: borrowing AccountLine) {
        actual = line.actual
        initialBudget = line.initialBudget
        adjustedBudget = line.adjustedBudget
    }
}
