import FinalAccounts
import Platform

/// How forecasts of subjects and of the levels above them are made to add up.
public enum Reconciliation: String, Hashable, Sendable, Codable, CaseIterable {
    /// They are left as they are.
    case none
    /// The narrowest level stands; every level above is the sum of the one below.
    case bottomUp = "bottom-up"
    /// All levels give way by the variance of their errors.
    case weightedLeastSquares = "wls"
    /// As before, with errors that are correlated: minimum trace with a shrunk covariance (MinT; Wickramasuriya,
    /// Athanasopoulos and Hyndman, 2019).
    case minimumTrace = "mint"
}

/// The values to be reconciled, node by node of a tree.
///
/// ```swift
/// // A total with two parts: 90 and 20 were forecast for the parts, 100 for the total.
/// let problem = try ReconciliationProblem(parents: [-1, 0, 0], values: [100, 90, 20], variances: [4, 4, 1])
/// let coherent = problem.solve(.weightedLeastSquares)   // coherent[0] == coherent[1] + coherent[2]
/// ```
public struct ReconciliationProblem: Sendable {
    let tree: SubjectTree
    /// The values as forecast.
    let values: [Double]
    /// Their error variances, above zero.
    let variances: [Double]
    /// What each parent has beyond the sum of its children; zero for leaves.
    let remainders: [Double]
    /// Nodes that must not fall below zero.
    let isNeverNegative: [Bool]
    /// Nodes whose value stands: a user's number.
    let isFixed: [Bool]
    /// Past error vectors.
    let errors: [[Double]]

    private static let longestSearch = 20

    init(
        tree: SubjectTree, values: [Double], variances: [Double], remainders: [Double], isNeverNegative: [Bool],
        isFixed: [Bool], errors: [[Double]]
    ) {
        self.tree = tree
        self.values = values
        self.variances = variances
        self.remainders = remainders
        self.isNeverNegative = isNeverNegative
        self.isFixed = isFixed
        self.errors = errors
    }

    /// A problem of one's own: any forecasts of nodes of trees.
    ///
    /// - Parameters:
    ///   - parents: the parent of each node by its place; -1 for roots.
    ///   - values: the values as forecast, one a node.
    ///   - variances: their error variances, above zero.
    ///   - errors: past errors, one list of all nodes for each year; for ``Reconciliation/minimumTrace``.
    /// - Throws: ``ForecastError/invalidConfiguration(name:value:expected:)`` for lists of other lengths, numbers that are not
    ///   finite and parents that lead round in a circle.
    public init(
        parents: [Int], values: [Double], variances: [Double], errors: [[Double]] = []
    ) throws(ForecastError) {
        let count = parents.count
        for list in [values, variances] + errors where list.count != count || !list.allSatisfy(\.isFinite) {
            throw .invalidConfiguration(
                name: Bilingual("数值", "values"), value: Bilingual(verbatim: "\(list.count)"),
                expected: Bilingual("\(count) 个有限数", "\(count) finite numbers"))
        }
        if let bad = variances.first(where: { !($0 > 0) }) {
            throw .invalidConfiguration(
                name: Bilingual("误差方差", "variance"), value: Bilingual(verbatim: "\(bad)"),
                expected: Bilingual("大于零", "above zero"))
        }
        if let bad = parents.first(where: { !(-1..<count).contains($0) }) {
            throw .invalidConfiguration(
                name: Bilingual("上级", "parent"), value: Bilingual(verbatim: "\(bad)"),
                expected: Bilingual("-1 或某一节点的位置", "-1 or the place of a node"))
        }
        let tree = SubjectTree(parents: parents)
        guard tree.order.count == count else {
            throw .invalidConfiguration(
                name: Bilingual("上级", "parents"), value: Bilingual("循环", "a circle"), expected: Bilingual("树状", "trees")
            )
        }
        self.init(
            tree: tree, values: values, variances: variances, remainders: [Double](repeating: 0, count: count),
            isNeverNegative: [Bool](repeating: false, count: count), isFixed: [Bool](repeating: false, count: count),
            errors: errors)
    }

    /// The nearest values that add up, none below zero where that must not be.
    ///
    /// The bound is kept by an active set: leaves that come out below zero are held at zero and the rest is solved anew
    /// until none does. Parents are sums and need no bound of their own.
    public func solve(_ method: Reconciliation) -> [Double] {
        guard method != .none else { return values }
        let isParent = tree.children.map { !$0.isEmpty }
        var held = isFixed
        var values = values
        for _ in 0..<Self.longestSearch {
            let result = solve(method, values: values, held: held, isParent: isParent)
            var found = false
            for i in result.indices where !isParent[i] && !held[i] && isNeverNegative[i] && result[i] < 0 {
                held[i] = true
                values[i] = 0
                found = true
            }
            if !found { return result }
        }
        return solve(
            .bottomUp, values: values.indices.map { isNeverNegative[$0] ? max(values[$0], 0) : values[$0] },
            held: held, isParent: isParent)
    }

    private func solve(_ method: Reconciliation, values: [Double], held: [Bool], isParent: [Bool]) -> [Double] {
        if method == .bottomUp {
            var sums = remainders
            var result = values
            for node in tree.order.reversed() {
                if isParent[node] { result[node] = sums[node] }
                if tree.parents[node] >= 0 { sums[tree.parents[node]] += result[node] }
            }
            return result
        }
        let covariance =
            method == .minimumTrace
            ? ShrunkCovariance(variances: variances, errors: errors)
            : ShrunkCovariance(variances: variances, errors: [])
        let diagonal = zip(covariance.diagonal, held).map { $1 ? 0 : $0 }
        let projection = TreeProjection(tree, variances: diagonal)
        let plain = projection.project(values, remainders: remainders)
        let directions = covariance.directions.map { row in zip(row, held).map { $1 ? 0 : $0 } }
        guard !directions.isEmpty else { return plain }
        return correlated(values, plain: plain, directions: directions, diagonal: diagonal, projection)
    }

    /// The solution for D + U U': values may move along U at a price of their own, so the projection is that of y + U a
    /// with the a of least total cost, a system of one equation for each direction.
    private func correlated(
        _ values: [Double], plain: [Double], directions: [[Double]], diagonal: [Double], _ projection: TreeProjection
    ) -> [Double] {
        let zero = [Double](repeating: 0, count: values.count)
        let projected = directions.map { projection.project($0, remainders: zero) }
        let offset = zip(values, plain).map { $0 - $1 }
        let offsets = zip(directions, projected).map { zip($0, $1).map { $0 - $1 } }
        func product(_ a: [Double], _ b: [Double]) -> Double {
            var sum = 0.0
            for i in a.indices where diagonal[i] > 0 { sum += a[i] * b[i] / diagonal[i] }
            return sum
        }
        let size = directions.count
        var system = (0..<size).map { i in (0..<size).map { product(offsets[i], offsets[$0]) + (i == $0 ? 1 : 0) } }
        var right = offsets.map { -product($0, offset) }
        solveInPlace(&system, &right)
        var result = plain
        for (direction, amount) in zip(projected, right) {
            for i in result.indices { result[i] += amount * direction[i] }
        }
        return result
    }
}
