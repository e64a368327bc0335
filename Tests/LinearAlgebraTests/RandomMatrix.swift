import LinearAlgebra
import SeededNumbers

extension Matrix {
    /// Independent entries, nearly normal.
    static func random(_ rows: Int, _ columns: Int, seed: UInt64) -> Matrix {
        var generator = SeededGenerator(seed: seed)
        return Matrix(rows: rows, columns: columns) { entries in
            for k in entries.indices { entries[k] = generator.normal() }
        }
    }
}

/// The largest entrywise difference of two matrices.
func distance(_ a: Matrix, _ b: Matrix) -> Double {
    a.rows == b.rows ? distance(a.elements, b.elements) : .infinity
}
