/// How many letters have to be changed, added or taken out to make one word of another (Levenshtein 1966).
package enum EditDistance {
    /// The distance of two words; letters are scalars, so that marks count as letters do.
    package static func between(
        _ left: some Collection<Unicode.Scalar>, _ right: some Collection<Unicode.Scalar>
    ) -> Int {
        var row = Array(0...right.count)
        for (index, letter) in left.enumerated() {
            var diagonal = row[0]
            row[0] = index + 1
            for (column, other) in right.enumerated() {
                let changed = diagonal + (letter == other ? 0 : 1)
                diagonal = row[column + 1]
                row[column + 1] = min(changed, min(diagonal, row[column]) + 1)
            }
        }
        return row[right.count]
    }
}
