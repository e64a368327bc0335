import FinalAccounts

/// Puts wrapped names to the rows they belong to.
///
/// A row is known by its code and its numbers, which stand on one height; its name may take several lines,
/// set to the middle, the top or the bottom of the row. Lines are given to rows in order so that the sum
/// of the distances is least; the setting is the one that fits the whole page best, from which a row may differ at a cost.
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
    ///   - cuts: the heights at which pages begin.
    static func assign(lines: [Float], rows: [Float], letter: Float, cuts: [Float] = []) -> Assignment {
        guard !rows.isEmpty else { return Assignment(leading: lines.count, counts: []) }
        let pitch = letter * 1.35
        let widest = widestGap(lines, letter: letter)
        var best: (cost: Float, assignment: Assignment)?
        // Lines far from every row, as remarks between rows are, take part only where the table is small.
        let reaches =
            lines.count * rows.count <= 50_000
            ? [pitch * Float(mostLines) * 1.5, .infinity] : [pitch * Float(mostLines) * 1.5]
        for reach in reaches where best == nil {
            for setting in Setting.allCases {
                let found = solve(
                    lines, rows, setting, pitch: pitch, widest: widest, reach: reach, cuts: cuts)
                if found.cost < (best?.cost ?? .infinity) { best = found }
            }
        }
        return best?.assignment ?? Assignment(leading: 0, counts: rows.map { _ in 0 })
    }

    /// The widest gap between two lines of one name: names are set in one spacing, which is the least that occurs.
    private static func widestGap(_ lines: [Float], letter: Float) -> Float {
        let gaps = zip(lines, lines.dropFirst()).map { $1 - $0 }.filter { $0 > letter * 0.9 }
        return min(letter * 1.9, (gaps.min() ?? .infinity) * 1.06 + 0.5)
    }

    /// The best assignment of one setting: row by row, how many lines are taken up to it.
    ///
    /// A row takes only lines near it, so that the work grows with the table and not with its square.
    private static func solve(
        _ lines: [Float], _ rows: [Float], _ setting: Setting, pitch: Float, widest: Float, reach: Float,
        cuts: [Float]
    ) -> (cost: Float, assignment: Assignment) {
        let missing = pitch * 2
        var before = Stage(
            first: 0, costs: (0...min(lines.count, mostLines)).map { Float($0) * pitch }, taken: [])
        var stages: [Stage] = []
        for (row, height) in rows.enumerated() {
            let isLast = row + 1 == rows.count
            let first = isLast ? lines.count : max(before.first, lines.partitioningIndex { $0 > height - reach })
            let last = isLast ? lines.count : max(first, lines.partitioningIndex { $0 >= height + reach })
            var stage = Stage(first: first, costs: [], taken: [])
            for end in first...last {
                var best = (cost: Float.infinity, taken: 0)
                for count in 0...min(end, mostLines) {
                    let cost = before.cost(of: end - count)
                    guard cost < best.cost else { continue }
                    let here =
                        count == 0
                        ? missing : distance(lines[(end - count)..<end], height, setting, widest: widest, cuts: cuts)
                    if cost + here < best.cost { best = (cost + here, count) }
                }
                stage.costs.append(best.cost)
                stage.taken.append(best.taken)
            }
            stages.append(stage)
            before = stage
        }
        var counts: [Int] = Array(repeating: 0, count: rows.count)
        var end = lines.count
        for row in stages.indices.reversed() {
            counts[row] = stages[row].taken(at: end)
            end -= counts[row]
        }
        return (before.cost(of: lines.count), Assignment(leading: end, counts: counts))
    }

    /// The least costs after a row, by how many lines have been taken.
    private struct Stage {
        /// The number of lines that the first cost is for.
        var first: Int
        var costs: [Float]
        /// How many of them the row itself took.
        var taken: [Int]

        func cost(of end: Int) -> Float { costs.indices.contains(end - first) ? costs[end - first] : .infinity }

        func taken(at end: Int) -> Int { taken.indices.contains(end - first) ? taken[end - first] : 0 }
    }

    private static func distance(
        _ lines: ArraySlice<Float>, _ row: Float, _ setting: Setting, widest: Float, cuts: [Float]
    ) -> Float {
        guard let first = lines.first, let last = lines.last else { return 0 }
        if let cut = cuts.first(where: { first < $0 && $0 < last }) {
            // A row that a page break cuts: its figures stand with what is left of it on their page.
            let part = row < cut ? lines.prefix { $0 < cut } : lines.drop { $0 < cut }
            return min(
                distance(part, row, setting, widest: widest, cuts: []),
                distance(lines, row, setting, widest: widest, cuts: []))
        }
        // Lines of one name stand close together, and closer than to those of the next where nothing else tells.
        let loose = zip(lines, lines.dropFirst()).reduce(0.1 * (last - first)) { sum, pair in
            sum + 2 * max(0, pair.1 - pair.0 - widest)
        }
        return loose
            + Setting.allCases.reduce(.infinity) { least, own in
                min(least, off(first, last, row, own) + (own == setting ? 0 : 0.2 * widest))
            }
    }

    private static func off(_ first: Float, _ last: Float, _ row: Float, _ setting: Setting) -> Float {
        switch setting {
        case .middle: abs((first + last) / 2 - row)
        case .top: abs(first - row)
        case .bottom: abs(last - row)
        }
    }
}
