/// Control of the false discovery rate when one question is put to thousands of subjects (Benjamini and Hochberg 1995).
enum BenjaminiHochberg {
    /// The p-values adjusted for how many there are, in the order given: the smallest false discovery rate at which
    /// each would still be called a discovery.
    ///
    /// - Parameters:
    ///   - pValues: NaN stands for a test that was not made; it stays NaN and is not counted.
    ///   - rate: adjusted values are exact up to this rate and stand at 1 beyond, which spares the sorting of the
    ///     thousands of tests that show nothing.
    static func adjusted(_ pValues: [Double], upTo rate: Double = 1) -> [Double] {
        var tests = 0
        var small: [(pValue: Double, index: Int)] = []
        var result = [Double](repeating: .nan, count: pValues.count)
        for (index, pValue) in pValues.enumerated() where !pValue.isNaN {
            tests += 1
            result[index] = 1
            // An adjusted value is never below its p-value, nor below any larger p-value that it is adjusted by.
            if pValue <= rate { small.append((pValue, index)) }
        }
        small.sort { $0.pValue > $1.pValue }
        var smallest = 1.0
        for (place, test) in small.enumerated() {
            smallest = min(smallest, test.pValue * Double(tests) / Double(small.count - place))
            result[test.index] = smallest <= rate ? smallest : 1
        }
        return result
    }
}
