import LinearAlgebra
import SeededNumbers
import Testing

@Suite("Double-double arithmetic")
struct DoubleDoubleTests {
    @Test("The product of two doubles is exact")
    func exactProduct() {
        let a = 1 + 0x1p-40
        let product = DoubleDouble.product(a, a)
        #expect(product.high == 1 + 0x1p-39)
        #expect(product.low == 0x1p-80)
    }

    @Test("Sums keep what doubles lose", arguments: 1...20)
    func cancellation(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let terms = (0..<50).map { _ in generator.normal() * 1e16 }
        var sum = DoubleDouble(0)
        for term in terms { sum.add(DoubleDouble(term)) }
        sum.add(DoubleDouble(1))
        for term in terms { sum.add(DoubleDouble(-term)) }
        #expect(sum.high == 1)
    }

    @Test("A residual of an extended matrix is right where doubles give noise")
    func residual() throws {
        let leading = try Matrix(columns: [[1e8 + 1, 3], [1e8, 7]])
        let matrix = ExtendedMatrix(leading, trailing: try Matrix(columns: [[0x1p-60, 0], [0, 0]]))
        let residual = matrix.residual(of: [1e16, 0], minus: [0, 0], coefficients: [1e8, -1e8])
        // 1e16 - (1e8 (1e8 + 1) - 1e16) - 2^-60 1e8, and 0 - (3e8 - 7e8).
        #expect(residual[0] == 1e16 - 1e8)
        #expect(residual[1] == 4e8)
        #expect(matrix.negatedTransposedProduct([1, 0]) == [-(1e8 + 1), -1e8])
    }
}
