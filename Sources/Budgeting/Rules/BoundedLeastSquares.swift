import LinearAlgebra

/// Values as near as possible to wanted ones that keep bounds and linear constraints:
/// min ½ Σ wᵢ (xᵢ - rᵢ)² subject to lᵢ ≤ xᵢ ≤ uᵢ and loₖ ≤ Σ aₖᵢ xᵢ ≤ hiₖ.
///
/// The weights make the problem separable, so that the best x for given prices of the constraints is known in closed form:
/// xᵢ = clip(rᵢ - (A'μ)ᵢ / wᵢ). What is left is to find the prices, of which there are few: the proximal point method on the
/// dual (Rockafellar 1976), each of whose steps is a smooth concave problem that a projected Newton method solves
/// (Bertsekas 1982). Its last step solves the equations of the constraints that hold exactly, so that the solution is exact
/// up to rounding. Where nothing keeps all constraints, the violation tells so.
struct BoundedLeastSquares {
    /// One constraint.
    struct Row {
        /// The variables and their coefficients.
        var terms: [(variable: Int, coefficient: Double)]
        /// The least and the largest value; infinite for none.
        var range: ClosedRange<Double>
    }

    /// A solution, or the best there is.
    struct Solution {
        /// The values.
        var values: [Double]
        /// By how much the worst constraint is missed, as a share of the largest number of the problem.
        var violation: Double

        /// Whether all constraints are kept.
        var isFeasible: Bool { violation < 1e-7 }
    }

    /// The values wanted.
    var wanted: [Double]
    /// How much a departure from them counts; above zero.
    var weights: [Double]
    var lower: [Double]
    var upper: [Double]
    var rows: [Row]

    /// Solves the problem.
    ///
    /// - Throws: `LinearAlgebraError` for numbers that are not finite.
    func solve() throws(LinearAlgebraError) -> Solution {
        var iteration = PriceIteration(self)
        return try iteration.run()
    }
}

/// The search for the prices of the constraints.
private struct PriceIteration {
    /// A constraint a·x ≤ b, or a·x = b.
    private struct Side {
        var terms: [(variable: Int, coefficient: Double)]
        var bound: Double
        var isEquality: Bool
    }

    private let scale: Double
    private let wanted: [Double]
    /// 1 / w.
    private let give: [Double]
    private let lower: [Double]
    private let upper: [Double]
    private var sides: [Side] = []
    /// The sides that each variable is part of.
    private var columns: [[(side: Int, coefficient: Double)]] = []
    private var prices: [Double] = []

    private static let tolerance = 1e-11
    /// Steps without a smaller gradient end an inner search: what is left is rounding.
    private static let patience = 6
    private static let outerLimit = 40
    private static let innerLimit = 100

    init(_ problem: BoundedLeastSquares) {
        let numbers = problem.wanted + (problem.lower + problem.upper).filter(\.isFinite)
        let scale = max(numbers.reduce(0) { max($0, abs($1)) }, 1e-300)
        self.scale = scale
        wanted = problem.wanted.map { $0 / scale }
        lower = problem.lower.map { $0 / scale }
        upper = problem.upper.map { $0 / scale }
        let mean = problem.weights.reduce(0) { $0 + 1 / $1 } / Double(max(problem.weights.count, 1))
        give = problem.weights.map { 1 / ($0 * mean) }
        for row in problem.rows {
            let norm = row.terms.reduce(0) { $0 + $1.coefficient * $1.coefficient }.squareRoot()
            guard norm > 0 else { continue }
            func side(_ sign: Double, _ bound: Double, isEquality: Bool) -> Side {
                Side(
                    terms: row.terms.map { ($0.variable, sign * $0.coefficient / norm) },
                    bound: sign * bound / (norm * scale), isEquality: isEquality)
            }
            let (low, high) = (row.range.lowerBound, row.range.upperBound)
            if low == high {
                sides.append(side(1, high, isEquality: true))
            } else {
                if high.isFinite { sides.append(side(1, high, isEquality: false)) }
                if low.isFinite { sides.append(side(-1, low, isEquality: false)) }
            }
        }
        prices = [Double](repeating: 0, count: sides.count)
        columns = [[(side: Int, coefficient: Double)]](repeating: [], count: wanted.count)
        for (k, side) in sides.enumerated() {
            for term in side.terms { columns[term.variable].append((k, term.coefficient)) }
        }
    }

    mutating func run() throws(LinearAlgebraError) -> BoundedLeastSquares.Solution {
        let spread = sides.map { side in
            side.terms.reduce(0) { $0 + $1.coefficient * $1.coefficient * give[$1.variable] }
        }
        var penalty = 1e4 / max(spread.max() ?? 1, 1e-12)
        var (best, stalled) = (Double.infinity, 0)
        var values = values(at: prices)
        for _ in 0..<Self.outerLimit where !sides.isEmpty {
            prices = try nearest(to: prices, penalty: penalty)
            values = self.values(at: prices)
            let missed = violation(of: values)
            if missed < Self.tolerance { break }
            stalled = missed < 0.5 * best ? 0 : stalled + 1
            best = min(best, missed)
            if stalled > 4 { break }
            penalty *= 100
        }
        return BoundedLeastSquares.Solution(values: values.map { $0 * scale }, violation: violation(of: values))
    }

