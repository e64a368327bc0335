/// The rows of an indicator table below its header.
struct IndicatorBody {
    /// A word with its column and its height on the axis of all pages.
    private struct Piece {
        var word: WordBox
        var page: Int
        var y: Float
        var column: Int
    }

    private let columns: [IndicatorGrid.Cell]
    private let pieces: [Piece]
    /// The heights of the rows with their pages, from the marks they got or could get.
    private let rows: [(y: Float, page: Int)]
    private let letter: Float
    /// Where pages begin on their common axis.
    private let cuts: [Float]

    /// - Returns: `nil` where no marks stand below the header.
    init?(_ lines: [VisualLine], cells: [IndicatorGrid.Cell]) {
        columns = cells
        let heights = lines.flatMap { $0.words.map(\.height) }.sorted()
        guard !heights.isEmpty else { return nil }
        let letter = max(4, heights[heights.count / 2])
        self.letter = letter
        let lines = Self.withoutRepeatedHeaders(lines, cells)
        let pages = ContinuousPages(
            lines.flatMap { line in line.words.map { (page: line.page, y: $0.centerY) } }, pitch: letter * 1.35)
        cuts = pages.cuts
        let edges = Self.edges(lines, cells)
        let pieces = lines.flatMap { line in
            line.words.map { word in
                Piece(
                    word: word, page: line.page, y: pages.height(word.centerY, page: line.page),
                    column: edges.count { $0 < word.centerX })
            }
        }.filter { piece in
            // A cell over the whole group (年度绩效指标) stands to the left of the first column.
            piece.column > 0 || piece.word.xMax > cells[0].box.xMin
        }
        self.pieces = pieces
        rows = Self.rows(pieces, cells, letter: letter)
        guard !rows.isEmpty else { return nil }
    }

    private static func withoutRepeatedHeaders(_ lines: [VisualLine], _ cells: [IndicatorGrid.Cell]) -> [VisualLine] {
        let headers = cells.map { TableText.folded($0.header.unicodeScalars) }
        return lines.filter { line in
            let texts = line.words.map { TableText.folded($0.scalars) }
            return texts.count < 4 || !texts.allSatisfy { text in headers.contains { $0.holds(text) } }
        }
    }

    // MARK: Columns

    /// Between each two headers, the middle of the widest stretch that fewest words cross.
    private static func edges(_ lines: [VisualLine], _ cells: [IndicatorGrid.Cell]) -> [Float] {
        let words = lines.flatMap(\.words)
        return zip(cells, cells.dropFirst()).map { left, right in
            let from = left.box.centerX
            let to = right.box.centerX
            var best: (crossed: Int, width: Float, middle: Float)?
            var ends = [from, to]
            for word in words { ends += [word.xMin, word.xMax].filter { $0 > from && $0 < to } }
            ends.sort()
            for (start, end) in zip(ends, ends.dropFirst()) where end > start {
                let middle = (start + end) / 2
                let crossed = words.count { $0.xMin < middle && $0.xMax > middle }
                let isBetter = best.map { ($0.crossed, -$0.width) > (crossed, start - end) } ?? true
                if isBetter { best = (crossed, end - start, middle) }
            }
            return best?.middle ?? (from + to) / 2
        }
    }

    // MARK: Rows

    /// The heights at which marks stand, full marks and scores alike.
    private static func rows(
        _ pieces: [Piece], _ cells: [IndicatorGrid.Cell], letter: Float
    ) -> [(y: Float, page: Int)] {
        let marks = cells.indices.filter { cells[$0].column == .score || cells[$0].column == .weight }
        let found = pieces.filter { piece in
            marks.contains(piece.column) && MarkText.bare(TableText.folded(piece.word.scalars)) != nil
        }
        var rows: [(y: Float, page: Int)] = []
        for piece in found.sorted(by: { $0.y < $1.y }) where rows.last.map({ piece.y - $0.y > 0.6 * letter }) ?? true {
            rows.append((piece.y, piece.page))
        }
        return rows
    }

    /// The cells of all rows; names of levels reach down to the next.
    ///
    /// - Parameter first: the row of the table that the first of them takes.
    func cells(from first: Int) -> [CellTable.Cell] {
        columns.indices.flatMap { column -> [CellTable.Cell] in
            let isLevel = columns[column].column == .first || columns[column].column == .second
            let texts = isLevel ? groups(ofColumn: column) : texts(ofColumn: column)
            let filled = rows.indices.filter { texts[$0]?.isEmpty == false }
            return filled.enumerated().map { index, row in
                let next = index + 1 < filled.count ? filled[index + 1] : rows.count
                return CellTable.Cell(
                    text: texts[row] ?? "", row: first + row, column: column, height: isLevel ? next - row : 1,
                    page: rows[row].page)
            }
        }
    }

