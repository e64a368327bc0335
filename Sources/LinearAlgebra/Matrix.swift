import Platform

/// A dense matrix of doubles, column-major and contiguous: entry (i, j) stands at `i + j * rows`.
///
/// A value: assigning copies nothing until one of the two is written to (copy on write). The storage is
/// passed to BLAS and LAPACK as it stands; the leading dimension is `rows`.
///
/// ```swift
/// var design = Matrix(columns: [[1, 1, 1], [2021, 2022, 2023]])   // 3 × 2
/// design[0, 1] = 2020
/// let gram = try design.transposed() * design                    // 2 × 2
/// ```
///
/// Subscripts trap outside the bounds, as those of `Array` do; operations on whole matrices throw
/// ``LinearAlgebraError/shapeMismatch(operation:expected:found:)``.
public struct Matrix: Sendable {
    /// The number of rows.
    public let rows: Int
    /// The number of columns.
    public let columns: Int
    var storage: MatrixStorage

    /// A matrix with every entry equal to `value`.
    public init(rows: Int, columns: Int, repeating value: Double = 0) {
        self.init(uninitializedRows: rows, columns: columns)
        storage.base.initialize(repeating: value, count: rows * columns)
    }

    /// A matrix with undefined entries, for callers that write all of them.
    init(uninitializedRows rows: Int, columns: Int) {
        precondition(rows >= 0 && columns >= 0, "a matrix has no negative dimensions")
        self.init(rows: rows, columns: columns, storage: MatrixStorage(uninitialized: rows * columns))
    }

    /// A matrix over storage of `rows * columns` doubles.
    init(rows: Int, columns: Int, storage: MatrixStorage) {
        self.rows = rows
        self.columns = columns
        self.storage = storage
    }

    /// A matrix whose entries `body` writes in place, column by column; entries it leaves out are zero.
    ///
    /// - Parameter body: receives the `rows * columns` entries in column-major order.
    public init<E: Error>(
        rows: Int, columns: Int, filledBy body: (UnsafeMutableBufferPointer<Double>) throws(E) -> Void
    ) throws(E) {
        self.init(rows: rows, columns: columns)
        try body(UnsafeMutableBufferPointer(start: storage.base, count: rows * columns))
    }

    /// A matrix from entries in column-major order.
    ///
    /// - Throws: `shapeMismatch` when there are not `rows * columns` of them.
    public init(rows: Int, columns: Int, columnMajor entries: [Double]) throws(LinearAlgebraError) {
        guard rows >= 0, columns >= 0, entries.count == rows * columns else {
            throw .shapeMismatch(
                operation: Bilingual(verbatim: "Matrix(rows:columns:columnMajor:)"),
                expected: Bilingual("\(rows) × \(columns) 个元素", "\(rows) × \(columns) entries"),
                found: Bilingual(verbatim: "\(entries.count)"))
        }
        self.init(uninitializedRows: rows, columns: columns)
        entries.withUnsafeBufferPointer { source in
            guard let start = source.baseAddress else { return }
            storage.base.initialize(from: start, count: source.count)
        }
    }

    /// A matrix from its columns.
    ///
    /// - Throws: `shapeMismatch` when the columns differ in length.
    public init(columns list: [[Double]]) throws(LinearAlgebraError) {
        let rows = list.first?.count ?? 0
        if let odd = list.firstIndex(where: { $0.count != rows }) {
            throw .shapeMismatch(
                operation: Bilingual(verbatim: "Matrix(columns:)"),
                expected: Bilingual("每列 \(rows) 个元素", "\(rows) entries in every column"),
                found: Bilingual("第 \(odd) 列有 \(list[odd].count) 个", "\(list[odd].count) in column \(odd)"))
        }
        self.init(uninitializedRows: rows, columns: list.count)
        for (j, column) in list.enumerated() {
            column.withUnsafeBufferPointer { source in
                guard let start = source.baseAddress else { return }
                (storage.base + j * rows).initialize(from: start, count: rows)
            }
        }
    }

    /// A matrix from its rows.
    ///
    /// - Throws: `shapeMismatch` when the rows differ in length.
    public init(rows list: [[Double]]) throws(LinearAlgebraError) {
        let columns = list.first?.count ?? 0
        if let odd = list.firstIndex(where: { $0.count != columns }) {
            throw .shapeMismatch(
                operation: Bilingual(verbatim: "Matrix(rows:)"),
                expected: Bilingual("每行 \(columns) 个元素", "\(columns) entries in every row"),
                found: Bilingual("第 \(odd) 行有 \(list[odd].count) 个", "\(list[odd].count) in row \(odd)"))
        }
        self.init(uninitializedRows: list.count, columns: columns)
        for (i, row) in list.enumerated() {
            for (j, value) in row.enumerated() { storage.base[i + j * list.count] = value }
        }
    }

    /// The identity of the given order.
    public static func identity(_ order: Int) -> Matrix {
        let result = Matrix(rows: order, columns: order)
        for i in 0..<order { result.storage.base[i + i * order] = 1 }
        return result
    }

    /// The number of entries.
    public var count: Int { rows * columns }

    /// The entry at row `i`, column `j`, both from 0.
    public subscript(i: Int, j: Int) -> Double {
        get {
            precondition(i >= 0 && i < rows && j >= 0 && j < columns, "matrix index out of range")
            return storage.base[i + j * rows]
        }
        set {
            precondition(i >= 0 && i < rows && j >= 0 && j < columns, "matrix index out of range")
            makeUnique()
            storage.base[i + j * rows] = newValue
        }
    }

    /// Takes a private copy of the storage when another matrix shares it.
    mutating func makeUnique() {
        if !isKnownUniquelyReferenced(&storage) { storage = storage.copy() }
    }
}

extension Matrix {
    /// Reads the entries in place, in column-major order. The buffer must not outlive the call.
    public func withUnsafeBufferPointer<R, E: Error>(
        _ body: (UnsafeBufferPointer<Double>) throws(E) -> R
    ) throws(E) -> R {
        try withExtendedLifetime(storage) { () throws(E) -> R in
            try body(UnsafeBufferPointer(start: storage.base, count: count))
        }
    }

    /// Reads and writes the entries in place, in column-major order; copies them first when another matrix
    /// shares them. The buffer must not outlive the call.
    public mutating func withUnsafeMutableBufferPointer<R, E: Error>(
        _ body: (UnsafeMutableBufferPointer<Double>) throws(E) -> R
    ) throws(E) -> R {
        makeUnique()
        return try withExtendedLifetime(storage) { () throws(E) -> R in
            try body(UnsafeMutableBufferPointer(start: storage.base, count: count))
        }
    }

    /// The entries in column-major order, copied.
    public var elements: [Double] {
        withUnsafeBufferPointer { Array($0) }
    }
}

extension Matrix: Equatable {
    /// Equal when the shapes and all entries are; NaN differs from itself.
    public static func == (left: Matrix, right: Matrix) -> Bool {
        guard left.rows == right.rows, left.columns == right.columns else { return false }
        return left.withUnsafeBufferPointer { a in right.withUnsafeBufferPointer { b in a.elementsEqual(b) } }
    }
}

extension Matrix: CustomStringConvertible {
    /// The shape and, for up to 8 × 8, the rows.
    public var description: String {
        guard rows <= 8, columns <= 8 else { return "Matrix(\(rows) × \(columns))" }
        let lines = (0..<rows).map { i in
            "[" + (0..<columns).map { "\(self[i, $0])" }.joined(separator: ", ") + "]"
        }
        return "Matrix(\(rows) × \(columns))[\(lines.joined(separator: ", "))]"
    }
}
