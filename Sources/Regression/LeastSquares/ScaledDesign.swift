import LinearAlgebra

/// A design with its rows multiplied by the roots of the weights and its columns by powers of two, so that the largest
/// entry of every column lies between 1 and 2.
///
/// Powers of two change no digit. The scale decides what a rank tolerance and a condition number mean: with it neither
/// depends on whether a column is in yuan or in 亿元.
struct ScaledDesign {
    /// Observations × columns, scaled.
    let matrix: Matrix
    /// The factor of each column: coefficients of the scaled matrix times these are those of the design.
    let scales: [Double]

    /// - Throws: `notFinite` with the name of the column.
    init(_ design: Design, rootWeights: [Double]?) throws(RegressionError) {
        let source = design.matrix
        let magnitudes = try Self.magnitudes(of: source, names: design.names, rootWeights: rootWeights)
        let scales = magnitudes.map(powerOfTwo(bringingToOne:))
        matrix = Self.scaled(source, by: scales, rootWeights: rootWeights)
        self.scales = scales
    }

    /// The part that rounding cut off, scaled alike.
    func trailing(of design: Design, rootWeights: [Double]?) -> Matrix? {
        design.trailing.map { Self.scaled($0, by: scales, rootWeights: rootWeights) }
    }

    private static func magnitudes(
        of source: Matrix, names: [String], rootWeights: [Double]?
    ) throws(RegressionError) -> [Double] {
        do {
            let plain = try source.columnMagnitudes()
            guard rootWeights != nil else { return plain }
            let ones = [Double](repeating: 1, count: source.columns)
            return try scaled(source, by: ones, rootWeights: rootWeights).columnMagnitudes()
        } catch {
            if case .notFinite(let row, let column) = error { throw .notFinite(column: names[column], row: row) }
            throw .linearAlgebra(error)
        }
    }

    private static func scaled(_ source: Matrix, by scales: [Double], rootWeights: [Double]?) -> Matrix {
        let n = source.rows
        return Matrix(rows: n, columns: source.columns) { target in
            source.withUnsafeBufferPointer { source in
                for (j, scale) in scales.enumerated() {
                    if let rootWeights {
                        rootWeights.withUnsafeBufferPointer { weights in
                            for i in 0..<n { target[j * n + i] = source[j * n + i] * scale * weights[i] }
                        }
                    } else {
                        for k in (j * n)..<(j * n + n) { target[k] = source[k] * scale }
                    }
                }
            }
        }
    }
}

/// The power of two that brings the magnitude into 1..<2, or 1 for zero.
func powerOfTwo(bringingToOne magnitude: Double) -> Double {
    guard magnitude > 0 else { return 1 }
    // Beyond 2^1000 the factor itself or its product would leave the range of doubles.
    let exponent = min(max(Int(magnitude.exponent), -1000), 1000)
    return Double(sign: .plus, exponent: -exponent, significand: 1)
}