    /// What a column says in each row: lines go to the rows they are nearest to.
    private func texts(ofColumn column: Int) -> [Int: String] {
        let lines = textLines(ofColumn: column)
        let assignment = RowAssembler.assign(lines: lines.map(\.y), rows: rows.map(\.y), letter: letter, cuts: cuts)
        var result: [Int: String] = [:]
        var next = assignment.leading
        for (row, count) in assignment.counts.enumerated() {
            result[row] = lines[next..<(next + count)].map(\.text).joined()
            next += count
        }
        if assignment.leading > 0, !rows.isEmpty {
            result[0] = lines[..<assignment.leading].map(\.text).joined() + (result[0] ?? "")
        }
        return result
    }

    private func textLines(ofColumn column: Int) -> [(y: Float, text: String)] {
        var lines: [(y: Float, words: [WordBox])] = []
        for piece in pieces.filter({ $0.column == column }).sorted(by: { $0.y < $1.y }) {
            if let last = lines.indices.last, piece.y - lines[last].y < 0.45 * piece.word.height {
                lines[last].words.append(piece.word)
            } else {
                lines.append((piece.y, [piece.word]))
            }
        }
        return lines.map { line in
            (line.y, line.words.sorted { $0.xMin < $1.xMin }.map { TableText.compact($0.scalars) }.joined())
        }
    }

    // MARK: Levels

    /// The names of a level, each at the first row it stands over.
    ///
    /// A name stands in the middle or at the top of the rows it spans; the rows are parted so that the distances
    /// are least.
    private func groups(ofColumn column: Int) -> [Int: String] {
        let labels = labels(ofColumn: column)
        guard !labels.isEmpty, labels.count <= rows.count else { return [:] }
        let best = [false, true].map { partition(labels.map(\.y), atTop: $0) }.min { $0.cost < $1.cost }
        var result: [Int: String] = [:]
        for (start, label) in zip(best?.starts ?? [], labels) { result[start] = label.text }
        return result
    }

    /// The names of a level; a name broken over lines is one as soon as its lines make a known name.
    private func labels(ofColumn column: Int) -> [(y: Float, text: String)] {
        var labels: [(y: Float, text: String)] = []
        var pending: [(y: Float, text: String)] = []
        let lines = textLines(ofColumn: column)
        for (index, line) in lines.enumerated() {
            if let last = pending.last, line.y - last.y > letter * 2.2 {
                labels += [joined(pending)].compactMap(\.self)
                pending = []
            }
            if pending.isEmpty, let last = labels.indices.last, line.text.opens(with: "（") || line.text.opens(with: "(")
            {
                labels[last] = ((labels[last].y + line.y) / 2, labels[last].text + line.text)
                continue
            }
            pending.append(line)
            guard let label = joined(pending), IndicatorLevel.isName(label.text) else { continue }
            // 社会效益 is a name, and 社会效益指标 is one too.
            if index + 1 < lines.count, IndicatorLevel.isName(label.text + lines[index + 1].text) { continue }
            labels.append(label)
            pending = []
        }
        if let label = joined(pending) { labels.append(label) }
        return labels
    }

    private func joined(_ lines: [(y: Float, text: String)]) -> (y: Float, text: String)? {
        guard let first = lines.first, let last = lines.last else { return nil }
        return ((first.y + last.y) / 2, lines.map(\.text).joined())
    }

    /// Where each group of rows begins.
    private func partition(_ labels: [Float], atTop: Bool) -> (cost: Float, starts: [Int]) {
        let count = rows.count
        var cost = Array(repeating: Array(repeating: Float.infinity, count: count + 1), count: labels.count + 1)
        var from = Array(repeating: Array(repeating: 0, count: count + 1), count: labels.count + 1)
        cost[0][0] = 0
        for label in labels.indices {
            for end in (label + 1)...count {
                for start in label..<end where cost[label][start] < .infinity {
                    let place = atTop ? rows[start].y : (rows[start].y + rows[end - 1].y) / 2
                    let here = cost[label][start] + abs(place - labels[label])
                    if here < cost[label + 1][end] {
                        cost[label + 1][end] = here
                        from[label + 1][end] = start
                    }
                }
            }
        }
        var starts: [Int] = []
        var end = count
        for label in labels.indices.reversed() {
            end = from[label + 1][end]
            starts.append(end)
        }
        return (cost[labels.count][count], starts.reversed())
    }
}
