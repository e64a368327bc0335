import FinalAccounts
import OfficialForm
import Platform

/// Makes lines and grids of the blocks of a document.
struct BlockContent {
    /// The page that is being read; `nil` for documents without pages.
    private var page: Int?
    private var content = DocumentContent(lines: [])
    /// The title above the next table, and the unit that stands beside it.
    private var title: (kind: TableKind, text: String)?
    private var unit: AmountUnit?
    /// The words over the next table, and the units that stand there.
    private var over = TableHeading()
    /// How many paragraphs ago the title stood.
    private var distance = 0
    /// Whether the last table stands before the paragraphs that come: a remark among them is on it.
    private var isBehindTable = false

    /// The content of some blocks of a file.
    ///
    /// - Throws: ``ReadError`` for more tables than the limit.
    static func content(
        of blocks: [DocumentBlock], file: String, limits: ReadLimits
    ) throws(ReadError) -> DocumentContent {
        let tables = blocks.count { if case .table = $0 { true } else { false } }
        guard tables <= limits.tables else {
            throw ReadError(
                .data, file: file, problem: Bilingual("有 \(tables) 张表", "it has \(tables) tables"),
                expected: Bilingual("不超过 \(limits.tables) 张", "at most \(limits.tables)"),
                remedy: Bilingual("请核对文件内容", "check what the file is"))
        }
        return content(of: blocks)
    }

    /// The content of some blocks.
    static func content(of blocks: [DocumentBlock]) -> DocumentContent {
        var maker = BlockContent()
        for block in TableContinuations.joined(simplified(blocks)) {
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

    /// The blocks with tables in simplified characters, in which the form's words are known; lines stay as printed.
    private static func simplified(_ blocks: [DocumentBlock]) -> [DocumentBlock] {
        func words(_ block: DocumentBlock) -> [TextLine] {
            switch block {
            case .paragraph(let text): [TextLine(Array(text.unicodeScalars))]
            case .table(let table): table.cells.map { TextLine(Array($0.text.unicodeScalars)) }
            case .line(let line): [line]
            case .page, .form: []
            }
        }
        guard blocks.contains(where: { if case .table = $0 { true } else { false } }),
            let script = ScriptFolding(blocks.flatMap(words))
        else { return blocks }
        return blocks.map { block in
            guard case .table(let table) = block else { return block }
            return .table(
                table.mapping { words in
                    let line = script.simplified(TextLine(Array(words.unicodeScalars)))
                    return String(String.UnicodeScalarView(line.scalars))
                })
        }
    }

    private mutating func take(_ text: String) {
        for line in text.split(whereSeparator: \.isNewline) {
            let folded = TableText.folded(line.unicodeScalars)
            distance += 1
            over.add(folded, line: content.lines.count)
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
        var finder = CellTableFinder(table, title: title, unit: unit ?? over.unit)
        finder.find()
        isBehindTable = false
        defer { keepHead(of: finder) }
        var other = OtherRows(start: content.lines.count)
        for piece in finder.pieces {
            switch piece {
            case .line(let text, let row):
                isBehindTable = false
                other.rows.insert(row)
                over.add(TableText.folded(text.unicodeScalars), line: content.lines.count)
                addLine(text)
            case .rows(let rows):
                isBehindTable = false
                other.rows.formUnion(rows)
                other.body += rows
                if !other.isTable { other.rowStart = content.lines.count }
                other.isTable = true
                for row in rows { addRow(table.row(row)) }
                other.rowEnd = content.lines.count
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
        if over.foreignUnit != nil { table.dropAmounts() }
        content.grids.append(table)
        content.diagnostics += grid.diagnostics() + region.loose.map { $0.diagnostic(in: region.title) }
        content.formTables.append(
            TableSource(
                table: region.table, rows: region.rows, kind: region.kind,
                titles: over.titles + [TableText.folded(region.title.unicodeScalars)],
                unit: table.unit, foreignUnit: over.foreignUnit, body: over.body, year: over.year,
                titleLine: over.titleLine))
        over = TableHeading()
    }

    /// Rows that belong to no table of the form, and captions around them.
    private struct OtherRows {
        /// How many lines the content had before them.
        var start: Int
        var rows: Set<Int> = []
        /// The rows that are no captions, and where their words stand among the lines.
        var body: [Int] = []
        var rowStart = 0
        var rowEnd = 0
        /// Whether there is more than captions.
        var isTable = false
    }

    private mutating func keep(_ other: OtherRows, of table: CellTable) {
        guard other.isTable else { return }
        var titles = over.titles
        if let sheet = table.sheet { titles.insert(TableText.folded(sheet.unicodeScalars), at: 0) }
        let source = TableSource(
            table: table, rows: other.body, kind: nil, titles: titles, unit: over.unit, foreignUnit: over.foreignUnit,
            body: over.body, year: over.year, titleLine: over.titleLine)
        content.otherTables.append(
            OtherTable(
                table: table.keeping(other.rows), lines: other.start..<content.lines.count, source: source,
                rowLines: other.rowStart..<max(other.rowStart, other.rowEnd)))
        over = TableHeading()
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
