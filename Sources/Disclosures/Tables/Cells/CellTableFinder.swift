import FinalAccounts
import OfficialForm
import Platform

/// Finds the tables of the form among the rows of a sheet or of a table in a document.
///
/// A sheet may hold titles, captions and remarks beside its table, and several tables under each other; rows that
/// belong to no table of the form are handed on as lines of text.
struct CellTableFinder {
    /// What was found, in order.
    enum Piece {
        case line(String, row: Int)
        /// Rows that belong to no table of the form and are no captions, one line of text each.
        case rows([Int])
        case region(CellRegion)
    }

    /// A table of more columns is none of the form's; the time for its header would grow with their square.
    static let mostColumns = 200

    private(set) var pieces: [Piece] = []
    private let table: CellTable
    /// The title that no table has taken yet.
    private(set) var title: (kind: TableKind, text: String)?
    /// The unit stated last.
    private(set) var unit: AmountUnit?
    /// Whether the title is the sheet's name: then what stands alone before the first row belongs to its head.
    private var isSheetTitle = false
    private var current: CellRegion?
    private var isInNotes = false
    private var hasOnlyCaptions = true
    /// Rows met before any title was.
    private var untitled: [Int] = []

    /// - Parameters:
    ///   - title: the title above the table, when the document has one there.
    ///   - unit: the unit stated above the table.
    init(_ table: CellTable, title: (kind: TableKind, text: String)?, unit: AmountUnit?) {
        self.table = table
        self.unit = unit
        self.title = title
        if title == nil, let sheet = table.sheet, let kind = TableTitles.kind(TableText.folded(sheet.unicodeScalars)) {
            self.title = (kind, sheet)
            isSheetTitle = true
        }
    }

    /// Goes through all rows.
    mutating func find() {
        guard table.columnCount <= Self.mostColumns else {
            pieces.append(.rows((0..<table.rowCount).filter { !table.row($0).isEmpty }))
            return
        }
        for row in 0..<table.rowCount where !table.row(row).isEmpty { take(row) }
        close()
        flushUntitled()
    }

    /// Whether nothing but captions was found, and they are no sheet's.
    var isHead: Bool { table.sheet == nil && table.rowCount <= 5 && hasOnlyCaptions }

    private mutating func take(_ row: Int) {
        let cells = table.row(row)
        let texts = cells.map { TableText.folded($0.text.unicodeScalars) }
        if let index = texts.firstIndex(where: { TableTitles.kind($0) != nil }), isTitleRow(texts),
            let kind = TableTitles.kind(texts[index])
        {
            if kind == current?.kind, TableContinuations.isContinued(texts[index]) { return }
            begin(kind, TableText.compact(cells[cells.startIndex + index].text.unicodeScalars))
            // 2021年部门收支总表 单位：元: title and caption in one cell.
            unit = texts.lazy.compactMap(CellCaption.unit).first
            for cell in cells { addLine(cell) }
        } else if CellCaption.isCaption(texts) {
            takeCaption(cells, texts)
        } else if let first = cells.first, CellCaption.isNote(texts[0]) {
            takeNote(first, cells)
        } else if cells.count == 1, let first = cells.first, current == nil, isOtherTitle(texts[0]) {
            flushUntitled()
            addLine(first)
        } else if cells.count == 1, let first = cells.first, isSentence(texts[0]) {
            if isInNotes || current?.rows.isEmpty == false { takeNote(first, cells) } else { addLine(first) }
        } else if let sentence = Self.brokenSentence(cells, texts) {
            takeNote(sentence, [sentence])
        } else {
            takeRow(row)
        }
    }

    /// A sentence whose thousands separators were taken for the ends of cells: 采购预算2 | 703.92万元。
    private static func brokenSentence(_ cells: ArraySlice<CellTable.Cell>, _ texts: [String]) -> CellTable.Cell? {
        guard cells.count > 1, var sentence = cells.first, texts[0].count > 12, texts.last?.closes(with: "。") ?? false,
            zip(texts, texts.dropFirst()).allSatisfy({ before, next in
                before.last?.isNumber ?? false && next.count > 3 && next.prefix(3).allSatisfy(\.isNumber)
            })
        else { return nil }
        sentence.text = cells.map(\.text).joined(separator: ",")
        return sentence
    }

