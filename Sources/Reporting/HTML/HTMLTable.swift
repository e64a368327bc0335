import Foundation

/// Writes a ``ReportTable`` as an HTML table that scrolls sideways in its own box where it is too wide.
package struct HTMLTable {
    let renderer: TableRenderer
    /// The address that a cell leads to, by its row and column; `nil` for one that leads nowhere.
    var link: (_ row: Int, _ column: ReportColumn) -> String?

    package init(
        renderer: TableRenderer, link: @escaping (_ row: Int, _ column: ReportColumn) -> String? = { _, _ in nil }
    ) {
        self.renderer = renderer
        self.link = link
    }

    /// The table with its notes below.
    package func html(_ table: ReportTable, showsTitle: Bool = false) -> HTML {
        let shown = renderer.shownColumns(of: table, in: .markdown)
        let caption: HTML = showsTitle ? "<caption>\(table.title)</caption>" : .empty
        let head = shown.map { index -> HTML in
            let column = table.columns[index]
            return
                "<th scope=\"col\"\(column.isTrailing ? HTML(" class=\"n\"") : .empty)>\(renderer.heading(column))</th>"
        }
        let body = table.rows.enumerated().map { place, row -> HTML in
            "<tr>\(shown.map { cell(row[$0], in: table.columns[$0], row: place) })</tr>\n"
        }
        let notes = table.notes.map { note -> HTML in "<p class=\"note\">\(note)</p>\n" }
        return """
            <div class="scroll" tabindex="0" role="region" aria-label="\(table.title)"><table>\(caption)\
            <thead><tr>\(head)</tr></thead><tbody>\(body)</tbody></table></div>\(notes)
            """
    }

    private func cell(_ cell: ReportCell, in column: ReportColumn, row: Int) -> HTML {
        var classes: [String] = []
        switch column.kind {
        case .amount, .number: classes.append("n")
        case .label: classes.append("k")
        case .text: classes.append("w")
        }
        if case .term(_, _, let tone) = cell, tone != .plain { classes.append(tone.rawValue) }
        // Names may be in a script that runs from right to left.
        let direction: HTML = column.kind == .text ? " dir=\"auto\"" : .empty
        let content: HTML =
            link(row, column).map { "<a href=\"\($0)\">\(renderer.text(cell))</a>" } ?? content(of: cell)
        return "<td class=\"\(classes.joined(separator: " "))\"\(direction)>\(content)</td>"
    }

    private func content(of cell: ReportCell) -> HTML {
        guard case .link(let words, let path) = cell else { return HTML.escaped(renderer.text(cell)) }
        return "<a href=\"\(Self.address(path))\">\(words)</a>"
    }

    /// A relative path as an address; a colon in it would begin a scheme.
    private static func address(_ path: String) -> String {
        path.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed.subtracting(CharacterSet(charactersIn: ":")))
            ?? path
    }
}
