/// The median of the first `count` values, which are put in ascending order; the mean of the middle two for an even count.
///
/// Insertion sort below 24 values, where it beats everything else; histories are short.
@inline(__always)
func medianInPlace(_ values: UnsafeMutableBufferPointer<Double>, count: Int) -> Double {
    if count == 0 { return 0 }
    if count < 24 {
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
    } else {
        var head = UnsafeMutableBufferPointer(rebasing: values[0..<count])
        head.sort()
    }
    let middle = count / 2
    return count % 2 == 1 ? values[middle] : 0.5 * values[middle - 1] + 0.5 * values[middle]
}

/// The median of an array; zero for none.
func median(_ values: [Double]) -> Double {
    var copy = values
    return copy.withUnsafeMutableBufferPointer { medianInPlace($0, count: $0.count) }
}
