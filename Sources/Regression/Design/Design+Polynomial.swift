import LinearAlgebra
import Platform

extension Design {
    /// The powers x, x², …, x^degree, after a column of ones unless `intercept` is false.
    ///
    /// Each power is computed to twice the precision of a double and the part that does not fit is kept beside it.
    /// Powers of one variable are nearly collinear, and rounding them each by itself alone costs a fit of degree ten
    /// half of its digits (Filip of NIST StRD: 7.6 digits are left, however the rounded system is solved). The
    /// refined solution uses the kept part, so that the coefficients belong to the polynomial and not to its rounding.
    ///
    /// ```swift
    /// let fit = try LinearModel.leastSquares.fit(Design.polynomial(x, degree: 2), y)   // b0 + b1 x + b2 x²
    /// ```
    ///
    /// - Parameters:
    ///   - x: one value per observation.
    ///   - degree: the highest power, at least 1.
    ///   - name: the columns are called name, name^2, …
    /// - Throws: `invalidParameter` for a degree below 1, `notFinite` when a value or a power is not finite.
    public static func polynomial(
        _ x: [Double], degree: Int, intercept: Bool = true, name: String = "x"
    ) throws(RegressionError) -> Design {
        guard degree >= 1 else {
            throw .invalidParameter(name: "degree", value: Double(degree), expected: Bilingual("不小于 1", "at least 1"))
        }
        guard !x.isEmpty else {
            throw .nothingToFit(Bilingual("“\(name)”的各次幂没有数值", "no values for the powers of \(name)"))
        }
        var leading = intercept ? [[Double](repeating: 1, count: x.count)] : []
        var trailing = intercept ? [[Double](repeating: 0, count: x.count)] : []
        var power = x.map { DoubleDouble($0) }
        for exponent in 1...degree {
            if exponent > 1 { for i in x.indices { power[i].multiply(by: x[i]) } }
            if let row = power.firstIndex(where: { !$0.high.isFinite || !$0.low.isFinite }) {
                throw .notFinite(column: "\(name)^\(exponent)", row: row)
            }
            leading.append(power.map(\.high))
            trailing.append(power.map(\.low))
        }
        let names = (intercept ? [interceptName] : []) + (1...degree).map { $0 == 1 ? name : "\(name)^\($0)" }
        let matrices = try translating { () throws(LinearAlgebraError) in
            (try Matrix(columns: leading), try Matrix(columns: trailing))
        }
        return try Design(
            matrix: matrices.0, trailing: matrices.1, names: names, interceptColumn: intercept ? 0 : nil)
    }
}
