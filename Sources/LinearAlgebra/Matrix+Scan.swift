extension Matrix {
    /// The largest absolute value of every column (zero for an empty one).
    ///
    /// - Throws: `notFinite` with the first entry that is NaN or infinite.
    package func columnMagnitudes() throws(LinearAlgebraError) -> [Double] {
        var magnitudes = [Double](repeating: 0, count: columns)
        for j in 0..<columns {
            let column = UnsafeBufferPointer(start: storage.base + j * rows, count: rows)
            let (magnitude, finite) = scan(column)
            guard finite else {
                let row = column.firstIndex { !$0.isFinite } ?? 0
                throw .notFinite(row: row, column: j)
            }
            magnitudes[j] = magnitude
        }
        return magnitudes
    }

    /// - Throws: `notFinite` with the first entry that is NaN or infinite.
    package func requireFinite() throws(LinearAlgebraError) {
        _ = try columnMagnitudes()
    }
}

/// The largest absolute value and whether all values are finite, in one pass.
///
/// `x - x` is NaN for NaN and infinity and zero otherwise, so its running sum tells without a branch.
func scan(_ values: UnsafeBufferPointer<Double>) -> (magnitude: Double, finite: Bool) {
    guard let base = values.baseAddress else { return (0, true) }
    var largest = SIMD8<Double>(repeating: 0)
    var smallest = SIMD8<Double>(repeating: 0)
    var poison = SIMD8<Double>(repeating: 0)
    let raw = UnsafeRawPointer(base)
    let whole = values.count / 8 * 8
    for i in stride(from: 0, to: whole, by: 8) {
        let lane = raw.loadUnaligned(fromByteOffset: i * 8, as: SIMD8<Double>.self)
        largest.replace(with: lane, where: lane .> largest)
        smallest.replace(with: lane, where: lane .< smallest)
        poison += lane - lane
    }
    var magnitude = Swift.max(largest.max(), -smallest.min())
    var sum = poison.sum()
    for i in whole..<values.count {
        magnitude = Swift.max(magnitude, abs(base[i]))
        sum += base[i] - base[i]
    }
    return (magnitude, sum == 0)
}
