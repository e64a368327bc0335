/// Makes paragraphs and tables of the elements of a page.
struct HTMLBlocks {
    private var blocks: [DocumentBlock] = []
    private var text = ""
    /// The tables that are open, the innermost last.
    private var tables: [OpenTable] = []
    /// How many elements are open whose text no one sees.
    private var unseen = 0
    private var unseenNames: [String] = []
    private var isPreformatted = 0
    private var cellCount = 0
    private let limit: Int

    /// The words of the page's own title, which a window shows and the page does not.
    private(set) var pageTitle = ""

    /// Whether the tables have more cells than they may.
    var isBeyondLimit: Bool { cellCount > limit }

    init(limit: Int) {
        self.limit = limit
    }

    /// A table whose end has not come yet.
    private struct OpenTable {
        var builder = SpanLayout()
        var cell: (rowSpan: Int, columnSpan: Int)?
        /// The text of the cell so far.
        var text = ""
        /// What stood in the cell beside words: the table is there for its looks.
        var inner: [DocumentBlock] = []
        var outer = ""
    }

    /// Takes the next event.
    mutating func take(_ event: HTMLTree.Event) {
        switch event {
        case .start(let name, let rowSpan, let columnSpan, let isHidden):
            if unseen > 0 || isHidden || Self.unseenElements.contains(name) {
                unseen += 1
                unseenNames.append(name)
                return
            }
            start(name, rowSpan, columnSpan)
        case .end(let name):
            if unseen > 0 {
                unseen -= 1
                unseenNames.removeLast()
                return
            }
            end(name)
        case .text(let words):
            if unseen == 0 { add(words) } else if unseenNames.last == "title" { pageTitle += words }
        }
    }

    /// The blocks of the page.
    mutating func finish() -> [DocumentBlock] {
        while !tables.isEmpty { endTable() }
        breakParagraph()
        return blocks
    }

    private static let unseenElements: Set<String> = [
        "script", "style", "head", "template", "noscript", "select", "textarea", "button", "object", "svg", "iframe",
    ]

    private static let blockElements: Set<String> = [
        "p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "li", "ul", "ol", "dl", "dt", "dd", "section", "article",
        "header", "footer", "main", "nav", "aside", "blockquote", "pre", "hr", "figure", "figcaption", "form",
        "caption",
        "body", "center", "address", "fieldset",
    ]

    private mutating func start(_ name: String, _ rowSpan: Int, _ columnSpan: Int) {
        switch name {
        case "table":
            if tables.isEmpty { breakParagraph() }
            tables.append(OpenTable())
        case "tr": if !tables.isEmpty { tables[tables.count - 1].builder.beginRow() }
        case "td", "th":
            guard !tables.isEmpty else { return }
            endCell()
            tables[tables.count - 1].cell = (rowSpan, columnSpan)
        case "br": add("\n", isBreak: true)
        case "pre":
            breakParagraph()
            isPreformatted += 1
        default: if Self.blockElements.contains(name) { breakParagraph() }
        }
    }

    private mutating func end(_ name: String) {
        switch name {
        case "table": endTable()
        case "td", "th", "tr": endCell()
        case "pre":
            breakParagraph()
            isPreformatted = max(0, isPreformatted - 1)
        default: if Self.blockElements.contains(name) { breakParagraph() }
        }
    }

    private mutating func add(_ words: String, isBreak: Bool = false) {
        let words = isBreak || isPreformatted > 0 ? words : Self.collapsed(words)
        if tables.isEmpty { text += words } else { tables[tables.count - 1].text += words }
    }

    /// A block element inside of a cell begins a line; outside of tables it begins a paragraph.
    private mutating func breakParagraph() {
        guard tables.isEmpty else {
            if tables[tables.count - 1].text.last != "\n" { tables[tables.count - 1].text += "\n" }
            return
        }
        for line in text.split(whereSeparator: \.isNewline) {
            let line = TableText.trimmed(String(line))
            if !line.isEmpty { blocks.append(.paragraph(line)) }
        }
        text = ""
    }

    private mutating func endCell() {
        guard var table = tables.popLast() else { return }
        defer { tables.append(table) }
        let text = TableText.trimmed(table.text)
        table.text = ""
        guard let cell = table.cell else {
            // Words between cells: a caption.
            if !text.isEmpty { table.outer += text + "\n" }
            return
        }
        table.cell = nil
        cellCount += 1
        table.builder.add(text, height: cell.rowSpan, width: cell.columnSpan)
    }

    private mutating func endTable() {
        guard !tables.isEmpty else { return }
        endCell()
        let table = tables.removeLast()
        let own: [DocumentBlock] =
            Self.paragraphs(table.outer) + table.inner + [Self.block(table.builder)].compactMap(\.self)
        if tables.isEmpty {
            blocks += own
        } else {
            // Words before an inner table stand before it; the outer table is there for its looks.
            let before = TableText.trimmed(tables[tables.count - 1].text)
            tables[tables.count - 1].text = ""
            tables[tables.count - 1].inner += Self.paragraphs(before) + own
        }
    }

    /// A table of one cell is there for its looks: its lines are paragraphs.
    private static func block(_ layout: SpanLayout) -> DocumentBlock? {
        let cells = layout.cells
        guard !cells.isEmpty else { return nil }
        return .table(CellTable(cells: cells))
    }

    private static func paragraphs(_ text: String) -> [DocumentBlock] {
        text.split(whereSeparator: \.isNewline).map { TableText.trimmed(String($0)) }.filter { !$0.isEmpty }
            .map { .paragraph($0) }
    }

    /// Blanks and line ends of the source are one blank.
    private static func collapsed(_ words: String) -> String {
        var result = String.UnicodeScalarView()
        var isBlank = false
        for scalar in words.unicodeScalars {
            switch scalar {
            case " ", "\t", "\n", "\r":
                if !isBlank { result.append(" ") }
                isBlank = true
            default:
                result.append(scalar)
                isBlank = false
            }
        }
        return String(result)
    }
}
