/// How much each member of the combination counts.
///
/// Weights come from errors at earlier origins only. The panel regression always takes part; of the others those do
/// whose error was no larger than its own. Members count by the inverse square of their error, shrunk half-way towards
/// equal weights: equal weights are hard to beat and estimated ones are noisy (Clemen, 1989; Smith and Wallis, 2009),
/// but a member that is plainly worse helps no one.
struct CombinationWeights: Hashable, Sendable, Codable {
    /// One weight for each ``Member``, adding up to one.
    var values: [Double]

    private static let shrinkage = 0.5

    /// All weight on one member.
    init(only member: Member) {
        values = Member.allCases.map { $0 == member ? 1 : 0 }
    }

    /// Weights from the errors of members, in the order of ``Member``.
    init(errors: [Double]) {
        let reference = errors[Member.level.rawValue]
        guard reference > 0 else {
            // The regression was never wrong: nothing can be better.
            self = CombinationWeights(only: .level)
            return
        }
        let kept = errors.map { $0 <= reference }
        let count = Double(kept.count { $0 })
        // An error of a thousandth of the regression's is as good as none and must not divide by zero.
        let raw = zip(errors, kept).map { error, keep in
            keep ? power(reference / max(error, reference * 1e-3), 2) : 0
        }
        let total = raw.reduce(0, +)
        values = zip(raw, kept).map { weight, keep in
            keep ? Self.shrinkage / count + (1 - Self.shrinkage) * weight / total : 0
        }
    }

    /// The weight of a member.
    subscript(_ member: Member) -> Double { values[member.rawValue] }

    /// The members with any weight.
    var active: [Member] { Member.allCases.filter { self[$0] > 0 } }
}

/// Errors of members at past origins, from which weights follow.
///
/// An origin's error is the geometric mean of two measures: the sum of absolute errors over the sum of absolute actuals,
/// which the largest subjects rule, and the mean absolute error in sizes (each at most 3), where every subject has one
/// vote. Origins and years ahead count alike, older origins less.
struct MemberErrors: Sendable {
    private struct Sums {
        var absolute = [Double](repeating: 0, count: Member.allCases.count)
        var relative = [Double](repeating: 0, count: Member.allCases.count)
        var actual = 0.0
        var rows = 0.0
    }

    private var sums: [Int: Sums] = [:]
    private static let memory = 0.9

    init() {}

    /// Adds one outcome with the members' forecasts of it.
    mutating func add(column: Int, outcome: Double, size: Double, forecasts: UnsafeBufferPointer<Double>) {
        var sum = sums[column] ?? Sums()
        for m in 0..<Member.allCases.count {
            let error = abs(outcome - forecasts[m])
            sum.absolute[m] += error
            sum.relative[m] += min(error / size, 3)
        }
        sum.actual += abs(outcome)
        sum.rows += 1
        sums[column] = sum
    }

    /// The number of origins.
    var origins: Int { sums.values.count { $0.actual > 0 } }

    /// The error of each member, in the order of ``Member``.
    var errors: [Double] {
        var totals = [Double](repeating: 0, count: Member.allCases.count)
        var weight = 0.0
        let newest = sums.keys.max() ?? 0
        for (column, sum) in sums.sorted(by: { $0.key < $1.key }) where sum.actual > 0 && sum.rows > 0 {
            let age = power(Self.memory, Double(newest - column))
            weight += age
            for m in totals.indices {
                totals[m] += age * (sum.absolute[m] / sum.actual * sum.relative[m] / sum.rows).squareRoot()
            }
        }
        return totals.map { weight > 0 ? $0 / weight : 0 }
    }
}
