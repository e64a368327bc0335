/// A matrix under construction that several tasks write, each into columns of its own.
///
/// The one place where storage is shared for writing. It is `@unchecked Sendable` on this contract: the initializer
/// holds the only reference to the storage; tasks ask for ranges of columns that do not overlap; and ``matrix`` is
/// called after the last of them has ended.
package struct SharedColumns: @unchecked Sendable {
    private let storage: MatrixStorage
    /// The number of rows of every column.
    package let rows: Int
    /// The number of columns.
    package let columns: Int

    /// Takes over a matrix; its storage is copied only when somebody else holds it too.
    package init(_ matrix: consuming Matrix) {
        var own = matrix
        own.makeUnique()
        storage = own.storage
        rows = own.rows
        columns = own.columns
    }

    /// Columns with undefined contents, to be written completely.
    package init(rows: Int, columns: Int) {
        storage = MatrixStorage(uninitialized: rows * columns)
        self.rows = rows
        self.columns = columns
    }

    /// The start of column `j`. The pointer is good while this value is alive.
    package func column(_ j: Int) -> UnsafeMutablePointer<Double> { storage.base + j * rows }

    /// The finished matrix, without a copy.
    package var matrix: Matrix { Matrix(rows: rows, columns: columns, storage: storage) }
}
