import Platform

/// One column of a matrix: a view on its storage that copies nothing.
///
/// It keeps the storage alive, so writing to the matrix while a view is held copies the matrix first and
/// leaves the view as it was.
public struct MatrixColumn: RandomAccessCollection, Sendable {
    let storage: MatrixStorage
    let offset: Int
    /// The number of rows.
    public let count: Int

    /// Always 0.
    public var startIndex: Int { 0 }
    /// The number of rows.
    public var endIndex: Int { count }

    /// The entry at row `i`, from 0.
    public subscript(i: Int) -> Double {
        precondition(i >= 0 && i < count, "row index out of range")
        return storage.base[offset + i]
    }

    /// Reads the column in place. The buffer must not outlive the call.
    public func withUnsafeBufferPointer<R, E: Error>(
        _ body: (UnsafeBufferPointer<Double>) throws(E) -> R
    ) throws(E) -> R {
        try withExtendedLifetime(storage) { () throws(E) -> R in
            try body(UnsafeBufferPointer(start: storage.base + offset, count: count))
        }
    }

    /// The fast path of `map`, `reduce` and `Array(_:)`.
    public func withContiguousStorageIfAvailable<R>(
        _ body: (UnsafeBufferPointer<Double>) throws -> R
    ) rethrows -> R? {
        try withExtendedLifetime(storage) {
            try body(UnsafeBufferPointer(start: storage.base + offset, count: count))
        }
    }
}

extension Matrix {
    /// All entries in column-major order as one column, without a copy.
    package var asColumn: MatrixColumn { MatrixColumn(storage: storage, offset: 0, count: count) }

    /// A view on column `j`, from 0.
    public func column(_ j: Int) -> MatrixColumn {
        precondition(j >= 0 && j < columns, "column index out of range")
        return MatrixColumn(storage: storage, offset: j * rows, count: rows)
    }

    /// Row `i`, copied: its entries do not stand beside each other.
    public func row(_ i: Int) -> [Double] {
        precondition(i >= 0 && i < rows, "row index out of range")
        return (0..<columns).map { storage.base[i + $0 * rows] }
    }

    /// The given columns, in the given order, as a matrix of their own.
    public func selecting(columns chosen: [Int]) -> Matrix {
        let result = Matrix(uninitializedRows: rows, columns: chosen.count)
        for (k, j) in chosen.enumerated() {
            precondition(j >= 0 && j < columns, "column index out of range")
            (result.storage.base + k * rows).initialize(from: storage.base + j * rows, count: rows)
        }
        return result
    }

    /// The given rows, in the given order, as a matrix of their own.
    public func selecting(rows chosen: [Int]) -> Matrix {
        let result = Matrix(uninitializedRows: chosen.count, columns: columns)
        for (k, i) in chosen.enumerated() {
            precondition(i >= 0 && i < rows, "row index out of range")
            for j in 0..<columns { result.storage.base[k + j * chosen.count] = storage.base[i + j * rows] }
        }
        return result
    }
}

extension Matrix {
    /// The first `count` rows as a matrix of their own.
    package func leadingRows(_ count: Int) -> Matrix {
        precondition(count >= 0 && count <= rows, "row count out of range")
        if count == rows { return self }
        let result = Matrix(uninitializedRows: count, columns: columns)
        for j in 0..<columns {
            (result.storage.base + j * count).initialize(from: storage.base + j * rows, count: count)
        }
        return result
    }

    /// Matrices of the same number of columns, one below the other.
    ///
    /// - Throws: `shapeMismatch` when the numbers of columns differ.
    public static func stacked(_ parts: [Matrix]) throws(LinearAlgebraError) -> Matrix {
        let columns = parts.first?.columns ?? 0
        for part in parts where part.columns != columns {
            throw .shapeMismatch(
                operation: Bilingual(verbatim: "stacked"), expected: Bilingual("\(columns) 列", "\(columns) columns"),
                found: Bilingual(verbatim: "\(part.columns)"))
        }
        let result = Matrix(uninitializedRows: parts.reduce(0) { $0 + $1.rows }, columns: columns)
        var offset = 0
        for part in parts {
            for j in 0..<columns {
                (result.storage.base + offset + j * result.rows).initialize(
                    from: part.storage.base + j * part.rows, count: part.rows)
            }
            offset += part.rows
        }
        return result
    }
}
