/// How much each member of the combination counts.
///
/// Weights come from errors at earlier origins only. The equal mean of every set of members is held against what came, and
/// the weights are the average over the sets that did best, all within two hundredths of the least error: equal weights
/// are hard to beat and estimated ones are noisy (Clemen, 1989; Smith and Wallis, 2009), but a member that helps no mean
/// has no place in it.
struct CombinationWeights: Hashable, Sendable, Codable {
    /// One weight for each ``Member``, adding up to one.
    var values: [Double]

    private static let margin = 0.02

    /// All weight on one member.
    init(only member: Member) {
        values = Member.allCases.map { $0 == member ? 1 : 0 }
    }

    /// Weights from the errors of the means of all sets of members, in the order of ``MemberSets/all``.
    init(errors: [Double]) {
        let best = errors.min() ?? 0
        var values = [Double](repeating: 0, count: Member.allCases.count)
        let near = zip(MemberSets.all, errors).filter { $0.1 <= best * (1 + Self.margin) }.map(\.0)
        for set in near {
            for member in set { values[member] += 1 / Double(set.count * near.count) }
        }
        self.values = values
    }

    /// The weight of a member.
    subscript(_ member: Member) -> Double { values[member.rawValue] }

    /// The members with any weight.
    var active: [Member] { Member.allCases.filter { self[$0] > 0 } }
}

/// All sets of members that a mean can be taken over.
enum MemberSets {
    /// The raw values of each set's members; single members first come in the order of ``Member``.
    static let all: [[Int]] = {
        let count = Member.allCases.count
        let sets = (1..<(1 << count)).map { bits in (0..<count).filter { bits & (1 << $0) != 0 } }
        return sets.filter { $0.count == 1 } + sets.filter { $0.count > 1 }
    }()

    /// The mean of each set.
    static func means(_ forecasts: [Double]) -> [Double] {
        all.map { set in set.reduce(0) { $0 + forecasts[$1] } / Double(set.count) }
    }
}

/// Errors of several forecasters at past origins.
///
/// An origin's error is the geometric mean of two measures: the sum of absolute errors over the sum of absolute actuals,
/// which the largest subjects rule, and the mean absolute error in sizes (each at most 3), where every subject has one
/// vote. Origins and years ahead count alike, older origins less.
struct MemberErrors: Sendable {
    private struct Sums {
        var absolute: [Double]
        var relative: [Double]
        var actual = 0.0
        var rows = 0.0

        init(count: Int) {
            absolute = [Double](repeating: 0, count: count)
            relative = absolute
        }
    }

    private var sums: [Int: Sums] = [:]
    private let count: Int
    private static let memory = 0.9

    /// No errors yet, of as many forecasters.
    init(count: Int) {
        self.count = count
    }

    /// Adds one outcome with the forecasts of it.
    mutating func add(column: Int, outcome: Double, size: Double, forecasts: UnsafeBufferPointer<Double>) {
        var sum = sums[column] ?? Sums(count: count)
        for m in 0..<count {
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

    /// The error of each forecaster.
    var errors: [Double] {
        var totals = [Double](repeating: 0, count: count)
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
