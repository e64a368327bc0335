import FinalAccounts
import Testing

@testable import Forecasting

@Suite("Hierarchy")
struct HierarchyTests {
    /// Two families under a total, one node with a remainder.
    private let tree = SubjectTree(parents: [-1, 0, 0, 1, 1, 2, 2, 2])
    private let values = [100.0, 55, 38, 30, 20, 10, 14, 17]
    private let variances = [9.0, 4, 16, 1, 2, 3, 1, 5]
    private let remainders = [0.0, 0, 2, 0, 0, 0, 0, 0]

    private func problem(
        errors: [[Double]] = [], values: [Double]? = nil, fixed: Set<Int> = []
    ) -> ReconciliationProblem {
        ReconciliationProblem(
            tree: tree, values: values ?? self.values, variances: variances, remainders: remainders,
            isNeverNegative: [Bool](repeating: true, count: 8), isFixed: (0..<8).map { fixed.contains($0) },
            errors: errors)
    }

    private func addsUp(_ f: [Double]) -> Bool {
        abs(f[0] - f[1] - f[2]) < 1e-9 && abs(f[1] - f[3] - f[4]) < 1e-9 && abs(f[2] - f[5] - f[6] - f[7] - 2) < 1e-9
    }

    /// The cost of a coherent vector under W, from a dense inverse.
    private func cost(_ leaves: [Double], _ inverse: [[Double]]) -> (cost: Double, all: [Double]) {
        let a = leaves[0] + leaves[1]
        let b = leaves[2] + leaves[3] + leaves[4] + 2
        let all = [a + b, a, b] + leaves
        let d = zip(all, values).map { $0 - $1 }
        let cost = d.indices.reduce(0) { sum, i in sum + d[i] * zip(inverse[i], d).reduce(0) { $0 + $1.0 * $1.1 } }
        return (cost, all)
    }

    private func inverse(_ matrix: [[Double]]) -> [[Double]] {
        let n = matrix.count
        var a = matrix
        var b = (0..<n).map { i in (0..<n).map { i == $0 ? 1.0 : 0 } }
        for p in 0..<n {
            let pivot = a[p][p]
            for c in 0..<n { (a[p][c], b[p][c]) = (a[p][c] / pivot, b[p][c] / pivot) }
            for r in 0..<n where r != p {
                let factor = a[r][p]
                for c in 0..<n {
                    a[r][c] -= factor * a[p][c]
                    b[r][c] -= factor * b[p][c]
                }
            }
        }
        return b
    }

    /// Coordinate descent from the given leaves must not find anything better.
    private func isBest(_ solution: [Double], _ inverse: [[Double]]) -> Bool {
        let leaves = Array(solution[3...])
        let own = cost(leaves, inverse).cost
        for i in leaves.indices {
            for step in [-1e-3, 1e-3] {
                var other = leaves
                other[i] += step
                if cost(other, inverse).cost < own - 1e-12 { return false }
            }
        }
        return true
    }

    @Test("Weighted least squares adds up and is the nearest vector that does")
    func weighted() {
        let solution = problem().solve(.weightedLeastSquares)
        #expect(addsUp(solution))
        let w = (0..<8).map { i in (0..<8).map { i == $0 ? variances[i] : 0 } }
        #expect(isBest(solution, inverse(w)))
    }

    @Test("Minimum trace adds up and is the nearest vector under its own covariance")
    func minimumTrace() {
        let errors = [
            [3.0, 2, 1, 1, 1, 0.5, 0.2, 0.3], [-2, -2, 1, -1.5, -0.5, 0.4, 0.1, 0.5],
            [1, 1.5, -3, 1, 0.5, -1, -0.5, -1.5],
            [2, 1, 1, 0.5, 0.5, 0.3, 0.4, 0.3], [-4, -1, -3, -0.2, -0.8, -1, -1, -1],
        ]
        let covariance = ShrunkCovariance(variances: variances, errors: errors)
        #expect(covariance.shrinkage > 0 && covariance.shrinkage < 1)
        let solution = problem(errors: errors).solve(.minimumTrace)
        #expect(addsUp(solution))
        let w = (0..<8).map { i in
            (0..<8).map { j in
                (i == j ? covariance.diagonal[i] : 0) + covariance.directions.reduce(0) { $0 + $1[i] * $1[j] }
            }
        }
        #expect(isBest(solution, inverse(w)))
    }

