import LinearAlgebra

/// The weighted mean and spread of the columns of a design.
struct StandardizedColumns {
    /// The weighted mean of each column; zero in a design without intercept, whose columns are not centred.
    let means: [Double]
    /// The weighted standard deviation, or root mean square without intercept; zero for the intercept and for columns that
    /// do not vary beyond rounding.
    let scales: [Double]

    init(_ design: Design, _ scaled: ScaledDesign, weights: [Double]?, total: Double) {
        let centred = design.interceptColumn != nil
        var means = [Double](repeating: 0, count: design.parameters)
        var scales = means
        for j in 0..<design.parameters where j != design.interceptColumn {
            // In powers of two near one, where squares cannot overflow.
            let column = scaled.matrix.column(j)
            let mean = centred ? weightedMean(column, weights: weights) : 0
            var sum = 0.0
            for i in column.indices {
                let deviation = column[i] - mean
                sum += (weights?[i] ?? 1) * deviation * deviation
            }
            let spread = (sum / total).squareRoot()
            means[j] = mean / scaled.scales[j]
            scales[j] = spread <= 0x1p-50 ? 0 : spread / scaled.scales[j]
        }
        self.means = means
        self.scales = scales
    }

    /// The chosen columns, centred, divided by their spread, and weighted by rows.
    func matrix(_ chosen: [Int], of design: Design, rootWeights: [Double]?) -> Matrix {
        let n = design.observations
        return Matrix(rows: n, columns: chosen.count) { target in
            for (k, j) in chosen.enumerated() {
                let (mean, scale) = (means[j], scales[j])
                design.matrix.column(j).withUnsafeBufferPointer { column in
                    for i in 0..<n {
                        target[k * n + i] = (column[i] - mean) / scale * (rootWeights?[i] ?? 1)
                    }
                }
            }
        }
    }
}
