import LinearAlgebra
import Testing

@Suite("Matrix")
struct MatrixTests {
    @Test("Assigning shares the storage and writing separates it")
    func copyOnWrite() throws {
        let original = try Matrix(rows: [[1, 2], [3, 4]])
        var copy = original
        copy[0, 1] = 9
        #expect(original[0, 1] == 2)
        #expect(copy[0, 1] == 9)
    }
}
