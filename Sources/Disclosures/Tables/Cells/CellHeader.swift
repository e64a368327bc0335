import FinalAccounts
import OfficialForm

/// The header of a table of cells: how many rows it takes, and the labels over each column.
struct CellHeader {
    /// The labels of a column.
    struct Column {
        /// The words from the widest tier down.
        var words: [String]
        /// What the words that the form knows say.
        var labels: [HeaderLabel]

        var header: String { words.joined(separator: "/") }
    }

    /// One entry for each column of the table.
    private(set) var columns: [Column] = []
    /// The rows under the header, rows that number columns left out.
    private(set) var body: [Int] = []
    /// The rows of the header.
    private(set) var rows: [Int] = []
    /// More tiers than any header has, captions between them included.
    private static let mostTiers = 12
    /// The unit that the header's words state.
    private(set) var unit: AmountUnit?

    /// Reads the header from the first of some rows.
    init(_ table: CellTable, rows: [Int]) {
        var header: [Int] = []
        var rest = rows[...]
        while let row = rest.first {
            let cells = table.row(row)
            if let known = table.headerRows {
                guard row < known else { break }
            } else if Self.numbersColumns(cells) {
                rest = rest.dropFirst()
                continue
            } else if header.count == Self.mostTiers || Self.isBody(cells, header: header, table: table) {
                break
            }
            header.append(row)
            rest = rest.dropFirst()
        }
        self.rows = header
        columns = (0..<table.columnCount).map { Self.column($0, table: table, header: header) }
        for row in header {
            for cell in table.row(row) { unit = unit ?? HeaderWords.unit(TableText.folded(cell.text.unicodeScalars)) }
        }
        guard table.headerRows == nil else {
            body = Array(rest)
            return
        }
        let repeated = Set(header.map { Self.texts(table.row($0)) })
        body = rest.filter { row in
            !Self.numbersColumns(table.row(row)) && !repeated.contains(Self.texts(table.row(row)))
        }
    }

    private static func texts(_ cells: ArraySlice<CellTable.Cell>) -> [String] {
        cells.map { TableText.folded($0.text.unicodeScalars) }
    }

    // MARK: Rows

    /// 栏次 1 2 3: a row that numbers the columns.
    private static func numbersColumns(_ cells: ArraySlice<CellTable.Cell>) -> Bool {
        numbersColumns(texts(cells), labels: numberingLabels.union(["**", "—"]))
    }

    static let numberingLabels: Set<String> = ["栏次", "行次", "栏", "次"]

    /// Whether words in folded form number columns, with or without their label.
    static func numbersColumns(_ texts: [String], labels: Set<String> = numberingLabels) -> Bool {
        let numbers = texts.compactMap { Int($0) }
        guard texts.allSatisfy({ Int($0) != nil || labels.contains($0) }),
            numbers.count < texts.count || numbers.count > 2 || numbers.isEmpty
        else { return false }
        // 栏次 1 2 3 4 5 7: a copy leaves out the columns that hold nothing.
        let isLabelled = numbers.count < texts.count
        return zip(numbers, numbers.dropFirst()).allSatisfy { isLabelled ? $1 > $0 && $1 < 40 : $1 == $0 + 1 }
            && (numbers.first ?? 1) < 40
    }

    /// Whether a row holds figures, codes or the first labels of the body.
    private static func isBody(_ cells: ArraySlice<CellTable.Cell>, header: [Int], table: CellTable) -> Bool {
        var numbers = 0
        for cell in cells {
            let scalars = Array(TableText.compact(cell.text.unicodeScalars).unicodeScalars)
            let folded = TableText.folded(scalars)
            if folded.opens(with: "一、") || FormLabels.begins(with: folded) || isFigure(scalars, folded) { return true }
            if TableText.isNumber(scalars), !isYear(folded) { numbers += 1 }
        }
        if numbers > 0 { return true }
        // 合计 alone under the column of names: the one row of an empty table.
        guard let only = cells.first, cells.count == 1, only.width < max(2, table.columnCount / 2) else { return false }
        let folded = TableText.folded(only.text.unicodeScalars)
        guard ["合计", "总计"].contains(folded) else { return false }
        let labels: [HeaderLabel] = [.name, .code, .codePart, .item]
        return header.contains { row in
            guard let above = table.cell(covering: row, only.column) else { return false }
            guard let label = HeaderWords.label(TableText.folded(above.text.unicodeScalars)) else { return false }
            return labels.contains(label)
        }
    }

    /// Whether words are what no header holds: a code, an amount with decimals, or a code before its name.
    static func isFigure(_ scalars: [Unicode.Scalar], _ folded: String) -> Bool {
        if TableText.isCode(scalars), scalars.count >= 3, !isYear(folded) { return true }
        if TableText.isNumber(scalars), scalars.contains(".") { return true }
        return TableText.splitCode(scalars) != nil && !folded.holds("年")
    }

    private static func isYear(_ folded: String) -> Bool {
        folded.count == 4 && (Int(folded).map { (1990...2100).contains($0) } ?? false)
    }

    // MARK: Columns

    private static func column(_ column: Int, table: CellTable, header: [Int]) -> Column {
        var words: [String] = []
        var last: (row: Int, column: Int)?
        var edge = 0
        for (tier, row) in header.enumerated() {
            let cell =
                table.cell(covering: row, column)
                ?? roof(over: column, from: edge, tier: tier, table: table, header: header)
            guard let cell, last.map({ $0.row != cell.row || $0.column != cell.column }) ?? true else { continue }
            last = (cell.row, cell.column)
            edge = max(edge, cell.column)
            let text = TableText.folded(cell.text.unicodeScalars)
            // A cell whose words are set over two rows without being merged.
            if let before = words.last, HeaderWords.label(before) == nil, HeaderLabel.isPrefix(before + text) {
                words[words.count - 1] = before + text
            } else {
                words.append(text)
            }
        }
        return Column(words: words, labels: words.compactMap(HeaderWords.label))
    }

    /// The cell on the left that stands over this column too, in exports that do not merge: the place is blank,
    /// something stands under it, and the cell on its left has something under it as well.
    ///
    /// - Parameter edge: where the cell over it in the tier above begins; no roof reaches over that.
    private static func roof(
        over column: Int, from edge: Int, tier: Int, table: CellTable, header: [Int]
    ) -> CellTable.Cell? {
        guard tier + 1 < header.count, column > 0 else { return nil }
        let below = header[(tier + 1)...]
        func hasOwnCell(_ column: Int) -> Bool {
            below.contains { row in table.row(row).contains { $0.column == column } }
        }
        guard hasOwnCell(column) else { return nil }
        var left = column - 1
        while left >= edge {
            if let cell = table.cell(covering: header[tier], left) {
                return cell.height == 1 && cell.width == 1 && hasOwnCell(left) ? cell : nil
            }
            guard hasOwnCell(left) else { return nil }
            left -= 1
        }
        return nil
    }
}
