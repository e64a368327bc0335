import LinearAlgebra
import Platform

/// A weighted least-squares problem factored once, to be solved for any response.
///
/// The scaled design is factored by Householder QR. Where its condition number says that columns may be dependent it
/// is factored again with column pivoting, which settles the rank; the solution is then the one of least Euclidean
/// norm in the units of the design.
struct LeastSquaresSystem: Sendable {
    /// How the scaled design was factored.
    enum Factor: Sendable {
        case full(QRFactorization, TriangularMatrix)
        case deficient(PivotedQRFactorization, NullSpace)
    }

    let design: Design
    let rootWeights: [Double]?
    let scales: [Double]
    let factor: Factor
    let reciprocalCondition: Double
    /// The scaled design, kept only where solutions are to be refined.
    let extended: ExtendedMatrix?
    let refinement: Refinement

    /// Factors a design.
    ///
    /// - Parameter weights: one per observation, finite and not negative; nil for all ones.
    init(_ design: Design, weights: [Double]? = nil, refinement: Refinement = .automatic) throws(RegressionError) {
        let roots = try Self.checkedRoots(weights, design)
        let scaled = try ScaledDesign(design, rootWeights: roots)
        self.design = design
        self.refinement = refinement
        rootWeights = roots
        scales = scaled.scales
        let (n, p) = (design.observations, design.parameters)
        if n >= p {
            let qr = try translating { () throws(LinearAlgebraError) in try QRFactorization(finite: scaled.matrix) }
            let triangle = try translating { () throws(LinearAlgebraError) in try qr.r }
            let reciprocal = try translating { () throws(LinearAlgebraError) in try triangle.reciprocalCondition() }
            // dtrcon estimates in the 1-norm, which exceeds the 2-norm by up to a factor of p.
            if reciprocal > 4 * Double(p) * Self.rankTolerance(n, p) {
                factor = .full(qr, triangle)
                reciprocalCondition = reciprocal
                let refined = refinement.refinesSolution(atReciprocalCondition: reciprocal)
                extended =
                    refined
                    ? ExtendedMatrix(scaled.matrix, trailing: scaled.trailing(of: design, rootWeights: roots)) : nil
                return
            }
        }
        let pivoted = try translating { () throws(LinearAlgebraError) in
            try PivotedQRFactorization(scaled.matrix, tolerance: Self.rankTolerance(n, p))
        }
        guard pivoted.rank > 0 else { throw .nothingToFit(Bilingual("设计矩阵全为零", "every entry of the design is zero")) }
        factor = .deficient(pivoted, try NullSpace(pivoted, scales: scaled.scales))
        reciprocalCondition = try translating { () throws(LinearAlgebraError) in
            try pivoted.r.reciprocalCondition()
        }
        extended = nil
    }

    /// Diagonal entries of R below this fraction of the largest count as zero: four times what rounding the entries of
    /// an exactly dependent column leaves.
    static func rankTolerance(_ n: Int, _ p: Int) -> Double { 4 * Double(max(n, p)) * 0x1p-52 }

    /// The number of independent columns.
    var rank: Int {
        switch factor {
        case .full: design.parameters
        case .deficient(let pivoted, _): pivoted.rank
        }
    }

    /// The names of columns that follow from the others.
    var dependentNames: [String] {
        switch factor {
        case .full: []
        case .deficient(let pivoted, _): pivoted.dependentColumns.map { design.names[$0] }
        }
    }

    /// Observations of positive weight.
    var effectiveObservations: Int {
        rootWeights.map { $0.count { $0 > 0 } } ?? design.observations
    }
}

extension LeastSquaresSystem {
    /// The roots of the weights; nil for none.
    ///
    /// - Throws: `shapeMismatch`, `invalidWeight`, `nothingToFit` when all are zero.
    static func checkedRoots(_ weights: [Double]?, _ design: Design) throws(RegressionError) -> [Double]? {
        guard let weights else { return nil }
        guard weights.count == design.observations else {
            throw .shapeMismatch(
                what: Bilingual("权数个数", "number of weights"), expected: design.observations, found: weights.count)
        }
        if let row = weights.firstIndex(where: { !($0 >= 0 && $0.isFinite) }) {
            throw .invalidWeight(row: row, value: weights[row])
        }
        guard weights.contains(where: { $0 > 0 }) else {
            throw .nothingToFit(Bilingual("权数全为零", "every weight is zero"))
        }
        return weights.map { $0.squareRoot() }
    }
}