    /// A title stands alone, or beside the number of the form (公开05表).
    private func isTitleRow(_ texts: [String]) -> Bool {
        // 附表3 支出预算总表 begins as a caption does.
        texts.count { !CellCaption.isCaption([$0]) || TableTitles.kind($0) != nil } == 1
    }

    /// 部门支出总体情况表: the title of a table that is none of the nine heads no column.
    private func isOtherTitle(_ folded: String) -> Bool {
        folded.closes(with: "表") && (5...50).contains(folded.count) && !folded.holds("。")
    }

    private func isSentence(_ folded: String) -> Bool {
        folded.count > 25 && (folded.holds("。") || folded.holds("，"))
    }

    private mutating func begin(_ kind: TableKind, _ text: String) {
        close()
        flushUntitled()
        title = (kind, text)
        isSheetTitle = false
        unit = nil
    }

    private mutating func takeCaption(_ cells: ArraySlice<CellTable.Cell>, _ texts: [String]) {
        if current?.rows.isEmpty == false, isInNotes { close() }
        for (cell, text) in zip(cells, texts) {
            unit = CellCaption.unit(text) ?? unit
            for part in CellCaption.parts(cell.text) { addLine(part, row: cell.row) }
        }
        if current != nil { current?.unit = unit }
    }

    private mutating func takeNote(_ first: CellTable.Cell, _ cells: ArraySlice<CellTable.Cell>) {
        hasOnlyCaptions = false
        isInNotes = current != nil
        let note = TableText.compact(first.text.unicodeScalars)
        if current == nil { addLine(first) } else { current?.notes.append(note) }
        for cell in cells.dropFirst() { addLine(cell) }
    }

    private mutating func takeRow(_ row: Int) {
        if current == nil, isSheetTitle, let only = table.row(row).first, table.row(row).count == 1 {
            addLine(only)
            return
        }
        hasOnlyCaptions = false
        if isInNotes {
            // The remark stood between two parts of the table, or behind it.
            isInNotes = false
        }
        // Indicators under a table of the form are a table of their own.
        if current != nil, IndicatorHeader(table, at: row) != nil { close() }
        if current == nil {
            guard let title else {
                untitled.append(row)
                return
            }
            current = CellRegion(
                table: table, kind: title.kind, title: title.text, unit: unit, rows: [])
        }
        current?.rows.append(row)
    }

    private mutating func close() {
        if let region = current, !region.rows.isEmpty {
            pieces.append(.region(region))
            title = nil
        }
        current = nil
        isInNotes = false
    }

    /// Rows under no title: a table of the form told by its header, else lines of text.
    private mutating func flushUntitled() {
        let rows = untitled
        untitled = []
        guard !rows.isEmpty else { return }
        if let kind = CellHeader.kind(table, rows: rows) {
            pieces.append(
                .region(CellRegion(table: table, kind: kind, title: table.sheet ?? "", unit: unit, rows: rows)))
            return
        }
        pieces.append(.rows(rows))
    }

    private mutating func addLine(_ cell: CellTable.Cell) { addLine(cell.text, row: cell.row) }

    private mutating func addLine(_ text: String, row: Int) {
        for line in text.split(whereSeparator: \.isNewline) { pieces.append(.line(String(line), row: row)) }
    }
}

/// The rows of one table of the form.
struct CellRegion: Sendable {
    var table: CellTable
    var kind: TableKind
    var title: String
    var unit: AmountUnit?
    /// The rows that hold something, header included.
    var rows: [Int]
    var notes: [String] = []
    /// The page of its title, where that is known.
    var page: Int?
    /// Numbers of its rows that stand under no column.
    var loose: [LooseNumber] = []
}

/// A number in a row of a table that stands under none of its columns.
struct LooseNumber: Sendable {
    var text: String
    /// The label of its row.
    var label: String
    var page: Int

    /// What is said of it.
    func diagnostic(in title: String) -> Diagnostic {
        Diagnostic(
            kind: .unplacedFigure, page: page, quote: "\(label) \(text)",
            message: Bilingual("“\(text)”不在“\(title)”的任何一列之下", "'\(text)' stands under no column of the table \(title)")
        )
    }
}
