/// The columns that numbers form on a page: those that stand above one another.
struct NumberColumns: Sendable {
    /// The stretch each column covers, from left to right.
    private(set) var spans: [ClosedRange<Float>] = []

    /// Finds the columns of some numbers.
    init(_ words: [WordBox]) {
        for word in words.sorted(by: { $0.xMin < $1.xMin }) {
            let index = spans.firstIndex { span in
                let shared = min(span.upperBound, word.xMax) - max(span.lowerBound, word.xMin)
                return shared > 0.3 * min(span.upperBound - span.lowerBound, word.width)
            }
            if let index {
                let span = spans[index]
                spans[index] = min(span.lowerBound, word.xMin)...max(span.upperBound, word.xMax)
            } else {
                spans.append(word.xMin...max(word.xMin, word.xMax))
            }
        }
        spans.sort { $0.lowerBound < $1.lowerBound }
    }

    /// The column a number stands in.
    func index(of word: WordBox) -> Int? {
        spans.indices.max { overlap($0, word) < overlap($1, word) }.flatMap { overlap($0, word) > 0 ? $0 : nil }
    }

    private func overlap(_ index: Int, _ word: WordBox) -> Float {
        min(spans[index].upperBound, word.xMax) - max(spans[index].lowerBound, word.xMin)
    }

    /// Which of some header cells each column stands under, in order and each at most once; `nil` for a
    /// column that no header is left for.
    ///
    /// Numbers may be set to the right of their cell and headers to its middle, so the nearest cell is not
    /// always the right one: the whole row of columns is fitted at once, with the least sum of distances.
    func fitted(to headers: [WordBox]) -> [Int?] {
        let columns = spans.count
        guard columns > 0, !headers.isEmpty else { return Array(repeating: nil, count: columns) }
        // cost[c][h]: the best way to place the first c columns on the first h headers.
        let skip: Float = 400
        var cost = Array(repeating: Array(repeating: Float.infinity, count: headers.count + 1), count: columns + 1)
        var choice = Array(repeating: Array(repeating: 0, count: headers.count + 1), count: columns + 1)
        for header in 0...headers.count { cost[0][header] = 0 }
        for column in 1...columns {
            cost[column][0] = cost[column - 1][0] + skip
            choice[column][0] = 2
            for header in 1...headers.count {
                let placed = cost[column - 1][header - 1] + distance(column - 1, headers[header - 1])
                let passed = cost[column][header - 1]
                let skipped = cost[column - 1][header] + skip
                let best = min(placed, passed, skipped)
                cost[column][header] = best
                choice[column][header] = best == placed ? 0 : best == passed ? 1 : 2
            }
        }
        return trace(choice, columns: columns, headers: headers.count)
    }

    private func trace(_ choice: [[Int]], columns: Int, headers: Int) -> [Int?] {
        var result: [Int?] = Array(repeating: nil, count: columns)
        var column = columns
        var header = headers
        while column > 0 {
            switch choice[column][header] {
            case 0:
                result[column - 1] = header - 1
                column -= 1
                header -= 1
            case 1: header -= 1
            default: column -= 1
            }
        }
        return result
    }

    /// The gap between a column and a header cell, with a little weight on their middles.
    private func distance(_ column: Int, _ header: WordBox) -> Float {
        let span = spans[column]
        let gap = max(0, max(span.lowerBound, header.xMin) - min(span.upperBound, header.xMax))
        let middle = (span.lowerBound + span.upperBound) / 2
        return gap + 0.1 * abs(middle - header.centerX)
    }
}
