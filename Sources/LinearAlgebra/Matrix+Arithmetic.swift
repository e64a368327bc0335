import Platform

extension Matrix {
    /// The transpose, as a matrix of its own. Products take a transposed operand without forming it, see
    /// ``multiply(_:_:transposingLeft:transposingRight:)``.
    public func transposed() -> Matrix {
        let result = Matrix(uninitializedRows: columns, columns: rows)
        for j in 0..<columns {
            for i in 0..<rows { result.storage.base[j + i * columns] = storage.base[i + j * rows] }
        }
        return result
    }

    /// The entrywise sum.
    ///
    /// - Throws: `shapeMismatch` when the shapes differ.
    public static func + (left: Matrix, right: Matrix) throws(LinearAlgebraError) -> Matrix {
        try left.combined(with: right, operation: Bilingual(verbatim: "+")) { $0 + $1 }
    }

    /// The entrywise difference.
    ///
    /// - Throws: `shapeMismatch` when the shapes differ.
    public static func - (left: Matrix, right: Matrix) throws(LinearAlgebraError) -> Matrix {
        try left.combined(with: right, operation: Bilingual(verbatim: "-")) { $0 - $1 }
    }

    /// Every entry times `factor`.
    public static func * (factor: Double, matrix: Matrix) -> Matrix {
        let result = Matrix(uninitializedRows: matrix.rows, columns: matrix.columns)
        for k in 0..<matrix.count { result.storage.base[k] = factor * matrix.storage.base[k] }
        return result
    }

    private func combined(
        with other: Matrix, operation: Bilingual, _ combine: (Double, Double) -> Double
    ) throws(LinearAlgebraError) -> Matrix {
        guard rows == other.rows, columns == other.columns else {
            throw .shapeMismatch(
                operation: operation, expected: Bilingual(verbatim: "\(rows) × \(columns)"),
                found: Bilingual(verbatim: "\(other.rows) × \(other.columns)"))
        }
        let result = Matrix(uninitializedRows: rows, columns: columns)
        for k in 0..<count { result.storage.base[k] = combine(storage.base[k], other.storage.base[k]) }
        return result
    }
}
