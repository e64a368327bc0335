import LinearAlgebra
import Regression
import SeededNumbers

/// A seeded regression problem with an intercept, independent columns and noise.
struct RandomProblem {
    let columns: [[Double]]
    let response: [Double]
    let weights: [Double]

    init(seed: UInt64, observations: Int = 15, columns count: Int = 3, noise: Double = 1) {
        var generator = SeededGenerator(seed: seed)
        var columns: [[Double]] = []
        for _ in 0..<count { columns.append((0..<observations).map { _ in generator.normal() }) }
        response = (0..<observations).map { i in
            3 + columns.enumerated().reduce(0) { $0 + Double($1.offset + 1) * $1.element[i] } + noise
                * generator.normal()
        }
        weights = (0..<observations).map { _ in 0.2 + generator.uniform() }
        self.columns = columns
    }

    func design() throws -> Design { try Self.design(columns) }

    static func design(_ columns: [[Double]]) throws -> Design {
        try Design(columns: columns.enumerated().map { (name: "x\($0)", values: $1) })
    }

    /// The problem without one observation.
    func without(_ row: Int) throws -> (design: Design, response: [Double], weights: [Double]) {
        let kept = response.indices.filter { $0 != row }
        return (
            try Self.design(columns.map { column in kept.map { column[$0] } }), kept.map { response[$0] },
            kept.map { weights[$0] }
        )
    }
}
