/// Rebuilds indicator tables of self-evaluations from the positions of their words.
///
/// Name, target and result wrap beside one another, so that the lines of a page mix them. Columns follow from the
/// header, rows from the marks.
struct IndicatorGrid {
    /// A line of a document, or a table of indicators.
    enum Piece {
        case line(VisualLine)
        case table(CellTable)
    }

    /// One column and where its header stands.
    struct Cell {
        var column: IndicatorColumn
        /// The header's words as printed.
        var header: String
        var box: WordBox
    }

    /// The lines of a document with every indicator table rebuilt; all others as they are.
    static func pieces(of lines: [VisualLine]) -> [Piece] {
        var result: [Piece] = []
        var index = 0
        while index < lines.count {
            if let table = table(lines, at: index) {
                result.append(.table(table.table))
                index = table.end
            } else {
                result.append(.line(lines[index]))
                index += 1
            }
        }
        return result
    }

    // MARK: Header

    private static func table(_ lines: [VisualLine], at start: Int) -> (table: CellTable, end: Int)? {
        guard let header = header(lines, at: start) else { return nil }
        let end = bodyEnd(lines, from: header.end)
        guard let body = IndicatorBody(Array(lines[header.end..<end]), cells: header.cells) else { return nil }
        let titles = header.cells.enumerated().map { column, cell in
            CellTable.Cell(text: cell.header, row: 0, column: column, page: lines[start].page)
        }
        return (CellTable(cells: titles + body.cells(from: 1)), end)
    }

    /// The header that begins at a line: its words may be broken over several lines.
    private static func header(_ lines: [VisualLine], at start: Int) -> (cells: [Cell], end: Int)? {
        // 二级 and 得分 stand in every such header; nearly all lines of a document are passed over by this.
        let near = lines[start..<min(start + mostLines, lines.count)]
        for needed in ["二", "得"] as [Unicode.Scalar] {
            guard near.contains(where: { $0.words.contains { $0.scalars.contains(needed) } }) else { return nil }
        }
        guard lines[start].words.contains(where: { isHeaderWord($0) }) else { return nil }
        for count in 1...mostLines where start + count <= lines.count {
            let band = lines[start..<(start + count)]
            guard band.allSatisfy({ $0.page == lines[start].page }) else { return nil }
            let cells = cells(band.flatMap(\.words))
            let found = Set(cells.map(\.column))
            guard found.isSuperset(of: [.second, .name, .target, .actual, .score]) else { continue }
            // The header goes on as long as its words complete no row.
            var end = start + count
            while end < lines.count, end < start + mostLines + 2, lines[end].page == lines[start].page,
                lines[end].words.allSatisfy({ continuesHeader($0, cells) })
            {
                end += 1
            }
            return (Self.cells(lines[start..<end].flatMap(\.words)), end)
        }
        return nil
    }

    /// Headers whose cells wrap over three lines beside others of two and one.
    private static let mostLines = 6

    private static func isHeaderWord(_ word: WordBox) -> Bool {
        let text = TableText.folded(word.scalars)
        return ["一级", "二级", "三级", "指标名称", "得分", "分值", "年度", "实际", "偏差"].contains { text.opens(with: $0) }
    }

    private static let restsOfHeader = [
        "指标", "指标值", "成值", "完成值", "情况", "完成", "值", "原因", "分析", "及改进", "改进", "进措施", "措施", "施",
    ]

    private static func continuesHeader(_ word: WordBox, _ cells: [Cell]) -> Bool {
        let text = TableText.folded(word.scalars)
        return restsOfHeader.contains { text.opens(with: $0) } && cells.contains { $0.box.overlap(word) > 0.3 }
    }

    /// Words above one another make one cell.
    private static func cells(_ words: [WordBox]) -> [Cell] {
        var groups: [[WordBox]] = []
        for word in words.sorted(by: { $0.yMin < $1.yMin }) {
            if let found = groups.firstIndex(where: { group in group.contains { $0.overlap(word) > 0.3 } }) {
                groups[found].append(word)
            } else {
                groups.append([word])
            }
        }
        return groups.map { group in
            let sorted = group.sorted { ($0.centerY, $0.xMin) < ($1.centerY, $1.xMin) }
            let text = sorted.map { TableText.compact($0.scalars) }.joined()
            var box = sorted[0]
            box.xMin = sorted.map(\.xMin).min() ?? box.xMin
            box.xMax = sorted.map(\.xMax).max() ?? box.xMax
            let column = IndicatorColumn(header: TableText.folded(text.unicodeScalars))
            return Cell(column: column, header: text, box: box)
        }.sorted { $0.box.xMin < $1.box.xMin }
    }

    // MARK: Body

    private static let closers = ["总分", "总计", "合计", "备注", "说明", "注:", "附件", "偏差大", "目标未完成", "改进措施", "自评结论", "联系人"]

    private static func bodyEnd(_ lines: [VisualLine], from start: Int) -> Int {
        var end = start
        while end < lines.count {
            let folded = lines[end].folded
            if closers.contains(where: { folded.opens(with: $0) }) || folded.holds("项目名称")
                || folded.holds("自评表") || folded.holds("二级指标")
            {
                break
            }
            end += 1
        }
        return end
    }
}
