/// The median: the middle value, the mean of the middle two for an even count; zero for no values.
@usableFromInline
package enum Median {
    /// The median of the first `count` values, which are moved about.
    ///
    /// Insertion sort below 24 values, where it beats everything else (histories are short), selection above.
    ///
    /// - Precondition: none of the values is NaN.
    @inlinable
    package static func moving(_ values: UnsafeMutableBufferPointer<Double>, count: Int) -> Double {
        if count == 0 { return 0 }
        let middle = count / 2
        guard count < 24 else {
            let head = UnsafeMutableBufferPointer(rebasing: values[0..<count])
            let upper = Selection.element(at: middle, of: head)
            guard count % 2 == 0 else { return upper }
            return 0.5 * (head[..<middle].max() ?? upper) + 0.5 * upper
        }
        var i = 1
        while i < count {
            let value = values[i]
            var j = i - 1
            while j >= 0, values[j] > value {
                values[j + 1] = values[j]
                j -= 1
            }
            values[j + 1] = value
            i += 1
        }
        return count % 2 == 1 ? values[middle] : 0.5 * values[middle - 1] + 0.5 * values[middle]
    }

    /// The median of an array, whose values are moved about.
    package static func moving(_ values: inout [Double]) -> Double {
        values.withUnsafeMutableBufferPointer { moving($0, count: $0.count) }
    }

    /// The median of an array.
    package static func of(_ values: [Double]) -> Double {
        var copy = values
        return moving(&copy)
    }
}
