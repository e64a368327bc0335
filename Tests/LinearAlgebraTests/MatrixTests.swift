import LinearAlgebra
import Testing

@Suite("Matrix")
struct MatrixTests {
    @Test("Entries stand in column-major order")
    func columnMajor() throws {
        let matrix = try Matrix(rows: [[1, 2, 3], [4, 5, 6]])
        #expect(matrix.elements == [1, 4, 2, 5, 3, 6])
        #expect(matrix[1, 2] == 6)
        #expect(matrix.row(1) == [4, 5, 6])
        #expect(Array(matrix.column(1)) == [2, 5])
    }

    @Test("Assigning shares the storage and writing separates it")
    func copyOnWrite() throws {
        let original = try Matrix(rows: [[1, 2], [3, 4]])
        var copy = original
        copy[0, 1] = 9
        #expect(original[0, 1] == 2)
        #expect(copy[0, 1] == 9)
    }

    @Test("Writing to a matrix held once does not move it")
    func noHiddenCopy() {
        var matrix = Matrix(rows: 100, columns: 100)
        let before = matrix.withUnsafeBufferPointer { $0.baseAddress }
        matrix[3, 4] = 1
        matrix.withUnsafeMutableBufferPointer { $0[7] = 2 }
        #expect(matrix.withUnsafeBufferPointer { $0.baseAddress } == before)
    }

    @Test("A column is a view on the storage, not a copy, and survives writes to the matrix")
    func columnView() throws {
        var matrix = try Matrix(rows: [[1, 2], [3, 4]])
        let column = matrix.column(1)
        let base = matrix.withUnsafeBufferPointer { $0.baseAddress }
        #expect(column.withUnsafeBufferPointer { $0.baseAddress } == base.map { $0 + 2 })
        matrix[0, 1] = 7
        #expect(Array(column) == [2, 4])
        #expect(column.reduce(0, +) == 6)
    }

    @Test("Storage is aligned to a cache line")
    func alignment() {
        for rows in [1, 3, 17] {
            Matrix(rows: rows, columns: 1).withUnsafeBufferPointer {
                #expect(UInt(bitPattern: $0.baseAddress) % 64 == 0)
            }
        }
    }

    @Test("Ragged rows and columns and wrong counts are refused")
    func ragged() {
        #expect(throws: LinearAlgebraError.self) { try Matrix(rows: [[1, 2], [3]]) }
        #expect(throws: LinearAlgebraError.self) { try Matrix(columns: [[1, 2], [3]]) }
        #expect(throws: LinearAlgebraError.self) { try Matrix(rows: 2, columns: 2, columnMajor: [1, 2, 3]) }
    }

    @Test("Selecting, stacking and cutting rows keep their order")
    func selection() throws {
        let matrix = try Matrix(rows: [[1, 2, 3], [4, 5, 6], [7, 8, 9]])
        #expect(matrix.selecting(rows: [2, 0]) == (try Matrix(rows: [[7, 8, 9], [1, 2, 3]])))
        #expect(matrix.selecting(columns: [2, 2]) == (try Matrix(rows: [[3, 3], [6, 6], [9, 9]])))
        #expect(matrix.leadingRows(2) == (try Matrix(rows: [[1, 2, 3], [4, 5, 6]])))
        #expect(try Matrix.stacked([matrix.leadingRows(1), matrix.selecting(rows: [1, 2])]) == matrix)
        #expect(throws: LinearAlgebraError.self) { try Matrix.stacked([matrix, matrix.selecting(columns: [0])]) }
    }

    @Test("Sums, differences and multiples are entrywise, and refuse other shapes")
    func arithmetic() throws {
        let a = try Matrix(rows: [[1, 2], [3, 4]])
        let b = try Matrix(rows: [[10, 20], [30, 40]])
        #expect(try a + b == (try Matrix(rows: [[11, 22], [33, 44]])))
        #expect(try b - a == (try Matrix(rows: [[9, 18], [27, 36]])))
        #expect(10 * a == b)
        #expect(throws: LinearAlgebraError.self) { try a + Matrix(rows: 1, columns: 4) }
    }

    @Test("The place of a value that is not finite is told", arguments: [Double.nan, .infinity, -.infinity])
    func notFinite(value: Double) {
        var matrix = Matrix(rows: 37, columns: 5, repeating: 1)
        matrix[30, 3] = value
        matrix[36, 3] = value
        let spoilt = matrix
        #expect(throws: LinearAlgebraError.notFinite(row: 30, column: 3)) { try spoilt.requireFinite() }
    }

    @Test("Column magnitudes find the largest entry at any place and sign")
    func magnitudes() throws {
        for place in 0..<21 {
            var matrix = Matrix.random(21, 2, seed: 4)
            matrix[place, 0] = -50
            matrix[place, 1] = 60
            #expect(try matrix.columnMagnitudes() == [50, 60])
        }
    }
}
