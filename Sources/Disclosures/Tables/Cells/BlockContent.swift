import FinalAccounts
import OfficialForm

/// Makes lines and grids of the blocks of a document.
struct BlockContent {
    /// The page that is being read; `nil` for documents without pages.
    private var page: Int?
    private var content = DocumentContent(lines: [])
    /// The title above the next table, and the unit that stands beside it.
    private var title: (kind: TableKind, text: String)?
    private var unit: AmountUnit?
    /// How many paragraphs ago the title stood.
    private var distance = 0
    /// Whether the last table stands before the paragraphs that come: a remark among them is on it.
    private var isBehindTable = false

    /// The content of some blocks.
    static func content(of blocks: [DocumentBlock]) -> DocumentContent {
        var maker = BlockContent()
        for block in TableContinuations.joined(blocks) {
            switch block {
            case .page(let number): maker.page = number
            case .paragraph(let text): maker.take(text)
            case .table(let table): maker.take(table)
            case .line(let line): maker.content.lines.append(line)
            case .form(let region): maker.take(region)
            }
        }
        return maker.content
    }

    private mutating func take(_ text: String) {
        for line in text.split(whereSeparator: \.isNewline) {
            let folded = TableText.folded(line.unicodeScalars)
            distance += 1
            if isBehindTable, CellCaption.isNote(folded), distance <= 3, !content.grids.isEmpty {
                content.grids[content.grids.count - 1].notes.append(TableText.compact(line.unicodeScalars))
            }
            if let kind = TableTitles.kind(folded) {
                title = (kind, TableText.compact(line.unicodeScalars))
                unit = nil
                distance = 0
                isBehindTable = false
            }
            unit = CellCaption.unit(folded) ?? unit
            if folded.count <= 60, CellCaption.isCaption([folded]) {
                for part in CellCaption.parts(String(line)) { addLine(part) }
            } else {
                addLine(String(line))
            }
        }
    }

    private mutating func take(_ table: CellTable) {
        if distance > 4 {
            title = nil
            unit = nil
        }
        var finder = CellTableFinder(table, title: title, unit: unit)
        finder.find()
        isBehindTable = false
        defer { keepHead(of: finder) }
        var other = OtherRows(start: content.lines.count)
        for piece in finder.pieces {
            switch piece {
            case .line(let text, let row):
                isBehindTable = false
                other.rows.insert(row)
                addLine(text)
            case .rows(let rows):
                isBehindTable = false
                other.rows.formUnion(rows)
                other.isTable = true
                for row in rows { addRow(table.row(row)) }
            case .region(let region):
                keep(other, of: table)
                take(region)
                for note in region.notes { addLine(note) }
                isBehindTable = true
                other = OtherRows(start: content.lines.count)
            }
        }
        keep(other, of: table)
    }

    private mutating func take(_ region: CellRegion) {
        let grid = CellGrid(region)
        var table = grid.grid()
        table.page = table.page ?? page
        content.grids.append(table)
        content.diagnostics += grid.diagnostics() + region.loose.map { $0.diagnostic(in: region.title) }
    }

    /// Rows that belong to no table of the form, and captions around them.
    private struct OtherRows {
        /// How many lines the content had before them.
        var start: Int
        var rows: Set<Int> = []
        /// Whether there is more than captions.
        var isTable = false
    }

    private mutating func keep(_ other: OtherRows, of table: CellTable) {
        guard other.isTable else { return }
        content.otherTables.append(
            OtherTable(table: table.keeping(other.rows), lines: other.start..<content.lines.count))
    }

    private mutating func addRow(_ cells: ArraySlice<CellTable.Cell>) {
        for line in cells.map(\.text).joined(separator: "\t").split(whereSeparator: \.isNewline) {
            addLine(String(line), page: cells.first?.page)
        }
    }

    /// Pages set body, form number and unit in a table of their own between title and table: what is read there is
    /// the head of the table that follows. A sheet's head is its own.
    private mutating func keepHead(of finder: CellTableFinder) {
        let isHead = finder.isHead
        title = isHead ? finder.title : nil
        unit = isHead ? finder.unit : nil
        distance = 0
    }

    private mutating func addLine(_ text: String, page own: Int? = nil) {
        content.lines.append(TextLine(Array(text.unicodeScalars), page: own ?? page, beginsParagraph: true))
    }
}
