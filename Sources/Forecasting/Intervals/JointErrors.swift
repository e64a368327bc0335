/// How far a sum of subjects may be off: from the errors to be expected of its parts.
///
/// Parts err partly together, so that the error of a sum lies between the root of the sum of squares and the sum. The
/// mean absolute error, as a share of the sum, is exp(a) · joint^b · sum^c, where joint is that root and sum that sum over the
/// forecast, fitted to the errors of whole sums.
struct JointErrors: Hashable, Sendable, Codable {
    /// a, b, c.
    var coefficients: [Double]
    /// Errors in shares of what was expected, with their sign.
    var errors: ErrorTable.Group

    private static let least = 1e-3

    /// What holds where nothing was fitted.
    static let plain = JointErrors(coefficients: [0, 0.8, 0.2], errors: .typical(scaledBy: 1))

    /// One sum of the past.
    struct Sum: Sendable {
        /// What came minus what was forecast, over the forecast.
        var error: Double
        /// The root of the sum of squared scales, and the sum of scales, over the forecast.
        var joint: Double
        var sum: Double
        var weight: Double
    }

    init(coefficients: [Double], errors: ErrorTable.Group) {
        self.coefficients = coefficients
        self.errors = errors
    }

    /// Fits to sums of the past; ``plain`` for fewer than thirty.
    init(_ sums: [Sum]) {
        guard sums.count >= 30 else {
            self = .plain
            return
        }
        let total = sums.reduce(0) { $0 + $1.weight }
        var point = Self.plain.coefficients
        for _ in 0..<40 {
            var system = [[Double]](repeating: [Double](repeating: 0, count: 3), count: 3)
            var right = [Double](repeating: 0, count: 3)
            for sum in sums {
                let traits = Self.traits(joint: sum.joint, sum: sum.sum)
                let weight = sum.weight * Double(sums.count) / total
                let expected = exponential(zip(traits, point).reduce(0) { $0 + $1.0 * $1.1 })
                let ratio = min(min(abs(sum.error), 2) / expected, 10)
                for i in 0..<3 {
                    right[i] += weight * (1 - ratio) * traits[i]
                    for j in 0..<3 { system[i][j] += weight * (0.3 + 0.7 * ratio) * traits[i] * traits[j] }
                }
            }
            for i in 0..<3 {
                let strength = i == 0 ? 0.1 : 5.0
                system[i][i] += strength
                right[i] += strength * (point[i] - Self.plain.coefficients[i])
            }
            solveInPlace(&system, &right)
            let largest = right.reduce(0) { max($0, abs($1)) }
            for i in 0..<3 { point[i] -= largest > 1 ? right[i] / largest : right[i] }
            if largest < 1e-6 { break }
        }
        coefficients = point
        let fitted = point
        errors = ErrorTable.Group(
            sums.map { sum in
                let traits = Self.traits(joint: sum.joint, sum: sum.sum)
                let expected = exponential(zip(traits, fitted).reduce(0) { $0 + $1.0 * $1.1 })
                return (ratio: sum.error / expected, weight: sum.weight)
            }, count: sums.count
        ).thinned(points: 200)
    }

    private static func traits(joint: Double, sum: Double) -> [Double] {
        [1, naturalLog(min(max(joint, least), 10)), naturalLog(min(max(sum, least), 10))]
    }

    /// The mean absolute error to expect, as a share of the forecast.
    func scale(joint: Double, sum: Double) -> Double {
        let traits = Self.traits(joint: joint, sum: sum)
        return exponential(zip(traits, coefficients).reduce(0) { $0 + $1.0 * $1.1 })
    }
}
