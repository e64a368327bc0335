import LinearAlgebra
import Platform
import Testing

@Suite("Errors of linear algebra")
struct ErrorTests {
    @Test("A zero on the diagonal is told by its place")
    func singular() throws {
        let triangle = try TriangularMatrix(.upper, of: Matrix(rows: [[1, 2, 3], [0, 0, 4], [0, 0, 5]]))
        #expect(throws: LinearAlgebraError.singular(diagonal: 1)) { try triangle.solve([1, 1, 1]) }
        #expect(throws: LinearAlgebraError.singular(diagonal: 1)) { try triangle.inverse() }
        #expect(throws: LinearAlgebraError.singular(diagonal: 1)) { try triangle.inverseOfGram() }
    }

    @Test("An indefinite matrix is told by the order of its leading minor")
    func indefinite() throws {
        let matrix = try Matrix(rows: [[1, 2], [2, 1]])
        #expect(throws: LinearAlgebraError.notPositiveDefinite(leadingMinor: 2)) {
            try CholeskyFactorization(matrix)
        }
    }

    @Test("Every factorization refuses values that are not finite")
    func notFinite() {
        var matrix = Matrix.identity(3)
        matrix[2, 1] = .nan
        let spoilt = matrix
        let expected = LinearAlgebraError.notFinite(row: 2, column: 1)
        #expect(throws: expected) { try QRFactorization(spoilt) }
        #expect(throws: expected) { try PivotedQRFactorization(spoilt) }
        #expect(throws: expected) { try SingularValueDecomposition(spoilt) }
        #expect(throws: expected) { try CholeskyFactorization(spoilt) }
    }

    @Test("Shapes that do not fit are refused with both shapes in the message")
    func shapes() throws {
        let wide = Matrix(rows: 2, columns: 3)
        #expect(throws: LinearAlgebraError.self) { try CholeskyFactorization(wide) }
        #expect(throws: LinearAlgebraError.self) { try TriangularMatrix(.upper, of: wide) }
        #expect(throws: LinearAlgebraError.self) { try QRFactorization(wide).solveLeastSquares([1, 2]) }
        let error = #expect(throws: LinearAlgebraError.self) { try wide + Matrix(rows: 4, columns: 1) }
        #expect(error?.description == "+: expected 2 × 3, found 4 × 1; give operands whose shapes fit")
    }

    @Test("Every error says in words what it means")
    func descriptions() {
        let all: [LinearAlgebraError] = [
            .shapeMismatch(
                operation: Bilingual("乘法", "product"), expected: Bilingual(verbatim: "2"),
                found: Bilingual(verbatim: "3")), .notFinite(row: 1, column: 2),
            .notPositiveDefinite(leadingMinor: 3), .singular(diagonal: 0),
            .notConverged(routine: "dgesdd"), .unexpectedStatus(routine: "dormqr", info: 3),
            .illegalArgument(routine: "dgeqrf", position: 4),
            .outOfMemory(routine: "dgesdd"), .tooLarge(rows: 1, columns: 2),
        ]
        #expect(Set(all.map(\.description)).count == all.count)
        #expect(all.allSatisfy { $0.description.count > 10 })
    }
}
