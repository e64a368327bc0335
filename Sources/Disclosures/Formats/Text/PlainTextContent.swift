/// Makes lines and tables of plain text: a table whose cells stand between bars, and a main table laid down cell by cell,
/// are tables again.
enum PlainTextContent {
    /// A text of more lines is a whole disclosure, whose explanation says again what its tables state.
    static let mostOfExcerpt = 200

    /// Title and captions over a table.
    private static func captions(_ lines: ArraySlice<TextLine>) -> [DocumentBlock] {
        lines.map { .paragraph(String(String.UnicodeScalarView($0.scalars))) }
    }

    /// How many of the lines before a table are its title and its captions.
    static func captions(_ folded: [String], before start: Int) -> Int {
        folded[..<start].suffix(mostCaptions).reversed().prefix { words in
            guard words.unicodeScalars.count <= 50, !words.holds("。"), !words.holds("，"), !words.holds("|") else {
                return false
            }
            return CellCaption.isCaption([words]) || words.closes(with: "表") || TableTitles.kind(words) != nil
        }.count
    }

    private static let mostCaptions = 3

    /// The content of some lines.
    static func content(of lines: [TextLine]) -> DocumentContent {
        var blocks: [DocumentBlock] = []
        var diagnostics: [Diagnostic] = []
        var found = false
        var index = 0
        // Tables are found by the form's words, which are simplified; lines stay as printed.
        let script = ScriptFolding(lines)
        let simple = script.map { script in lines.map(script.simplified) } ?? lines
        let folded = simple.map { TableText.folded($0.scalars) }
        var rows = BlankRows(simple, folded)
        while index < lines.count {
            if let table = BarTable(simple, folded, from: index) {
                blocks.removeLast(table.captions)
                blocks += captions(simple[(index - table.captions)..<index]) + [.table(table.table)]
                index = table.end
                found = true
            } else if let table = MainTableText(simple, folded, from: index) {
                blocks.append(.table(table.table))
                index = table.end
                found = true
            } else if let table = BlankTable(&rows, from: index) {
                blocks.removeLast(table.captions)
                blocks += captions(simple[(index - table.captions)..<index]) + [.table(table.table)]
                diagnostics += table.diagnostics
                index = table.end
                found = true
            } else {
                // Rows between bars may yet be read by their heads.
                if lines.count <= mostOfExcerpt, !lines[index].scalars.contains("|") {
                    let next = index + 1 < lines.count ? lines[index + 1].scalars : []
                    diagnostics +=
                        BareNumbers.diagnostic(lines[index].scalars, page: lines[index].page, before: next).map { [$0] }
                        ?? []
                }
                blocks.append(.line(lines[index]))
                index += 1
            }
        }
        var content = found ? BlockContent.content(of: blocks) : DocumentContent(lines: lines)
        content.diagnostics += diagnostics
        content.isShort = lines.count <= mostOfExcerpt
        return content
    }
}
