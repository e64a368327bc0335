import Regression
import Testing

@Suite("Ridge with Huber's loss")
struct HuberRidgeTests {
    private let x = (0..<40).map { Double($0 % 7) - 3 }
    private let z = (0..<40).map { Double(($0 * 5) % 11) - 5 }

    @Test("With a small penalty and a wide threshold it is least squares")
    func leastSquares() throws {
        let y = zip(x, z).enumerated().map {
            2 * $0.element.0 - 0.5 * $0.element.1 + ($0.offset.isMultiple(of: 2) ? 0.1 : -0.1)
        }
        let robust = try HuberRidge(penalties: [1e-9, 1e-9], threshold: 100)
            .fit(columns: x + z, rows: 40, response: y, weights: [Double](repeating: 3, count: 40))
        let plain = try LinearModel.leastSquares.fit(Design(intercept: false, ["x": x, "z": z]), y)
        for (a, b) in zip(robust, plain.coefficients) { #expect(abs(a - b) < 1e-8) }
    }

    @Test("An outlier moves the solution by no more than its threshold allows")
    func outlier() throws {
        var y = x.map { 2 * $0 }
        y[6] += 1e6
        let weights = [Double](repeating: 1, count: 40)
        let robust = try HuberRidge(penalties: [1e-6], threshold: 0.1)
            .fit(columns: x, rows: 40, response: y, weights: weights)
        #expect(abs(robust[0] - 2) < 0.01)
    }

    @Test("The solution satisfies the penalized estimating equation")
    func estimatingEquation() throws {
        let y = zip(x, z).enumerated().map { $0.element.0 + $0.element.1 * $0.element.1 + Double($0.offset % 3) }
        let weights = (0..<40).map { 1 + Double($0 % 4) }
        let model = HuberRidge(penalties: [4, 2], threshold: 0.7, iterationLimit: 500, tolerance: 1e-13)
        let b = try model.fit(columns: x + z, rows: 40, response: y, weights: weights)
        let mean = weights.reduce(0, +) / 40
        for (j, column) in [x, z].enumerated() {
            let size = zip(column, weights).reduce(0) { $0 + $1.0 * $1.0 * $1.1 } / (40 * mean)
            var score = -model.penalties[j] * size * b[j]
            for i in 0..<40 {
                let residual = y[i] - x[i] * b[0] - z[i] * b[1]
                score += weights[i] / mean * min(max(residual, -0.7), 0.7) * column[i]
            }
            #expect(abs(score) < 1e-6)
        }
    }

    @Test("Changing the unit of a column changes nothing but its coefficient")
    func units() throws {
        let y = zip(x, z).map { $0 - $1 }
        let weights = [Double](repeating: 1, count: 40)
        let model = HuberRidge(penalties: [3, 3], threshold: 1)
        let one = try model.fit(columns: x + z, rows: 40, response: y, weights: weights)
        let other = try model.fit(columns: x.map { $0 * 1e8 } + z, rows: 40, response: y, weights: weights)
        #expect(abs(one[0] - other[0] * 1e8) < 1e-9)
        #expect(abs(one[1] - other[1]) < 1e-9)
    }

    @Test("Bad input is refused with its place")
    func refusals() {
        let model = HuberRidge(penalties: [1], threshold: 1)
        #expect(throws: RegressionError.notFinite(column: "x0", row: 1)) {
            try model.fit(columns: [1, .nan], rows: 2, response: [1, 2], weights: [1, 1])
        }
        #expect(throws: RegressionError.invalidWeight(row: 0, value: -1)) {
            try model.fit(columns: [1, 2], rows: 2, response: [1, 2], weights: [-1, 1])
        }
        #expect(throws: RegressionError.self) {
            try HuberRidge(penalties: [0], threshold: 1)
                .fit(columns: [1, 2], rows: 2, response: [1, 2], weights: [1, 1])
        }
    }
}
