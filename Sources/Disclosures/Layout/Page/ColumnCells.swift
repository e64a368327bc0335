/// The cells of a row of columns, found from their headers alone.
///
/// Headers stand in the middle of their cells, and the right edge of one cell is the left edge of the next: one edge
/// gives all others. The edge is the one that keeps headers and numbers whole inside cells and sets the numbers of
/// all columns alike, so that numbers set to the left, the right or the middle, and columns without any number,
/// are all told apart.
struct ColumnCells: Sendable {
    /// The edges from left to right, one more than there are cells.
    private let edges: [Float]

    /// Finds the cells.
    ///
    /// - Parameters:
    ///   - headers: the headers of the lowest tier from left to right, none left out.
    ///   - numbers: the numbers under them, and the signs that stand for none.
    ///   - left: the right end of what stands to the left of the first column.
    /// - Returns: `nil` where no edge keeps all of them whole: a header was not recognized or is not set to the middle.
    init?(headers: [WordBox], numbers: [WordBox], left: Float) {
        guard headers.count >= 2, !numbers.isEmpty, let range = Self.firstEdge(headers, left: left) else { return nil }
        let candidates = (0...40).map { step in
            Self.edges(headers, first: range.lowerBound + (range.upperBound - range.lowerBound) * Float(step) / 40)
        }
        let columns = NumberColumns(numbers.filter { !$0.isBlankSign }).spans
        let cuts = candidates.map { Self.cut(numbers, by: $0) + Self.crowding(columns, in: $0) }
        guard let least = cuts.min(), least <= 0.02 * numbers.reduce(0, { $0 + $1.width }) else { return nil }
        let whole = zip(candidates, cuts).filter { $0.1 <= least + 0.01 }.map {
            ($0.0, Self.unevenness(numbers, in: $0.0))
        }
        guard let best = whole.min(by: { $0.1 < $1.1 }) else { return nil }
        edges = best.0
    }

    /// The cell a number stands in; `nil` for one outside all of them.
    func index(of word: WordBox) -> Int? { Self.index(of: word, in: edges) }

    private static func index(of word: WordBox, in edges: [Float]) -> Int? {
        var best: (index: Int, shared: Float)?
        for index in edges.indices.dropLast() {
            let shared = min(edges[index + 1], word.xMax) - max(edges[index], word.xMin)
            if shared > best?.shared ?? 0 { best = (index, shared) }
        }
        guard let best, best.shared > 0.5 * word.width else { return nil }
        return best.index
    }

    private static func edges(_ headers: [WordBox], first: Float) -> [Float] {
        var edges = [first]
        for header in headers { edges.append(2 * header.centerX - edges[edges.count - 1]) }
        return edges
    }

    /// Where the first edge may stand so that every edge falls between two headers.
    private static func firstEdge(_ headers: [WordBox], left: Float) -> ClosedRange<Float>? {
        let slack: Float = 1.5
        var low = max(left - slack, headers[0].xMin - 300)
        var high = headers[0].xMin + slack
        var offset: Float = 0
        var sign: Float = 1
        for (index, header) in headers.enumerated() {
            offset = 2 * header.centerX - offset
            sign = -sign
            let least = header.xMax - slack
            let most = index + 1 < headers.count ? headers[index + 1].xMin + slack : header.xMax + 300
            // least <= offset + sign * first <= most
            let bounds = sign > 0 ? (least - offset, most - offset) : (offset - most, offset - least)
            low = max(low, bounds.0)
            high = min(high, bounds.1)
        }
        return low <= high ? low...high : nil
    }

    /// How much of the numbers stands outside the cells they mostly stand in.
    private static func cut(_ numbers: [WordBox], by edges: [Float]) -> Float {
        numbers.reduce(Float(0)) { sum, number in
            var most: Float = 0
            for index in edges.indices.dropLast() {
                most = max(most, min(edges[index + 1], number.xMax) - max(edges[index], number.xMin))
            }
            return sum + number.width - most
        }
    }

    /// A large cost for every cell that two columns of numbers share.
    private static func crowding(_ columns: [ClosedRange<Float>], in edges: [Float]) -> Float {
        let taken = columns.map { column in
            edges.dropLast().lastIndex { $0 <= (column.lowerBound + column.upperBound) / 2 } ?? -1
        }
        return 1000 * Float(taken.count - Set(taken).count)
    }

    /// How differently the columns set their numbers, by the setting that fits best: the spread of the least
    /// distances to the right edge, to the left edge, or of the distances to the middle.
    private static func unevenness(_ numbers: [WordBox], in edges: [Float]) -> Float {
        var right: [Int: Float] = [:]
        var left: [Int: Float] = [:]
        var middle: [Int: Float] = [:]
        for number in numbers {
            guard let index = index(of: number, in: edges) else { continue }
            right[index] = min(right[index] ?? .infinity, edges[index + 1] - number.xMax)
            left[index] = min(left[index] ?? .infinity, number.xMin - edges[index])
            middle[index] = number.centerX - (edges[index] + edges[index + 1]) / 2
        }
        return [right, left, middle].map { distances in
            (distances.values.max() ?? 0) - (distances.values.min() ?? 0)
        }.min() ?? 0
    }
}
