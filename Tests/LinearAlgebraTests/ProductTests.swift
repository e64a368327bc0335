import LinearAlgebra
import Testing

@Suite("Products")
struct ProductTests {
    private func bruteForce(_ a: Matrix, _ b: Matrix) -> Matrix {
        Matrix(rows: a.rows, columns: b.columns) { entries in
            for i in 0..<a.rows {
                for j in 0..<b.columns {
                    entries[i + j * a.rows] = (0..<a.columns).reduce(0) { $0 + a[i, $1] * b[$1, j] }
                }
            }
        }
    }

    @Test("Products with either operand transposed agree with the definition")
    func transposes() throws {
        let a = Matrix.random(5, 7, seed: 1)
        let b = Matrix.random(7, 3, seed: 2)
        let expected = bruteForce(a, b)
        #expect(distance(try a * b, expected) < 1e-13)
        #expect(distance(try Matrix.multiply(a.transposed(), b, transposingLeft: true), expected) < 1e-13)
        #expect(distance(try Matrix.multiply(a, b.transposed(), transposingRight: true), expected) < 1e-13)
        #expect(
            distance(
                try Matrix.multiply(a.transposed(), b.transposed(), transposingLeft: true, transposingRight: true),
                expected) < 1e-13)
    }

    @Test("A matrix times a vector is the product with one column")
    func vector() throws {
        let a = Matrix.random(6, 4, seed: 3)
        let x = [1.0, -2, 3, 0.5]
        #expect(distance(try a * x, bruteForce(a, try Matrix(columns: [x])).elements) < 1e-13)
        #expect(distance(try a.transposed().times(x, transposed: true), try a * x) < 1e-13)
    }

    @Test("The Gram matrix is symmetric and the product of the transpose with the matrix")
    func gram() throws {
        let a = Matrix.random(9, 4, seed: 5)
        let gram = try a.gram()
        #expect(gram == gram.transposed())
        #expect(distance(gram, bruteForce(a.transposed(), a)) < 1e-13)
    }

    @Test("Empty operands give empty or zero results")
    func empty() throws {
        #expect(try Matrix(rows: 2, columns: 0) * Matrix(rows: 0, columns: 3) == Matrix(rows: 2, columns: 3))
        #expect(try Matrix(rows: 0, columns: 2) * [1, 2] == [])
        #expect(try Matrix(rows: 0, columns: 2).gram() == Matrix(rows: 2, columns: 2))
    }

    @Test("Operands that do not fit are refused")
    func shapes() {
        let a = Matrix(rows: 2, columns: 3)
        #expect(throws: LinearAlgebraError.self) { try a * a }
        #expect(throws: LinearAlgebraError.self) { try a * [1, 2] }
    }
}
