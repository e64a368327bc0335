/// Control of the false discovery rate when one question is put to thousands of subjects (Benjamini and Hochberg 1995).
enum BenjaminiHochberg {
    /// The p-values adjusted for how many there are, in the order given: the smallest false discovery rate at which
    /// each would still be called a discovery.
    ///
    /// NaN stands for a test that was not made; it stays NaN and is not counted.
    static func adjusted(_ pValues: [Double]) -> [Double] {
        let order = pValues.indices.filter { !pValues[$0].isNaN }.sorted { pValues[$0] > pValues[$1] }
        var result = [Double](repeating: .nan, count: pValues.count)
        var smallest = 1.0
        for (place, index) in order.enumerated() {
            let rank = Double(order.count - place)
            smallest = min(smallest, pValues[index] * Double(order.count) / rank)
            result[index] = smallest
        }
        return result
    }
}
