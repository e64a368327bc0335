import FinalAccounts

/// The nearest values that add up, when errors of nodes are independent: weighted least squares on a tree.
///
/// Minimizes Σ (fᵢ - yᵢ)² / wᵢ subject to every parent being the sum of its children plus its remainder. On a tree this
/// needs no matrix: going up, each node combines its own value with the sum of its children by their precision; going
/// down, each parent's difference is shared out among its children by their variance. Both passes touch every node once,
/// so 100,000 leaves are no more work than reading them. The result is that of solving the normal equations
/// (Wickramasuriya, Athanasopoulos and Hyndman, 2019, with a diagonal covariance).
struct TreeProjection: Sendable {
    private let tree: SubjectTree
    private let variances: [Double]
    /// The variance of the best estimate of each node from its subtree.
    private let combined: [Double]
    /// The sum of the children's combined variances; zero for leaves.
    private let below: [Double]
    private let isParent: [Bool]

    /// Prepares the passes for variances, all at least zero.
    init(_ tree: SubjectTree, variances: [Double]) {
        self.tree = tree
        self.variances = variances
        isParent = tree.children.map { !$0.isEmpty }
        var combined = variances
        var below = [Double](repeating: 0, count: variances.count)
        for node in tree.order.reversed() {
            if isParent[node] { combined[node] = Self.parallel(variances[node], below[node]) }
            let parent = tree.parents[node]
            if parent >= 0 { below[parent] += combined[node] }
        }
        self.combined = combined
        self.below = below
    }

    /// The variance of two independent estimates weighed by precision.
    private static func parallel(_ one: Double, _ other: Double) -> Double {
        one + other > 0 ? one * other / (one + other) : 0
    }

    /// The nearest values to `values` that add up.
    ///
    /// - Parameter remainders: what each parent has beyond the sum of its children; zero for leaves.
    func project(_ values: [Double], remainders: [Double]) -> [Double] {
        var best = values
        var sums = remainders
        for node in tree.order.reversed() {
            if isParent[node] {
                let total = variances[node] + below[node]
                let weight = total > 0 ? variances[node] / total : 1
                best[node] = values[node] + weight * (sums[node] - values[node])
            }
            let parent = tree.parents[node]
            if parent >= 0 { sums[parent] += best[node] }
        }
        var result = best
        for node in tree.order {
            let parent = tree.parents[node]
            guard parent >= 0 else { continue }
            let share = below[parent] > 0 ? combined[node] / below[parent] : 0
            result[node] = best[node] + share * (result[parent] - sums[parent])
        }
        return result
    }
}
