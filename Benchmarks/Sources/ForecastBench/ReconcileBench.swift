import Forecasting
import Foundation

/// Times making a tree of forecasts add up: a total, classes of ten sections of ten items each.
struct ReconcileBench {
    private let parents: [Int]
    private let values: [Double]
    private let variances: [Double]
    private let errors: [[Double]]

    private static let pastYears = 6

    /// Items of four orders of magnitude; sums are forecast with errors of their own, so that nothing adds up.
    init(leaves: Int) {
        var generator = Generator(state: 11)
        var parents = [-1]
        var levels = [0.0]
        let classes = max(1, leaves / 100)
        func append(parent: Int) -> Int {
            parents.append(parent)
            levels.append(0)
            return parents.count - 1
        }
        for _ in 0..<classes {
            let category = append(parent: 0)
            for _ in 0..<10 {
                let section = append(parent: category)
                for _ in 0..<10 {
                    let level = exp(4 + 9 * generator.uniform())
                    for node in [0, category, section, append(parent: section)] { levels[node] += level }
                }
            }
        }
        self.parents = parents
        variances = levels.map { 0.01 * $0 * $0 }
        values = levels.map { $0 * (1 + 0.1 * generator.normal()) }
        // A shock of the year's own hits all: without any correlation minimum trace has nothing to do.
        errors = (0..<Self.pastYears).map { _ in
            let common = generator.normal()
            return levels.map { 0.1 * $0 * (0.7 * common + 0.7 * generator.normal()) }
        }
    }

    func run(_ method: Reconciliation, writing file: String?) throws {
        let problem = try ReconciliationProblem(
            parents: parents, values: values, variances: variances, errors: method == .minimumTrace ? errors : [])
        var seconds = Double.infinity
        var result: [Double] = []
        for _ in 0..<5 {
            let start = ContinuousClock.now
            result = problem.solve(method)
            seconds = min(seconds, (ContinuousClock.now - start) / .seconds(1))
        }
        print("seconds=\(seconds)")
        print("nodes=\(parents.count)")
        print("gap=\(largestGap(result))")
        print("peak=\(try ForecastBench.peakResidentBytes())")
        guard let file else { return }
        let lines = parents.indices.map { "\(parents[$0]),\(values[$0]),\(variances[$0]),\(result[$0])" }
        try (lines.joined(separator: "\n") + "\n").write(toFile: file, atomically: true, encoding: .utf8)
    }

    /// By how much a sum misses its parts at most, in shares of it.
    private func largestGap(_ result: [Double]) -> Double {
        var sums = [Double](repeating: 0, count: result.count)
        for (node, parent) in parents.enumerated() where parent >= 0 { sums[parent] += result[node] }
        return result.indices.filter { sums[$0] != 0 }.map { abs(result[$0] - sums[$0]) / abs(sums[$0]) }.max() ?? 0
    }
}
