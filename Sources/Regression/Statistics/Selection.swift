/// Order statistics without sorting (Hoare 1961).
@usableFromInline
package enum Selection {
    /// The value that would stand at `place` in ascending order; values are moved so that smaller ones stand before it and
    /// larger ones behind.
    ///
    /// - Precondition: `place` is an index of `values`, and none of them is NaN.
    package static func element(at place: Int, of values: inout [Double]) -> Double {
        values.withUnsafeMutableBufferPointer { element(at: place, of: $0) }
    }

    @usableFromInline
    static func element(at place: Int, of values: UnsafeMutableBufferPointer<Double>) -> Double {
        var (low, high) = (0, values.count - 1)
        while low < high {
            let pivot = medianOfThree(values[low], values[(low + high) / 2], values[high])
            var (left, right) = (low, high)
            while left <= right {
                while values[left] < pivot { left += 1 }
                while values[right] > pivot { right -= 1 }
                if left <= right {
                    values.swapAt(left, right)
                    left += 1
                    right -= 1
                }
            }
            if place <= right { high = right } else if place >= left { low = left } else { break }
        }
        return values[place]
    }

    private static func medianOfThree(_ a: Double, _ b: Double, _ c: Double) -> Double {
        max(min(a, b), min(max(a, b), c))
    }
}
