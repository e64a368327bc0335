/// The mean absolute error to expect of a subject, in its sizes: the exponential of a linear function of its traits.
///
/// Fitted by the likelihood of exponentially distributed errors, which is convex; coefficients are shrunk towards
/// √roughness, the rule that holds without any past error.
struct ErrorScale: Hashable, Sendable, Codable {
    /// One for each of ``ErrorTraits/values``.
    var coefficients: [Double]

    private static let steps = 20
    private static let tolerance = 1e-4
    private static let mostErrors = 4000
    private static let penalty = 10.0
    private static let largestRatio = 10.0

    /// √roughness.
    static let plain: ErrorScale = {
        var coefficients = [Double](repeating: 0, count: SIMD16<Double>.scalarCount)
        coefficients[1] = 0.5
        return ErrorScale(coefficients: coefficients)
    }()

    private var vector: SIMD16<Double> {
        var vector = SIMD16<Double>.zero
        for j in 0..<min(coefficients.count, SIMD16<Double>.scalarCount) { vector[j] = coefficients[j] }
        return vector
    }

    init(coefficients: [Double]) {
        self.coefficients = coefficients
    }

    /// A scale fitted to past errors.
    ///
    /// - Parameter weights: what each error counts; one each on average.
    init(_ errors: [PastError], weights: [Double]) {
        let chosen = Self.thinned(errors.count)
        let total = chosen.reduce(0) { $0 + weights[$1] }
        let mean = chosen.reduce(0) { $0 + abs(errors[$1].error) * weights[$1] } / total
        guard total > 0, mean > 0, mean.isFinite else {
            coefficients = Self.plain.coefficients
            return
        }
        let count = SIMD16<Double>.scalarCount
        let traits = chosen.flatMap { k in (0..<count).map { errors[k].traits.values[$0] } }
        let sizes = chosen.map { abs(errors[$0].error) }
        let chosenWeights = chosen.map { weights[$0] }
        var current = Self.plain.coefficients
        for _ in 0..<Self.steps {
            let move = Self.step(traits, sizes: sizes, weights: chosenWeights, at: current)
            let largest = move.reduce(0) { max($0, abs($1)) }
            for j in 0..<count { current[j] -= largest > 1 ? move[j] / largest : move[j] }
            if largest < Self.tolerance { break }
        }
        coefficients = current
    }

    /// Fourteen numbers need no more errors than this; every so many-th is taken.
    private static func thinned(_ count: Int) -> [Int] {
        count <= mostErrors ? Array(0..<count) : (0..<mostErrors).map { ($0 * 2 + 1) * count / (2 * mostErrors) }
    }

    /// Newton's step of the penalized likelihood Σ w (|e|/σ + log σ).
    ///
    /// - Parameter traits: error after error, sixteen numbers each; pointers because this is the hot loop of calibration.
    private static func step(
        _ traits: [Double], sizes: [Double], weights: [Double], at point: [Double]
    ) -> [Double] {
        let count = point.count
        var curvature = [Double](repeating: 0, count: count * count)
        var gradient = [Double](repeating: 0, count: count)
        traits.withUnsafeBufferPointer { traits in
            curvature.withUnsafeMutableBufferPointer { curvature in
                gradient.withUnsafeMutableBufferPointer { gradient in
                    for k in sizes.indices {
                        let row = k * count
                        var exponent = 0.0
                        for j in 0..<count { exponent += point[j] * traits[row + j] }
                        let ratio = min(sizes[k] * exponential(-exponent), largestRatio)
                        let (pull, weight) = (weights[k] * (1 - ratio), weights[k] * (0.3 + 0.7 * ratio))
                        for j in 0..<count where traits[row + j] != 0 {
                            let trait = traits[row + j]
                            gradient[j] += pull * trait
                            // A share of the expected curvature keeps the step short where most errors are none.
                            for i in 0...j { curvature[j * count + i] += weight * trait * traits[row + i] }
                        }
                    }
                }
            }
        }
        var system = (0..<count).map { j in (0..<count).map { curvature[max(j, $0) * count + min(j, $0)] } }
        var right = gradient
        for j in 0..<count {
            // The level is hardly shrunk.
            let strength = j == 0 ? 0.01 * penalty : penalty
            system[j][j] += strength
            right[j] += strength * (point[j] - plain.coefficients[j])
        }
        solveInPlace(&system, &right)
        return right
    }

    /// A scale in the form of the hot loop.
    struct Fast: Sendable {
        fileprivate var vector: SIMD16<Double>

        /// The mean absolute error to expect, in sizes, between a ten thousandth and a hundred.
        @inline(__always)
        func callAsFunction(_ traits: ErrorTraits) -> Double {
            min(max(exponential((vector * traits.values).sum()), 1e-4), 100)
        }
    }

    /// The same for many subjects.
    var fast: Fast { Fast(vector: vector) }
}
