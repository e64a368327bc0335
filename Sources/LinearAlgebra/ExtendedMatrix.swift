/// A matrix whose entries are known to more digits than a double holds: `leading + trailing`.
///
/// The trailing part is what rounding the entries to doubles cut off; without one the entries are the doubles
/// themselves. Its products are accumulated in ``DoubleDouble`` and rounded once.
package struct ExtendedMatrix: Sendable {
    /// The entries rounded to doubles.
    package let leading: Matrix
    /// What rounding cut off, of the same shape.
    package let trailing: Matrix?

    /// Pairs the two parts.
    package init(_ leading: Matrix, trailing: Matrix? = nil) {
        self.leading = leading
        self.trailing = trailing
    }

    /// `y - r - A b`, each entry correct to about a rounding of its own.
    package func residual(of y: [Double], minus r: [Double], coefficients b: [Double]) -> [Double] {
        let n = leading.rows
        var sums = [DoubleDouble](repeating: DoubleDouble(0), count: n)
        for i in 0..<n {
            sums[i] = DoubleDouble(y[i])
            sums[i].add(DoubleDouble(-r[i]))
        }
        accumulate(&sums, times: b.map { -$0 })
        return sums.map(\.high)
    }

    /// `-A' r`, each entry correct to about a rounding of its own.
    package func negatedTransposedProduct(_ r: [Double]) -> [Double] {
        (0..<leading.columns).map { j in
            var sum = DoubleDouble(0)
            let high = leading.column(j)
            high.withUnsafeBufferPointer { column in
                for i in 0..<column.count { sum.add(product: column[i], -r[i]) }
            }
            guard let trailing else { return sum.high }
            trailing.column(j).withUnsafeBufferPointer { column in
                for i in 0..<column.count { sum.add(product: column[i], -r[i]) }
            }
            return sum.high
        }
    }

    /// A times a matrix, each entry accumulated in extended precision and rounded once.
    package func times(_ right: Matrix) -> Matrix {
        let n = leading.rows
        let result = Matrix(rows: n, columns: right.columns)
        for k in 0..<right.columns {
            var sums = [DoubleDouble](repeating: DoubleDouble(0), count: n)
            accumulate(&sums, times: Array(right.column(k)))
            for i in 0..<n { result.storage.base[i + k * n] = sums[i].high }
        }
        return result
    }

    private func accumulate(_ sums: inout [DoubleDouble], times b: [Double]) {
        sums.withUnsafeMutableBufferPointer { sums in
            for (j, factor) in b.enumerated() where factor != 0 {
                leading.column(j).withUnsafeBufferPointer { column in
                    for i in 0..<column.count { sums[i].add(product: column[i], factor) }
                }
                guard let trailing else { continue }
                trailing.column(j).withUnsafeBufferPointer { column in
                    for i in 0..<column.count { sums[i].add(product: column[i], factor) }
                }
            }
        }
    }
}
