import SeededNumbers

/// How a disclosure's tables are written into files; every property is something that programs and bodies do
/// differently.
package struct FileStyle: Sendable {
    /// What sheets are called.
    package enum SheetName: Sendable, CaseIterable {
        /// Sheet1.
        case number
        /// The table's title.
        case title
        /// GK01 收入支出决算总表, as the finance system names them.
        case marked
    }

    /// How long tables are broken in pages and word processors' documents.
    package enum Break: Sendable, CaseIterable {
        case none
        /// The next piece follows without anything of its own.
        case bare
        /// It has the header again.
        case header
        /// It has the title with （续） and the header again.
        case title
    }

    /// What stands before the tables.
    package enum Contents: Sendable, CaseIterable {
        case none, list, table
    }

    /// Whether cells are merged; where not, words stand in the first cell of their reach.
    package var merges = true
    /// Whether a workbook stores amounts as text.
    package var textAmounts = false
    /// Whether a workbook stores codes as numbers.
    package var numberCodes = false
    /// What a workbook's sheets are called.
    package var sheetName = SheetName.number
    /// Whether title and captions are rows of the table, in pages and word processors' documents.
    package var titleInside = false
    /// Whether remarks are rows of the table, in pages and word processors' documents.
    package var notesInside = false
    /// Whether body, form number and unit stand on one line.
    package var captionOnOneLine = true
    /// Blank columns at the left, and a blank row over the title, in a workbook.
    package var margin = 0
    /// Whether header words of some length are broken over two lines within their cell.
    package var breaksHeaders = false
    /// Whether the rows of the header are repeated in the middle of long tables, as on every printed page.
    package var repeatsHeaders = false
    /// Whether all tables stand on one sheet, one under another.
    package var oneSheet = false

    /// How long tables are broken, in pages and word processors' documents.
    package var tableBreak = Break.none
    /// What stands before the tables: a list of them, or cover and list as sheets of a workbook.
    package var contents = Contents.none

    /// The plainest way.
    package init() {}

    /// A way drawn by chance.
    package init(seed: UInt64) {
        var generator = SeededGenerator(seed: seed ^ 0xC0A7_A14E_5500_0000)
        merges = !generator.oneIn(3)
        textAmounts = generator.oneIn(3)
        numberCodes = generator.oneIn(4)
        sheetName = generator.pick(SheetName.allCases)
        titleInside = generator.oneIn(3)
        notesInside = generator.oneIn(3)
        captionOnOneLine = generator.oneIn(2)
        margin = generator.oneIn(4) ? 1 : 0
        breaksHeaders = generator.oneIn(3)
        repeatsHeaders = generator.oneIn(4)
        oneSheet = generator.oneIn(5)
        tableBreak = generator.pick([.none] + Break.allCases)
        contents = generator.pick(Contents.allCases)
    }
}

extension FileStyle {
    /// The pieces a long table is broken into, each with the header that its piece has.
    func pieces(of sheet: FormSheet) -> [FormSheet] {
        let half = sheet.headerHeight + (sheet.height - sheet.headerHeight) / 2
        let isCut = sheet.cells.contains { $0.row < half && $0.row + $0.height > half }
        guard tableBreak != .none, sheet.headerHeight > 0, sheet.height > 16, !isCut else { return [sheet] }
        var first = FormSheet(title: sheet.title, unit: sheet.unit)
        first.mark = sheet.mark
        first.headerHeight = sheet.headerHeight
        var second = first
        second.title += "（续）"
        second.notes = sheet.notes
        let shift = tableBreak == .bare ? half : half - sheet.headerHeight
        if tableBreak == .bare { second.headerHeight = 0 }
        for cell in sheet.cells {
            if cell.row < half { first.put(cell) }
            if tableBreak != .bare, cell.row < sheet.headerHeight { second.put(cell) }
            guard cell.row >= half else { continue }
            var cell = cell
            cell.row -= shift
            second.put(cell)
        }
        // A column that is blank in one piece is there all the same.
        first.put(FormSheet.Cell(row: 0, column: sheet.width - 1, text: ""))
        second.put(FormSheet.Cell(row: 0, column: sheet.width - 1, text: ""))
        return [first, second]
    }

    /// A header's words as they stand in their cell.
    func header(_ words: String) -> String {
        guard breaksHeaders, words.count > 6 else { return words }
        let middle = words.index(words.startIndex, offsetBy: words.count / 2)
        return words[..<middle] + "\n" + words[middle...]
    }

    /// The rows a sheet is written in: title and captions (where wanted), the table, its remarks (where wanted).
    func rows(of sheet: FormSheet, unit: String, year: Int, title: Bool, notes: Bool) -> [FormSheet.Cell] {
        var cells: [FormSheet.Cell] = []
        var row = 0
        if title {
            cells.append(FormSheet.Cell(row: 0, column: 0, width: max(1, sheet.width), text: sheet.title))
            for line in captions(of: sheet, unit: unit, year: year) {
                row += 1
                cells += line.map { FormSheet.Cell(row: row, column: $0.column, text: $0.text) }
            }
            row += 1
        }
        let half = sheet.headerHeight + (sheet.height - sheet.headerHeight) / 2
        let isRepeated =
            repeatsHeaders && sheet.headerHeight > 0 && sheet.height > 30
            && !sheet.cells.contains { $0.row < half && $0.row + $0.height > half }
        for var cell in sheet.cells.sorted(by: { ($0.row, $0.column) < ($1.row, $1.column) }) {
            if cell.row < sheet.headerHeight { cell.text = header(cell.text) }
            if isRepeated, cell.row < sheet.headerHeight {
                var again = cell
                again.row += row + half
                cells.append(again)
            }
            cell.row += row + (isRepeated && cell.row >= half ? sheet.headerHeight : 0)
            cells.append(cell)
        }
        row += sheet.height + (isRepeated ? sheet.headerHeight : 0)
        if notes {
            for note in sheet.notes {
                cells.append(FormSheet.Cell(row: row, column: 0, width: max(1, sheet.width), text: note))
                row += 1
            }
        }
        return cells.sorted { ($0.row, $0.column) < ($1.row, $1.column) }
    }

    /// The lines between title and table: body, form number and unit of the amounts.
    func captions(of sheet: FormSheet, unit: String, year: Int) -> [[(column: Int, text: String)]] {
        let last = max(2, sheet.width - 1)
        let body = (column: 0, text: "部门：" + unit)
        let amounts = (column: last, text: "金额单位：" + sheet.unit)
        if sheet.mark.isEmpty { return [[body, (1, "\(year)年度"), amounts]] }
        return captionOnOneLine
            ? [[body, (1, sheet.mark), amounts]] : [[(last, sheet.mark)], [body, amounts]]
    }
}
