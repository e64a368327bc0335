import FinalAccounts
import OfficialForm

/// A table of a text whose cells stand between blanks, a row a line.
///
/// A copy keeps no place for a blank cell. A row that has a number for each column is whole; of any other the sums must
/// tell where its numbers stand (``ColumnPlacement``). Rows of which they do not are left over.
struct BlankTable {
    private(set) var table: CellTable
    /// How many lines before it are its title and captions.
    private(set) var captions = 0
    /// The line behind it.
    private(set) var end: Int
    /// The rows that are left over.
    private(set) var diagnostics: [Diagnostic] = []

    private static let mostHeads = 3
    private static let mostRows = 2000
    /// Rows of words alone before the first number: a name that wraps, a heading or two.
    private static let mostWithoutNumber = 8

    /// How many lines may be read for tables that turn out to be none: texts are read in time that grows with them.
    static let mostEffort = 20_000

    /// The table whose header begins at a line; `nil` where none does.
    ///
    /// - Parameter effort: how many lines may yet be read for it; what was read is taken off.
    init?(_ lines: [TextLine], _ folded: [String], from start: Int, effort: inout Int) {
        guard effort > 0, let found = Self.cells(lines, folded, from: start, effort: &effort) else { return nil }
        end = found.end
        let rows = found.rows
        // Words over words are no table of amounts; working out their columns took most of the time of a long text.
        guard rows.contains(where: { $0.groups.contains { !$0.numbers.isEmpty } }),
            let layout = BlankTableLayout(found.heads, rows.map(\.groups))
        else { return nil }
        captions = PlainTextContent.captions(folded, before: start)
        let isUnitStated = (start - captions..<start).contains { CellCaption.unit(folded[$0]) != nil }
        guard isUnitStated || layout.isCodedOrCosts else { return nil }
        let page = lines[start].page
        var cells: [CellTable.Cell] = []
        // The unit may stand under the table, or with its numbers in the text.
        let under = end < lines.count ? CellCaption.unit(folded[end]) : nil
        if !isUnitStated,
            let unit = HeaderWords.moneyWords.last(where: { $0.1 == under })?.0
                ?? Self.unit(of: rows.flatMap { $0.groups.flatMap(\.numbers) }, lines)
        {
            cells.append(CellTable.Cell(text: "单位:" + unit, row: 0, column: 0))
        }
        let header = cells.count
        cells += layout.cells.map { cell in
            var cell = cell
            cell.row += header
            return cell
        }
        for index in cells.indices { cells[index].page = page }
        table = CellTable(cells: cells, headerRows: header + BlankTableLayout.tiers)
        diagnostics = layout.leftovers.sorted { $0.key < $1.key }.map { index, left in
            let line = lines[rows[index].line]
            let numbers = left.map { "'\($0)'" }.joined(separator: ", ")
            return Diagnostic(
                kind: .unplacedFigure, page: line.page,
                quote: TableText.trimmed(String(String.UnicodeScalarView(line.scalars))),
                message: "\(numbers) stand in a row whose blanks are lost: nothing says under which columns")
        }
    }

    /// The heads and the rows of the table that begins at a line, and the line behind it.
    private static func cells(
        _ lines: [TextLine], _ folded: [String], from start: Int, effort: inout Int
    ) -> (heads: [String], rows: [(line: Int, groups: [BlankRow.Group])], end: Int)? {
        if CellLines.opens(folded[start]) {
            effort -= 100
            if let list = CellLines(lines, folded, from: start) { return (list.heads, list.rows, list.end) }
        }
        guard let first = BlankRow(lines[start].scalars), first.isHead || first.isLong else { return nil }
        if first.isLong { return BlankLine(first.words).map { ($0.heads, [(start, [$0.row])], start + 1) } }
        var heads: [String] = []
        var next = start
        while next < lines.count, next - start < Self.mostHeads, let row = BlankRow(lines[next].scalars),
            row.isHead || next > start && !row.isRow && !CellCaption.isCaption([folded[next]])
        {
            heads += row.words
            next += 1
        }
        var end = next
        var rows: [(line: Int, groups: [BlankRow.Group])] = []
        var sawNumber = false
        while end < lines.count, rows.count < Self.mostRows, let row = BlankRow(lines[end].scalars) {
            if Self.numbersColumns(row) {
                end += 1
                continue
            }
            guard row.isRow || Self.isLabel(row, before: end + 1, lines) else { break }
            let groups = row.isRow ? row.groups : [BlankRow.Group(label: row.words.joined())]
            sawNumber = sawNumber || groups.contains { !$0.numbers.isEmpty }
            rows.append((end, groups))
            end += 1
            guard sawNumber || rows.count < Self.mostWithoutNumber else {
                effort -= end - start
                return nil
            }
        }
        effort -= end - start
        rows = Self.joined(rows)
        return (heads, rows, end)
    }

    /// 栏次 1 2 3: a row that numbers the columns.
    private static func numbersColumns(_ row: BlankRow) -> Bool {
        guard row.isRow, row.groups.count == 1 else { return false }
        let label = row.groups[0].label
        return (label.isEmpty || CellHeader.numberingLabels.contains(label))
            && CellHeader.numbersColumns(row.groups[0].numbers)
    }

    /// A row of words between rows with numbers: one whose cells are blank, or the beginning of a name that wraps.
    private static func isLabel(_ row: BlankRow, before next: Int, _ lines: [TextLine]) -> Bool {
        guard row.words.count <= 2, row.words.joined().unicodeScalars.count <= 40, next < lines.count else {
            return false
        }
        return BlankRow(lines[next].scalars)?.isRow ?? false
    }

    /// Rows whose names are whole again: a code with the beginning of its name stands over the rest and the numbers.
    private static func joined(
        _ rows: [(line: Int, groups: [BlankRow.Group])]
    ) -> [(line: Int, groups: [BlankRow.Group])] {
        var result: [(line: Int, groups: [BlankRow.Group])] = []
        for row in rows {
            if let last = result.last, last.groups.count == 1, row.groups.count == 1, last.groups[0].numbers.isEmpty,
                row.groups[0].code == nil, !row.groups[0].label.isEmpty,
                let split = TableText.splitCode(Array(last.groups[0].label.unicodeScalars))
            {
                var group = row.groups[0]
                group.code = String(String.UnicodeScalarView(split.code))
                group.label = String(String.UnicodeScalarView(split.rest)) + group.label
                result[result.count - 1] = (row.line, [group])
            } else {
                result.append(row)
            }
        }
        return result
    }

    /// The unit that the text states with one of the numbers.
    private static func unit(of numbers: [String], _ lines: [TextLine]) -> String? {
        guard lines.count <= PlainTextContent.mostOfExcerpt else { return nil }
        let long = numbers.filter { $0.holds(".") && $0.count >= 5 }
        for line in lines where !line.scalars.isEmpty {
            let folded = TableText.folded(line.scalars)
            for number in long {
                guard let range = folded.range(of: number) else { continue }
                let behind = folded[range.upperBound...]
                if let unit = HeaderWords.moneyWords.first(where: { behind.opens(with: $0.0) })?.0 { return unit }
            }
        }
        return nil
    }
}
