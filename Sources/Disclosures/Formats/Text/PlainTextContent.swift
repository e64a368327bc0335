/// Makes lines and tables of plain text: a table whose cells stand between bars, and a main table laid down cell by cell,
/// are tables again.
enum PlainTextContent {
    /// A text of more lines is a whole disclosure, whose explanation says again what its tables state.
    static let mostOfExcerpt = 200

    /// The content of some lines.
    static func content(of lines: [TextLine]) -> DocumentContent {
        var blocks: [DocumentBlock] = []
        var diagnostics: [Diagnostic] = []
        var found = false
        var index = 0
        let folded = lines.map { TableText.folded($0.scalars) }
        while index < lines.count {
            if let table = BarTable(lines, folded, from: index) {
                // Captions over the bars belong to the table.
                blocks.removeLast(table.captions)
                blocks.append(.table(table.table))
                index = table.end
                found = true
            } else if let table = MainTableText(lines, folded, from: index) {
                blocks.append(.table(table.table))
                index = table.end
                found = true
            } else {
                // Rows between bars may yet be read by their heads.
                if lines.count <= mostOfExcerpt, !lines[index].scalars.contains("|") {
                    diagnostics +=
                        BareNumbers.diagnostic(lines[index].scalars, page: lines[index].page).map { [$0] } ?? []
                }
                blocks.append(.line(lines[index]))
                index += 1
            }
        }
        var content = found ? BlockContent.content(of: blocks) : DocumentContent(lines: lines)
        content.diagnostics += diagnostics
        return content
    }
}
