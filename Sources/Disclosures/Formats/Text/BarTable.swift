/// A table of a text whose cells stand between bars, a row a line.
struct BarTable {
    private(set) var table: CellTable
    /// How many lines before it are its captions.
    private(set) var captions = 0
    /// The line behind it.
    private(set) var end: Int

    private static let leastRows = 3

    /// The table that begins at a line; `nil` where none does.
    init?(_ lines: [TextLine], _ folded: [String], from start: Int) {
        end = start
        while end < lines.count, Self.isRow(folded[end]) { end += 1 }
        guard end - start >= Self.leastRows else { return nil }
        // Where not all rows close with a bar, one at the end stands before a blank cell.
        let isClosed = (start..<end).allSatisfy { folded[$0].closes(with: "|") }
        let isOpen = (start..<end).allSatisfy { folded[$0].opens(with: "|") }
        var rows = (start..<end).map { Self.cells(lines[$0], isOpen: isOpen, isClosed: isClosed) }
        rows = Self.withoutOpenings(rows)
        // A row of dashes sets the header off.
        rows.removeAll { row in
            row.allSatisfy { $0.allSatisfy { "-:—= ".contains($0) } } && row.contains { !$0.isEmpty }
        }
        rows = LostSpans.restored(rows)
        let counts = rows.filter(Self.holdsNumbers).map(\.count)
        // One row of numbers is a table where each row has a cell for each of its columns.
        let isEven = rows.count >= Self.leastRows && Set(rows.map(\.count)).count == 1
        guard counts.count >= (isEven ? 1 : 2), let width = counts.max(), width >= 2 else { return nil }
        guard counts.allSatisfy({ $0 >= width - 1 }) else { return nil }
        captions = PlainTextContent.captions(folded, before: start)
        var cells: [CellTable.Cell] = []
        for (index, texts) in rows.enumerated() { cells += Self.row(texts, width: width, at: index) }
        let page = lines[start].page
        table = CellTable(
            cells: cells.map { cell in
                var cell = cell
                cell.text = TableText.trimmed(cell.text)
                cell.page = page
                return cell
            }.filter { !$0.text.isEmpty })
    }

    /// Whether a line has cells between bars.
    static func isRow(_ folded: String) -> Bool {
        folded.utf8.count(where: { $0 == UInt8(ascii: "|") }) >= 2 && !folded.holds("。")
    }

    /// Where not all rows open with a bar, one at the beginning stands behind a blank cell, unless the row has one cell
    /// more for it than the others have.
    private static func withoutOpenings(_ rows: [[String]]) -> [[String]] {
        let width = rows.filter { $0.first?.isEmpty == false && holdsNumbers($0) }.map(\.count).max() ?? .max
        return rows.map { $0.first?.isEmpty == true && $0.count > width ? Array($0.dropFirst()) : $0 }
    }

    /// The cells of a line; bars at its ends open and close it where they do all lines.
    private static func cells(_ line: TextLine, isOpen: Bool, isClosed: Bool) -> [String] {
        var scalars = line.scalars[...]
        while let first = scalars.first, ScalarFolding.isBlank(first) { scalars = scalars.dropFirst() }
        while let last = scalars.last, ScalarFolding.isBlank(last) { scalars = scalars.dropLast() }
        func isBar(_ scalar: Unicode.Scalar) -> Bool { scalar == "|" || scalar == "｜" }
        if isOpen, let first = scalars.first, isBar(first) { scalars = scalars.dropFirst() }
        if isClosed, let last = scalars.last, isBar(last) { scalars = scalars.dropLast() }
        return scalars.split(omittingEmptySubsequences: false, whereSeparator: isBar).map {
            TableText.trimmed(String(String.UnicodeScalarView($0)))
        }
    }

    private static func holdsNumbers(_ cells: [String]) -> Bool {
        cells.contains { StatedCell($0) != nil && ($0.contains(".") || $0.contains(",")) }
            // Amounts in yuan may have neither; the first cell may be a code.
            || cells.dropFirst().contains { StatedCell($0) != nil && $0.count(where: \.isNumber) >= leastDigits }
    }

    private static let leastDigits = 3

    /// The cells of a row at their places. Rows of words lose the blanks that merged cells leave behind them; a row that
    /// is short by one has its first cell over two columns (合计 over code and name), or stands beside a cell that goes
    /// down over several rows.
    private static func row(_ texts: [String], width: Int, at row: Int) -> [CellTable.Cell] {
        let filled = texts.filter { !$0.isEmpty }
        if CellCaption.isCaption(filled.map { TableText.folded($0.unicodeScalars) }) {
            return filled.prefix(width).enumerated().map { CellTable.Cell(text: $1, row: row, column: $0) }
        }
        var texts = texts
        let isData = holdsNumbers(texts)
        if !isData { while texts.last?.isEmpty == true { texts.removeLast() } }
        if texts.count > width { texts = Array(texts.prefix(width)) }
        let isShort = texts.count == width - 1 && texts.count > 1 && texts.first?.isEmpty == false
        let isSum = TableLabel(words: TableText.folded((texts.first ?? "").unicodeScalars), code: "").isTotal
        return texts.enumerated().map { index, text in
            var cell = CellTable.Cell(text: text, row: row, column: index)
            if isShort {
                if index == 0, isSum { cell.width = 2 } else { cell.column += 1 }
            }
            return cell
        }
    }
}
