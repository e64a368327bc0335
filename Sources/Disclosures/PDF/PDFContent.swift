/// Makes lines and grids of the pages of a PDF.
enum PDFContent {
    /// The content of some pages.
    static func content(of pages: [PDFPage]) -> DocumentContent {
        let finder = PDFTableFinder(pages.map { VisualLine.lines(of: $0) })
        let edges = leftEdges(finder.prose)
        let lines = finder.prose.map { line in
            TextLine(
                line.scalars, page: line.page,
                beginsParagraph: beginsParagraph(line, edge: edges[line.page] ?? line.xMin))
        }
        var content = DocumentContent(lines: lines, pageCount: pages.count)
        content.grids = finder.regions.map { PDFTableBuilder($0).grid() }
        return content
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