    // MARK: One step

    /// The prices of the dual problem with a penalty on moving away from `center`.
    private func nearest(to center: [Double], penalty: Double) throws(LinearAlgebraError) -> [Double] {
        var prices = center
        var values = values(at: prices)
        var (least, idle) = (Double.infinity, 0)
        for _ in 0..<Self.innerLimit {
            let gradient = sides.indices.map { k in
                product(k, values) - sides[k].bound - (prices[k] - center[k]) / penalty
            }
            let free = sides.indices.filter { sides[$0].isEquality || prices[$0] > 0 || gradient[$0] > 0 }
            let steepest = free.reduce(0) { max($0, abs(gradient[$1])) }
            idle = steepest < 0.9 * least ? 0 : idle + 1
            least = min(least, steepest)
            guard steepest > Self.tolerance / 10, idle < Self.patience else { break }
            let step = try newtonStep(free, gradient, values, penalty: penalty)
            let before = height(prices, values, center, penalty)
            let slope = zip(free, step).reduce(0) { $0 + gradient[$1.0] * $1.1 }
            var (share, moved) = (1.0, false)
            for _ in 0..<50 {
                var next = prices
                for (place, k) in free.enumerated() {
                    next[k] += share * step[place]
                    if !sides[k].isEquality { next[k] = max(next[k], 0) }
                }
                let nextValues = self.values(at: next)
                let after = height(next, nextValues, center, penalty)
                if after >= before + 1e-4 * share * slope - 1e-15 * (1 + abs(before)) {
                    moved = next != prices
                    (prices, values) = (next, nextValues)
                    break
                }
                share /= 2
            }
            if !moved { break }
        }
        return prices
    }

    /// The Newton step of the prices that are free to move.
    private func newtonStep(
        _ free: [Int], _ gradient: [Double], _ values: [Double], penalty: Double
    ) throws(LinearAlgebraError) -> [Double] {
        var places = [Int](repeating: -1, count: sides.count)
        for (place, k) in free.enumerated() { places[k] = place }
        let size = free.count
        var entries = [Double](repeating: 0, count: size * size)
        for i in wanted.indices where values[i] > lower[i] && values[i] < upper[i] {
            for one in columns[i] where places[one.side] >= 0 {
                let weighted = one.coefficient * give[i]
                for other in columns[i] where places[other.side] >= 0 {
                    entries[places[one.side] * size + places[other.side]] += weighted * other.coefficient
                }
            }
        }
        for place in free.indices { entries[place * size + place] += 1 / penalty + 1e-300 }
        var curvature = Matrix(rows: size, columns: size)
        for row in free.indices {
            for column in free.indices { curvature[row, column] = entries[row * size + column] }
        }
        let right = free.map { gradient[$0] }
        do {
            return try CholeskyFactorization(curvature).solve(right)
        } catch .notPositiveDefinite {
            // Constraints that say the same leave rounding below zero: a plain ascent goes on.
            return right.map { $0 * penalty }
        }
    }

    // MARK: Values

    /// The best values at given prices.
    private func values(at prices: [Double]) -> [Double] {
        var pull = [Double](repeating: 0, count: wanted.count)
        for (k, side) in sides.enumerated() where prices[k] != 0 {
            for term in side.terms { pull[term.variable] += prices[k] * term.coefficient }
        }
        return wanted.indices.map { min(max(wanted[$0] - pull[$0] * give[$0], lower[$0]), upper[$0]) }
    }

    private func product(_ k: Int, _ values: [Double]) -> Double {
        sides[k].terms.reduce(0) { $0 + $1.coefficient * values[$1.variable] }
    }

    /// The value of the dual problem.
    private func height(_ prices: [Double], _ values: [Double], _ center: [Double], _ penalty: Double) -> Double {
        var sum = 0.0
        for i in wanted.indices {
            let gap = values[i] - wanted[i]
            sum += gap * gap / (2 * give[i])
        }
        for k in sides.indices where prices[k] != 0 || center[k] != 0 {
            let moved = prices[k] - center[k]
            sum += prices[k] * (product(k, values) - sides[k].bound) - moved * moved / (2 * penalty)
        }
        return sum
    }

    private func violation(of values: [Double]) -> Double {
        sides.indices.reduce(0) { worst, k in
            let gap = product(k, values) - sides[k].bound
            return max(worst, sides[k].isEquality ? abs(gap) : gap)
        }
    }
}
