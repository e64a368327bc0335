import OfficialForm

/// Separates the tables of a document from its running text.
struct PDFTableFinder {
    private(set) var regions: [PDFTableRegion] = []
    /// The lines outside tables, and the titles and remarks of tables, in reading order.
    private(set) var prose: [VisualLine] = []
    private var current: PDFTableRegion?
    private var isInNotes = false

    /// Goes through all lines of all pages.
    init(_ pages: [[VisualLine]]) {
        // A title may be the last line of its page.
        let lines = pages.flatMap { $0 }
        for (index, line) in lines.enumerated() {
            take(line, following: lines[(index + 1)...].prefix(8))
        }
        close()
    }

    private mutating func take(_ line: VisualLine, following: ArraySlice<VisualLine>) {
        let folded = line.folded
        if let kind = TableTitles.kind(folded), kind != current?.kind || isInNotes, Self.isHead(following) {
            close()
            current = PDFTableRegion(kind: kind, title: TableText.compact(line.scalars), page: line.page)
            prose.append(line)
            return
        }
        guard current != nil else {
            prose.append(line)
            return
        }
        if TableTitles.kind(folded) == current?.kind, !isInNotes { return }
        if CellCaption.isNote(folded) {
            isInNotes = true
            addNote(line)
        } else if isInNotes {
            continueNotes(line, folded)
        } else if Self.isText(line, folded) {
            close()
            prose.append(line)
        } else {
            // Captions name the body; they are text as well as head of the table.
            if CellCaption.opens(folded) || TableText.unit(folded) != nil { prose.append(line) }
            current?.lines.append(line)
        }
    }

    private mutating func addNote(_ line: VisualLine) {
        current?.notes.append(TableText.compact(line.scalars))
        prose.append(line)
    }

    /// A line under a remark belongs to it unless it opens something new.
    private mutating func continueNotes(_ line: VisualLine, _ folded: String) {
        let onNewPage = line.page != current?.lines.last?.page && line.page != prose.last?.page
        if onNewPage || Self.opensText(folded) {
            close()
            prose.append(line)
        } else if Self.hasFigures(line) {
            // The remark stood between two parts of the table.
            isInNotes = false
            current?.lines.append(line)
        } else {
            addNote(line)
        }
    }

    private mutating func close() {
        if let region = current { regions.append(region) }
        current = nil
        isInNotes = false
    }

    // MARK: Signs

    /// Whether the lines under a title are the head of a table: the unit of its amounts or header words.
    private static func isHead(_ lines: ArraySlice<VisualLine>) -> Bool {
        var labels = 0
        for line in lines {
            let folded = line.folded
            if TableText.unit(folded) != nil { return true }
            // In a table of contents the next line is another title.
            if TableTitles.kind(folded) != nil, labels == 0 { return false }
            for word in line.words where HeaderLabel.exact(TableText.folded(word.scalars)) != nil { labels += 1 }
            if labels >= 3 { return true }
        }
        return false
    }

    private static func opensText(_ folded: String) -> Bool {
        let scalars = Array(folded.unicodeScalars)
        guard let mark = OutlineMark(in: scalars, at: 0) else { return false }
        return mark.level <= 1 && (mark.level == 0 || folded.holds("说明") || folded.holds("情况"))
    }

    /// Whether a line is running text: a heading of the explanation, or a sentence without gaps.
    private static func isText(_ line: VisualLine, _ folded: String) -> Bool {
        if opensText(folded) { return true }
        return folded.count > 25 && folded.holds("。") && !hasGaps(line)
    }

    private static func hasGaps(_ line: VisualLine) -> Bool {
        zip(line.words, line.words.dropFirst()).contains { $1.xMin - $0.xMax > 2 * line.height }
    }

    private static func hasFigures(_ line: VisualLine) -> Bool {
        hasGaps(line) && line.words.contains { TableText.isNumber($0.scalars) }
    }
}
