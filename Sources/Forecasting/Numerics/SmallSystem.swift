/// Solves a small symmetric positive definite system by elimination; the solution stands in `right` afterwards.
func solveInPlace(_ system: inout [[Double]], _ right: inout [Double]) {
    let n = right.count
    for pivot in 0..<n {
        for row in (pivot + 1)..<max(n, pivot + 1) {
            let factor = system[row][pivot] / system[pivot][pivot]
            for column in pivot..<n { system[row][column] -= factor * system[pivot][column] }
            right[row] -= factor * right[pivot]
        }
    }
    for row in (0..<n).reversed() {
        for column in (row + 1)..<max(n, row + 1) { right[row] -= system[row][column] * right[column] }
        right[row] /= system[row][row]
    }
}
