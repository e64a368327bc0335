/// What was read of a page that is a picture.
struct RecognizedPage: Sendable {
    /// The words outside of ruled tables, or all words where there are none, in points.
    var words: [WordBox]
    /// The tables whose cells are known by their rules, with the height they begin at, in points.
    var tables: [(top: Float, table: CellTable)] = []

    /// The page in reading order.
    func blocks(of page: PDFPage) -> [DocumentBlock] {
        let lines = VisualLine.lines(of: page)
        var next = lines[...]
        var blocks: [DocumentBlock] = [.page(page.number)]
        for (top, table) in tables {
            while let line = next.first, line.centerY < top {
                blocks.append(.paragraph(Self.text(line)))
                next = next.dropFirst()
            }
            blocks.append(.table(table))
        }
        return blocks + next.map { .paragraph(Self.text($0)) }
    }

    /// The words of a line; wide gaps, as between body and unit over a table, stay wide.
    private static func text(_ line: VisualLine) -> String {
        var text = String.UnicodeScalarView()
        var end: Float?
        for word in line.words {
            if let end { text.append(contentsOf: (word.xMin - end > 1.5 * line.height ? "　　" : " ").unicodeScalars) }
            text.append(contentsOf: word.scalars)
            end = word.xMax
        }
        return TableTitles.likely(String(text))
    }
}

extension PDFContent {
    /// The content of some pages, those with ruled tables read from pictures among them.
    static func content(of pages: [PDFPage], recognized: [Int: RecognizedPage]) -> DocumentContent {
        func isRuled(_ page: PDFPage) -> Bool { recognized[page.number]?.tables.isEmpty == false }
        guard pages.contains(where: isRuled) else { return content(of: pages) }
        var whole = DocumentContent(lines: [], pageCount: pages.count)
        var rest = pages[...]
        while let first = rest.first {
            let run = rest.prefix { isRuled($0) == isRuled(first) }
            let part =
                isRuled(first)
                ? BlockContent.content(of: run.flatMap { recognized[$0.number]?.blocks(of: $0) ?? [] })
                : content(of: Array(run))
            whole.append(part)
            rest = rest.dropFirst(run.count)
        }
        return whole
    }
}
