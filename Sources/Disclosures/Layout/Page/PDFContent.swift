/// Makes lines and tables of cells of the pages of a PDF.
enum PDFContent {
    /// The content of some pages.
    static func content(of pages: [PDFPage]) -> DocumentContent {
        let finder = PDFTableFinder(pages.map { withoutPageNumber(VisualLine.lines(of: $0), of: $0) })
        let pieces = IndicatorGrid.pieces(of: finder.prose)
        let edges = leftEdges(pieces.compactMap { if case .line(let line) = $0 { line } else { nil } })
        let blocks = pieces.map { piece -> DocumentBlock in
            switch piece {
            case .line(let line):
                .line(
                    TextLine(
                        line.scalars, page: line.page,
                        beginsParagraph: beginsParagraph(line, edge: edges[line.page] ?? line.xMin)))
            case .table(let table): .table(table)
            }
        }
        var content = BlockContent.content(of: blocks + finder.regions.map { .form(PDFTableBuilder($0).cells()) })
        content.pageCount = pages.count
        return content
    }

    /// The lines of a page without the number at its foot, which would stand among the columns of a table that runs
    /// on, or continue a number that the page's last line breaks off.
    private static func withoutPageNumber(_ lines: [VisualLine], of page: PDFPage) -> [VisualLine] {
        guard let last = lines.last, isPageNumber(last.folded), last.centerY > 0.88 * page.height else { return lines }
        let above = lines.dropLast().last
        let gap = above.map { last.centerY - $0.centerY } ?? page.height
        return gap > 1.5 * max(last.height, above?.height ?? 0) ? lines.dropLast() : lines
    }

    /// 12, -12-, 第12页.
    private static func isPageNumber(_ folded: String) -> Bool {
        let digits = folded.filter { !"-—–第页/共".contains($0) }
        return (1...4).contains(digits.count) && digits.allSatisfy { ("0"..."9").contains($0) }
    }

    /// The left edge of running text on each page: the smallest that at least three lines share.
    private static func leftEdges(_ lines: [VisualLine]) -> [Int: Float] {
        var edges: [Int: [Float]] = [:]
        for line in lines { edges[line.page, default: []].append(line.xMin) }
        return edges.mapValues { xs in
            let sorted = xs.sorted()
            return sorted.first { edge in sorted.count { abs($0 - edge) < 3 } >= 3 } ?? sorted.first ?? 0
        }
    }

    /// A line at the left edge goes on with the paragraph above unless its words say otherwise.
    private static func beginsParagraph(_ line: VisualLine, edge: Float) -> Bool? {
        line.xMin - edge > line.height ? true : nil
    }
}
