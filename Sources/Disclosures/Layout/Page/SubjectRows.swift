/// Rebuilds the rows of one table of codes, names and amounts from the words under its header.
struct SubjectRows {
    /// A row: parts of the code from left to right, the name, the amounts.
    struct Row: Sendable {
        var code: String
        var name: String
        var numbers: [WordBox]
        var page: Int
        var confidence: Float?
    }

    /// The rows of some lines, page by page.
    ///
    /// - Parameters:
    ///   - lines: the lines under the header, those of repeated headers left out.
    ///   - columns: the stretch of the page that belongs to this table, for tables side by side.
    ///   - isCode: whether a word of digits is a code in this table.
    static func rows(
        of lines: [VisualLine], within columns: ClosedRange<Float>, isCode: ([Unicode.Scalar]) -> Bool
    ) -> [Row] {
        let mine = lines.map { line in
            VisualLine(words: line.words.filter { columns.contains($0.centerX) }, page: line.page)
        }.filter { !$0.words.isEmpty }
        let pieces = Self.pieces(mine, isCode: isCode)
        var rows: [Row] = []
        for page in Set(pieces.map(\.page)).sorted() {
            append(pieces.filter { $0.page == page }, to: &rows)
        }
        return rows
    }

    /// A word and what it is in this table.
    private struct Piece {
        enum Kind { case code, name, number }

        var kind: Kind
        var word: WordBox
        var page: Int
    }

    private static func pieces(_ lines: [VisualLine], isCode: ([Unicode.Scalar]) -> Bool) -> [Piece] {
        var pieces: [Piece] = []
        let nameLeft = nameLeft(lines)
        for line in lines {
            for word in line.words {
                if let split = TableText.splitCode(word.scalars), isCode(split.code) {
                    pieces += halves(word, split, page: line.page)
                } else if TableText.isNumber(word.scalars) {
                    let isPart = isCode(word.scalars) && word.xMax <= nameLeft + 4
                    pieces.append(Piece(kind: isPart ? .code : .number, word: word, page: line.page))
                } else if !TableText.isBlank(TableText.folded(word.scalars)) {
                    pieces.append(Piece(kind: .name, word: word, page: line.page))
                }
            }
        }
        return pieces
    }

    /// Where names begin: the left edge that most of them share.
    private static func nameLeft(_ lines: [VisualLine]) -> Float {
        var edges: [Float] = []
        for line in lines {
            guard let first = line.words.first(where: { !TableText.isNumber($0.scalars) }) else { continue }
            edges.append(first.xMin)
        }
        edges.sort()
        return edges.isEmpty ? .infinity : edges[edges.count / 2]
    }

    private static func halves(
        _ word: WordBox, _ split: (code: [Unicode.Scalar], rest: [Unicode.Scalar]), page: Int
    ) -> [Piece] {
        var code = word
        var name = word
        code.scalars = split.code
        name.scalars = split.rest
        // Digits are half as wide as characters.
        let share = Float(split.code.count) / Float(split.code.count + 2 * split.rest.count)
        code.xMax = word.xMin + word.width * share
        name.xMin = code.xMax
        return [Piece(kind: .code, word: code, page: page), Piece(kind: .name, word: name, page: page)]
    }

    // MARK: Rows of one page

    private static func append(_ pieces: [Piece], to rows: inout [Row]) {
        let anchors = levels(pieces.filter { $0.kind != .name }, within: 0.62)
        let lines = levels(pieces.filter { $0.kind == .name }, within: 0.45).filter { !standsAlone($0, among: anchors) }
        guard !anchors.isEmpty else {
            for line in lines { rows.append(row(anchor: [], lines: [line], page: line.first?.page ?? 0)) }
            return
        }
        let assignment = RowAssembler.assign(
            lines: lines.map { $0.reduce(0) { $0 + $1.word.centerY } / Float($0.count) },
            rows: anchors.map { $0.reduce(0) { $0 + $1.word.centerY } / Float($0.count) },
            letter: letterHeight(pieces))
        var next = assignment.leading
        if next > 0, !rows.isEmpty {
            rows[rows.count - 1].name += lines[..<next].flatMap { $0 }.map { text($0.word) }.joined()
        }
        for (anchor, count) in zip(anchors, assignment.counts) {
            rows.append(row(anchor: anchor, lines: Array(lines[next..<(next + count)]), page: anchor[0].page))
            next += count
        }
    }

    /// Whether a line is a row without figures (合计 in an empty table, 人员经费合计, …): no part of a wrapped name.
    private static func standsAlone(_ line: [Piece], among anchors: [[Piece]]) -> Bool {
        let text = line.map { TableText.folded($0.word.scalars) }.joined()
        guard text.closes(with: "合计") || text == "总计" || text.allSatisfy({ $0 == "…" || $0 == "." }),
            let first = line.first
        else { return false }
        return !anchors.contains { anchor in
            anchor.contains { abs($0.word.centerY - first.word.centerY) < 0.62 * first.word.height }
        }
    }

    private static func letterHeight(_ pieces: [Piece]) -> Float {
        let heights = pieces.filter { $0.kind == .name }.map(\.word.height).sorted()
        return heights.isEmpty ? 10 : max(4, heights[heights.count / 2])
    }

    /// Pieces that stand on one height, from the top down.
    ///
    /// - Parameter share: how far apart two may stand, as a share of their own height.
    private static func levels(_ pieces: [Piece], within share: Float) -> [[Piece]] {
        var levels: [[Piece]] = []
        var height: Float = 0
        for piece in pieces.sorted(by: { $0.word.centerY < $1.word.centerY }) {
            if !levels.isEmpty, piece.word.centerY - height < share * piece.word.height {
                levels[levels.count - 1].append(piece)
            } else {
                levels.append([piece])
                height = piece.word.centerY
            }
        }
        return levels
    }

    private static func row(anchor: [Piece], lines: [[Piece]], page: Int) -> Row {
        let codes = anchor.filter { $0.kind == .code }.sorted { $0.word.xMin < $1.word.xMin }
        let names = lines.flatMap { $0.sorted { $0.word.xMin < $1.word.xMin } }
        let numbers = anchor.filter { $0.kind == .number }.map(\.word)
        let confidences = (anchor.map(\.word) + names.map(\.word)).compactMap(\.confidence)
        return Row(
            code: code(codes.map { text($0.word) }), name: names.map { text($0.word) }.joined(), numbers: numbers,
            page: page, confidence: confidences.min())
    }

    /// The parts of a code as one; 款 and 项 have two digits, whether printed so or not.
    private static func code(_ parts: [String]) -> String {
        guard parts.count > 1 else { return parts.first ?? "" }
        return parts[0] + parts.dropFirst().map { $0.unicodeScalars.count == 1 ? "0" + $0 : $0 }.joined()
    }

    private static func text(_ word: WordBox) -> String { TableText.compact(word.scalars) }
}
