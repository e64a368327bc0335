/// Rebuilds indicator tables of self-evaluations from the positions of their words.
///
/// Name, target and result wrap beside one another, so that the lines of a page mix them. Columns follow from the
/// header, rows from the marks; every row becomes one line of text whose cells are whole, which is what
/// ``EvaluationTableReader`` reads from every other form.
struct IndicatorGrid {
    /// What a column holds.
    enum Column: Hashable {
        case first, second, name, target, actual, weight, score, reason, other
    }

    /// One column and where it ends on the right.
    struct Cell {
        var column: Column
        var header: String
        var box: WordBox
    }

    /// The lines of a document with every indicator table rebuilt; all others as they are.
    static func rebuilt(_ lines: [VisualLine]) -> [VisualLine] {
        var result: [VisualLine] = []
        var index = 0
        while index < lines.count {
            if let table = table(lines, at: index) {
                result += table.lines
                index = table.end
            } else {
                result.append(lines[index])
                index += 1
            }
        }
        return result
    }

    // MARK: Header

    private static func table(_ lines: [VisualLine], at start: Int) -> (lines: [VisualLine], end: Int)? {
        guard let header = header(lines, at: start) else { return nil }
        let end = bodyEnd(lines, from: header.end)
        let body = lines[header.end..<end]
        guard let grid = IndicatorBody(Array(body), cells: header.cells) else { return nil }
        let title = line(header.cells.map(\.header), like: lines[start])
        return ([title] + grid.rebuilt(), end)
    }

    /// The header that begins at a line: its words may be broken over several lines.
    private static func header(_ lines: [VisualLine], at start: Int) -> (cells: [Cell], end: Int)? {
        // 二级 and 得分 stand in every such header; nearly all lines of a document are passed over by this.
        let near = lines[start..<min(start + 4, lines.count)]
        for needed in ["二", "得"] as [Unicode.Scalar] {
            guard near.contains(where: { $0.words.contains { $0.scalars.contains(needed) } }) else { return nil }
        }
        guard lines[start].words.contains(where: { isHeaderWord($0) }) else { return nil }
        for count in 1...4 where start + count <= lines.count {
            let band = lines[start..<(start + count)]
            guard band.allSatisfy({ $0.page == lines[start].page }) else { return nil }
            let cells = cells(band.flatMap(\.words))
            let found = Set(cells.map(\.column))
            guard found.isSuperset(of: [.second, .name, .target, .actual, .score]) else { continue }
            // The header goes on as long as its words complete no row.
            var end = start + count
            while end < lines.count, end < start + 5, lines[end].page == lines[start].page,
                lines[end].words.allSatisfy({ continuesHeader($0, cells) })
            {
                end += 1
            }
            return (Self.cells(lines[start..<end].flatMap(\.words)), end)
        }
        return nil
    }

    private static func isHeaderWord(_ word: WordBox) -> Bool {
        let text = TableText.folded(word.scalars)
        return ["一级", "二级", "三级", "指标名称", "得分", "分值", "年度", "实际"].contains { text.hasPrefix($0) }
    }

    private static let restsOfHeader = ["指标", "指标值", "成值", "完成值", "情况", "完成", "值", "原因", "分析", "及改进", "措施", "施"]

    private static func continuesHeader(_ word: WordBox, _ cells: [Cell]) -> Bool {
        let text = TableText.folded(word.scalars)
        return restsOfHeader.contains { text.hasPrefix($0) } && cells.contains { $0.box.overlap(word) > 0.3 }
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
            let text = sorted.map { TableText.folded($0.scalars) }.joined()
            var box = sorted[0]
            box.xMin = sorted.map(\.xMin).min() ?? box.xMin
            box.xMax = sorted.map(\.xMax).max() ?? box.xMax
            return Cell(column: column(text), header: text, box: box)
        }.sorted { $0.box.xMin < $1.box.xMin }
    }

    private static func column(_ text: String) -> Column {
        if text.contains("原因") || text.contains("改进") || text.contains("偏差") { return .reason }
        if text.contains("一级") { return .first }
        if text.contains("二级") { return .second }
        if text.contains("三级") || text.contains("指标名称") || text.contains("指标内容") { return .name }
        if text.contains("实际") || text.contains("完成值") || text.contains("完成情况") { return .actual }
        if text.contains("指标值") || text.contains("目标值") || text.contains("年度目标") { return .target }
        if text.contains("分值") || text.contains("权重") { return .weight }
        if text.contains("得分") { return .score }
        return .other
    }

    // MARK: Body

    private static let closers = ["总分", "总计", "合计", "备注", "说明", "注:", "附件", "偏差大", "目标未完成", "改进措施", "自评结论", "联系人"]

    private static func bodyEnd(_ lines: [VisualLine], from start: Int) -> Int {
        var end = start
        while end < lines.count {
            let folded = lines[end].folded
            if closers.contains(where: { folded.hasPrefix($0) }) || folded.contains("项目名称")
                || folded.contains("自评表") || folded.contains("二级指标")
            {
                break
            }
            end += 1
        }
        return end
    }

    /// A line of cells, each one word, far enough apart to be told from one another.
    static func line(_ cells: [String], like line: VisualLine) -> VisualLine {
        var x = line.xMin
        let words = cells.filter { !$0.isEmpty }.map { cell in
            defer { x += 1000 }
            var box = line.words.first ?? WordBox(xMin: 0, yMin: 0, xMax: 0, yMax: 10, scalars: [])
            box.xMin = x
            box.xMax = x + 900
            box.scalars = Array(cell.unicodeScalars)
            return box
        }
        return VisualLine(words: words, page: line.page)
    }
}
