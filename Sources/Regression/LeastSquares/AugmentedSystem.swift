import LinearAlgebra

/// Iterative refinement of least squares through the augmented system r + A b = y, A' r = 0.
///
/// Both residuals of the system are computed in double-double arithmetic and the correction is solved for with the QR
/// factors at hand. It converges to full working accuracy while the condition number of A stays below about 10¹⁵, and
/// refines the residuals r along with the coefficients b. Source: Björck, "Iterative refinement of linear least
/// squares solutions I", BIT 7 (1967), 257–278.
struct AugmentedSystem {
    let matrix: ExtendedMatrix
    let qr: QRFactorization
    let triangle: TriangularMatrix

    /// Coefficients and residuals on their way to the solution.
    struct Iterate {
        var coefficients: [Double]
        var residuals: [Double]
    }

    /// Ten steps suffice for any design that passes the rank test; each gains at least one bit or is the last.
    private static let mostSteps = 10

    /// Refines coefficients until the correction is below rounding or stops shrinking.
    func refine(_ start: [Double], response: [Double]) throws(RegressionError) -> Iterate {
        let zeros = [Double](repeating: 0, count: response.count)
        var current = Iterate(
            coefficients: start, residuals: matrix.residual(of: response, minus: zeros, coefficients: start))
        var lastStep = Double.infinity
        for _ in 0..<Self.mostSteps {
            let correction = try correction(to: current, response: response)
            let step = norm(correction.coefficients)
            guard step < lastStep / 2 else { break }
            for j in current.coefficients.indices { current.coefficients[j] += correction.coefficients[j] }
            for i in current.residuals.indices { current.residuals[i] += correction.residuals[i] }
            if step <= 0x1p-54 * norm(current.coefficients) { break }
            lastStep = step
        }
        return current
    }

    /// Solves dr + A db = f, A' dr = g for the residuals f and g of the iterate.
    private func correction(to iterate: Iterate, response: [Double]) throws(RegressionError) -> Iterate {
        let f = matrix.residual(of: response, minus: iterate.residuals, coefficients: iterate.coefficients)
        let g = matrix.negatedTransposedProduct(iterate.residuals)
        let p = g.count
        return try translating { () throws(LinearAlgebraError) in
            var projected = try Matrix(columns: [f])
            try qr.apply(transposed: true, to: &projected)
            let h = try triangle.solve(g, transposed: true)
            let leading = (0..<p).map { projected[$0, 0] - h[$0] }
            for j in 0..<p { projected[j, 0] = h[j] }
            try qr.apply(transposed: false, to: &projected)
            return Iterate(coefficients: try triangle.solve(leading), residuals: projected.elements)
        }
    }

    private func norm(_ values: [Double]) -> Double {
        values.reduce(0) { max($0, abs($1)) }
    }
}
