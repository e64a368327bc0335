/// Joins tables that a document breaks into several, as programs do at the end of a page.
///
/// A table goes on in the next one where nothing but its own title, captions and page numbers stands between them,
/// the next one has no more columns, and begins with the same header or with none.
enum TableContinuations {
    /// The blocks with the pieces of broken tables joined.
    static func joined(_ blocks: [DocumentBlock]) -> [DocumentBlock] {
        var result: [DocumentBlock] = []
        /// The table that may go on, where it stands, its title, and what came after it.
        var open: (table: CellTable, index: Int, title: String?)?
        var title: String?
        var between = 0
        for block in blocks {
            switch block {
            case .page: between += 1
            case .paragraph(let text):
                let folded = TableText.folded(text.unicodeScalars)
                if !isFurniture(folded, title: open?.title) { open = nil }
                if TableTitles.kind(folded) != nil { title = folded }
                between += 1
            case .line, .form: open = nil
            case .table(let table):
                if let before = open, goesOn(before.table, in: table) {
                    let whole = before.table.followed(by: table)
                    result.removeLast(between)
                    result[before.index] = .table(whole)
                    open = (whole, before.index, before.title)
                    between = 0
                    continue
                }
                open = (table, result.count, title)
                title = nil
                between = 0
            }
            result.append(block)
        }
        return result
    }

    /// Whether a title says that its table began before: 支出决算表（续）.
    static func isContinued(_ folded: String) -> Bool {
        folded.closes(with: "续)") || folded.closes(with: "续表)") || folded.closes(with: "续表")
    }

    /// What programs and printers put between the pieces of a table.
    private static func isFurniture(_ folded: String, title: String?) -> Bool {
        if let title, folded.opens(with: title), folded == title || isContinued(folded) { return true }
        if CellCaption.isCaption([folded]), !CellCaption.isNote(folded), !isTitle(folded) { return true }
        guard folded.unicodeScalars.count <= 16 else { return false }
        let digits = folded.filter { !"-—–第页/共".contains($0) }
        return (1...4).contains(digits.count) && digits.allSatisfy(\.isNumber)
    }

    /// 四、2022年度绩效目标表 单位：万元: words that head another table, whatever unit stands with them.
    private static func isTitle(_ folded: String) -> Bool {
        OutlineMark(in: Array(folded.unicodeScalars.prefix(6)), at: 0) != nil
            || folded.holds("表") && !CellCaption.opens(folded)
    }

    private static func goesOn(_ before: CellTable, in table: CellTable) -> Bool {
        // The last columns of a piece may be blank.
        guard before.sheet == nil, table.sheet == nil, table.columnCount <= before.columnCount, table.columnCount > 2
        else { return false }
        // The same table of another body or of another year is none of its pieces.
        if let body = body(table), let own = self.body(before), body != own { return false }
        let rows = (0..<table.rowCount).filter { row in
            let texts = texts(table, row)
            return !texts.isEmpty && !CellCaption.isCaption(texts) && !texts.contains(where: isContinued)
        }
        let header = CellHeader(table, rows: rows)
        let known = Set((0..<before.rowCount).map { texts(before, $0) })
        return header.rows.allSatisfy { known.contains(texts(table, $0)) }
            && header.body.contains { texts(table, $0).count > 1 }
    }

    /// The body that a caption in the first rows names.
    private static func body(_ table: CellTable) -> String? {
        (0..<min(4, table.rowCount)).lazy.flatMap { texts(table, $0) }.compactMap { CellCaption.body($0) }.first
    }

    private static func texts(_ table: CellTable, _ row: Int) -> [String] {
        table.row(row).map { TableText.folded($0.text.unicodeScalars) }
    }
}

extension CellTable {
    /// This table with the rows of another under it.
    func followed(by other: CellTable) -> CellTable {
        CellTable(
            cells: cells
                + other.cells.map { cell in
                    var cell = cell
                    cell.row += rowCount
                    return cell
                }, sheet: sheet, isRuled: isRuled && other.isRuled)
    }
}