    @Test("Bottom-up keeps the leaves and sums them")
    func bottomUp() {
        let solution = problem().solve(.bottomUp)
        #expect(Array(solution[3...]) == Array(values[3...]))
        #expect(addsUp(solution))
    }

    @Test("What adds up already is left alone")
    func coherent() {
        let coherent = [93.0, 50, 43, 30, 20, 10, 14, 17]
        let solution = problem(values: coherent).solve(.weightedLeastSquares)
        for (a, b) in zip(solution, coherent) { #expect(abs(a - b) < 1e-9) }
    }

    @Test("No leaf falls below zero where its history never has, and the sums still hold")
    func bounded() {
        let solution = problem(values: [20.0, 15, 8, 14, 0.5, 4, 5, 6]).solve(.weightedLeastSquares)
        #expect(solution.allSatisfy { $0 >= -1e-12 })
        #expect(addsUp(solution))
    }

    @Test("A fixed value stands and the others give way")
    func fixed() {
        let solution = problem(fixed: [3]).solve(.weightedLeastSquares)
        #expect(solution[3] == 30)
        #expect(addsUp(solution))
    }

    @Test("A hundred thousand leaves are reconciled")
    func large() {
        var parents = [-1]
        for _ in 0..<1000 {
            parents.append(0)
            parents += [Int](repeating: parents.count - 1, count: 100)
        }
        let large = SubjectTree(parents: parents)
        let count = parents.count
        func sequence(_ factor: Int, _ modulus: Int, _ start: Int) -> [Double] {
            (0..<count).map { Double(($0 * factor + start) % modulus) }
        }
        let problem = ReconciliationProblem(
            tree: large, values: sequence(1, 17, 0), variances: sequence(1, 5, 0).map { $0 + 1 },
            remainders: [Double](repeating: 0, count: count), isNeverNegative: [Bool](repeating: true, count: count),
            isFixed: [Bool](repeating: false, count: count),
            errors: (0..<4).map { t in sequence(7, 11, t * 13).map { $0 - 5 } })
        let solution = problem.solve(.minimumTrace)
        var sums = [Double](repeating: 0, count: count)
        for (node, parent) in parents.enumerated() where parent >= 0 { sums[parent] += solution[node] }
        let isParent = large.children.map { !$0.isEmpty }
        #expect(isParent.indices.allSatisfy { !isParent[$0] || abs(sums[$0] - solution[$0]) < 1e-6 })
    }

    @Test("Codes hang on the nearest level above; codes the scheme does not know are part of no sum")
    func subjectTree() {
        let unit = BudgetUnit("u")
        let subjects = [
            Subject.total, Subject(code: "208", names: []), Subject(code: "2080501", names: []),
            Subject(code: "99", names: []), Subject(names: ["a"]), Subject(names: ["a", "b", "c"]),
        ]
        let tree = SubjectTree(subjects.map { (unit, $0) }, scheme: .china)
        #expect(tree.parents == [-1, 0, 1, -1, 0, 4])
    }

    @Test("A problem of one's own adds up; lists of other lengths, circles and variances of zero are clear errors")
    func ownProblem() throws {
        let problem = try ReconciliationProblem(parents: [-1, 0, 0], values: [100, 90, 20], variances: [4, 4, 1])
        let solution = problem.solve(.weightedLeastSquares)
        // The gap of 10 is shared out by variance: 4, 4 and 1 of nine.
        for (value, expected) in zip(solution, [100 + 40.0 / 9, 90 - 40.0 / 9, 20 - 10.0 / 9]) {
            #expect(abs(value - expected) < 1e-12)
        }
        #expect(throws: ForecastError.self) {
            try ReconciliationProblem(parents: [-1, 0], values: [1], variances: [1, 1])
        }
        #expect(throws: ForecastError.self) {
            try ReconciliationProblem(parents: [1, 0], values: [1, 1], variances: [1, 1])
        }
        #expect(throws: ForecastError.self) {
            try ReconciliationProblem(parents: [-1, 5], values: [1, 1], variances: [1, 1])
        }
        #expect(throws: ForecastError.self) {
            try ReconciliationProblem(parents: [-1, 0], values: [1, 1], variances: [1, 0])
        }
    }
}
