import LinearAlgebra
import Testing

@Suite("Factorizations")
struct FactorizationTests {
    @Test("QR gives back the matrix, with orthonormal columns", arguments: [(9, 4), (4, 4), (3, 6)])
    func qr(rows: Int, columns: Int) throws {
        let a = Matrix.random(rows, columns, seed: 11)
        let qr = try QRFactorization(a)
        let q = try qr.orthonormalColumns()
        #expect(distance(try q * qr.upperTriangle, a) < 1e-13)
        #expect(distance(try q.gram(), .identity(min(rows, columns))) < 1e-14)
    }

    @Test("Factoring does not touch the argument when somebody else holds it")
    func argumentSurvives() throws {
        let a = Matrix.random(6, 3, seed: 12)
        let entries = a.elements
        _ = try QRFactorization(a)
        _ = try PivotedQRFactorization(a)
        _ = try SingularValueDecomposition(a)
        _ = try CholeskyFactorization(a.gram())
        #expect(a.elements == entries)
    }

    @Test("Q applied and Q' applied undo each other")
    func applyQ() throws {
        let qr = try QRFactorization(.random(8, 3, seed: 13))
        let block = Matrix.random(8, 2, seed: 14)
        var moved = block
        try qr.apply(transposed: true, to: &moved)
        try qr.apply(transposed: false, to: &moved)
        #expect(distance(moved, block) < 1e-14)
    }

    @Test("The least-squares residual is orthogonal to every column")
    func leastSquares() throws {
        let a = Matrix.random(20, 4, seed: 15)
        let y = Array(Matrix.random(20, 1, seed: 16).column(0))
        let x = try QRFactorization(a).solveLeastSquares(y)
        let fitted = try a * x
        let residual = zip(y, fitted).map { $0 - $1 }
        #expect(try a.times(residual, transposed: true).allSatisfy { abs($0) < 1e-13 })
    }

    @Test("Pivoted QR tells the rank and which columns follow from the others")
    func rank() throws {
        let base = Matrix.random(12, 3, seed: 17)
        let sum = try base * [1, -2, 0.5]
        let columns = [Array(base.column(0)), sum, Array(base.column(1)), Array(base.column(2))]
        let qr = try PivotedQRFactorization(Matrix(columns: columns))
        #expect(qr.rank == 3)
        #expect(qr.dependentColumns.count == 1)
        let basis = try qr.nullSpaceBasis()
        #expect(try (Matrix(columns: columns) * basis).elements.allSatisfy { abs($0) < 1e-13 })
        #expect(try PivotedQRFactorization(base).rank == 3)
        #expect(try PivotedQRFactorization(Matrix(rows: 3, columns: 2)).rank == 0)
    }

    @Test("Pivoted QR gives back the matrix with its columns in pivot order")
    func pivoted() throws {
        let a = Matrix.random(7, 4, seed: 18)
        let qr = try PivotedQRFactorization(a)
        let product = try qr.orthonormalColumns() * qr.upperTriangle
        #expect(distance(product, a.selecting(columns: qr.pivots)) < 1e-13)
    }

    @Test("The singular value decomposition gives back the matrix and its condition", arguments: [(8, 3), (3, 8)])
    func svd(rows: Int, columns: Int) throws {
        let a = Matrix.random(rows, columns, seed: 19)
        let svd = try SingularValueDecomposition(a)
        var scaled = svd.u
        for j in 0..<scaled.columns {
            for i in 0..<scaled.rows { scaled[i, j] *= svd.singularValues[j] }
        }
        #expect(distance(try scaled * svd.vTransposed, a) < 1e-13)
        #expect(svd.singularValues == svd.singularValues.sorted(by: >))
        #expect(svd.rank() == 3)
        #expect(svd.reciprocalCondition > 0 && svd.reciprocalCondition <= 1)
    }

    @Test("Cholesky solves, inverts and gives the determinant")
    func cholesky() throws {
        let a = try Matrix.random(9, 4, seed: 20).gram()
        let cholesky = try CholeskyFactorization(a)
        #expect(distance(try cholesky.factor.matrix.gram(), a) < 1e-12)
        #expect(distance(try a * cholesky.solve([1, 2, 3, 4]), [1, 2, 3, 4]) < 1e-11)
        #expect(distance(try a * cholesky.inverse(), .identity(4)) < 1e-11)
        let diagonal = try CholeskyFactorization(Matrix(rows: [[4, 0], [0, 9]]))
        #expect(isClose(diagonal.logDeterminant, 3.58351893845611))
        #expect(isClose(try diagonal.reciprocalCondition(), 4.0 / 9))
    }

    @Test("Triangular solves and inverses agree with the product", arguments: [TriangularMatrix.Part.upper, .lower])
    func triangular(part: TriangularMatrix.Part) throws {
        let square = try Matrix.random(5, 5, seed: 21) + 4 * Matrix.identity(5)
        let triangle = try TriangularMatrix(part, of: square)
        let inverse = try triangle.inverse()
        let dense = try TriangularMatrix(part, of: inverse).inverse()
        for transposed in [false, true] {
            let x = try triangle.solve([1, 2, 3, 4, 5], transposed: transposed)
            #expect(distance(try dense.times(x, transposed: transposed), [1, 2, 3, 4, 5]) < 1e-12)
        }
    }

    @Test("The condition estimate of a triangle is one for the identity and zero for a singular one")
    func condition() throws {
        #expect(try TriangularMatrix(.upper, of: .identity(4)).reciprocalCondition() == 1)
        #expect(try TriangularMatrix(.upper, of: Matrix(rows: [[1, 1], [0, 0]])).reciprocalCondition() == 0)
        let graded = try TriangularMatrix(.upper, of: Matrix(rows: [[1, 0], [0, 1e-8]]))
        #expect(isClose(try graded.reciprocalCondition(), 1e-8))
    }
}
