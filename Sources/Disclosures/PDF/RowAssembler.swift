/// Puts wrapped names to the rows they belong to.
///
/// A row is known by its code and its numbers, which stand on one height; its name may take several lines,
/// set to the middle, the top or the bottom of the row. Lines are given to rows in order so that the sum
/// of the distances is least, and the setting is the one that fits the whole page best.
struct RowAssembler {
    /// Where in a row wrapped names stand.
    private enum Setting: CaseIterable { case middle, top, bottom }

    /// The largest number of lines one name may take.
    private static let mostLines = 6

    /// How many lines, in order, each row gets; lines before the first entry belong to the page before.
    struct Assignment: Equatable {
        /// Lines that belong to the last row of the page before.
        var leading: Int
        /// Lines of each row.
        var counts: [Int]
    }

    /// Gives lines to rows.
    ///
    /// - Parameters:
    ///   - lines: the heights of the name lines, ascending.
    ///   - rows: the heights of the rows, ascending.
    ///   - letter: how high letters are; lines of one name stand less than twice that apart.
    static func assign(lines: [Float], rows: [Float], letter: Float) -> Assignment {
        guard !rows.isEmpty else { return Assignment(leading: lines.count, counts: []) }
        let pitch = letter * 1.35
        var best: (cost: Float, assignment: Assignment)?
        for setting in Setting.allCases {
            let found = solve(lines, rows, setting, pitch: pitch)
            if found.cost < (best?.cost ?? .infinity) { best = found }
        }
        return best?.assignment ?? Assignment(leading: 0, counts: rows.map { _ in 0 })
    }

    private static func solve(
        _ lines: [Float], _ rows: [Float], _ setting: Setting, pitch: Float
    ) -> (cost: Float, assignment: Assignment) {
        // cost[r][l]: the first r rows have taken the first l lines.
        let missing = pitch * 2
        var cost = Array(repeating: Array(repeating: Float.infinity, count: lines.count + 1), count: rows.count + 1)
        var taken = Array(repeating: Array(repeating: 0, count: lines.count + 1), count: rows.count + 1)
        for leading in 0...min(lines.count, mostLines) { cost[0][leading] = Float(leading) * pitch * 1.5 }
        for row in 1...rows.count {
            for end in 0...lines.count {
                for count in 0...min(end, mostLines) {
                    let before = cost[row - 1][end - count]
                    guard before < .infinity else { continue }
                    let here =
                        count == 0
                        ? missing
                        : distance(lines[(end - count)..<end], rows[row - 1], setting, pitch: pitch)
                    if before + here < cost[row][end] {
                        cost[row][end] = before + here
                        taken[row][end] = count
                    }
                }
            }
        }
        var counts: [Int] = Array(repeating: 0, count: rows.count)
        var end = lines.count
        for row in stride(from: rows.count, to: 0, by: -1) {
            counts[row - 1] = taken[row][end]
            end -= taken[row][end]
        }
        return (cost[rows.count][lines.count], Assignment(leading: end, counts: counts))
    }

    private static func distance(
        _ lines: ArraySlice<Float>, _ row: Float, _ setting: Setting, pitch: Float
    ) -> Float {
        guard let first = lines.first, let last = lines.last else { return 0 }
        // Lines of one name stand close together.
        let loose = zip(lines, lines.dropFirst()).reduce(Float(0)) { $0 + 2 * max(0, $1.1 - $1.0 - pitch * 1.4) }
        switch setting {
        case .middle: return abs((first + last) / 2 - row) + loose
        case .top: return abs(first - row) + loose
        case .bottom: return abs(last - row) + loose
        }
    }
}
