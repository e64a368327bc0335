import FinalAccounts
import OfficialForm
import Platform

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
    /// The widest tables of the form have some twenty columns; words without end over some numbers are a table of another
    /// kind, whose columns no one can tell.
    private static let mostColumns = 24
    private static let mostRows = 2000
    /// Rows of words alone before the first number: a name that wraps, a heading or two.
    private static let mostWithoutNumber = 8

    /// The table whose header begins at a line; `nil` where none does.
    init?(_ rows: inout BlankRows, from start: Int) {
        guard rows.effort > 0, let found = Self.cells(&rows, from: start) else { return nil }
        // A row of labels alone cut the two sides of a main table in two; read label by label it is whole.
        if MainTableHead.isHead(found.heads.joined()), found.end + 1 < rows.count, let next = rows[found.end],
            !next.isRow, next.words.count > 2, rows[found.end + 1]?.isRow ?? false
        {
            return nil
        }
        let (lines, folded) = (rows.lines, rows.folded)
        end = found.end
        captions = PlainTextContent.captions(folded, before: start)
        let isUnitStated = (start - captions..<start).contains { CellCaption.unit(folded[$0]) != nil }
        // Words over words are no table of amounts; working out their columns took most of the time of a long text.
        guard found.heads.count <= Self.mostColumns,
            found.rows.contains(where: { $0.groups.contains { !$0.numbers.isEmpty } }),
            isUnitStated || Self.isCodedOrCosts(found.heads, found.rows),
            let layout = BlankTableLayout(found.heads, found.rows.map(\.groups)),
            isUnitStated || layout.isCodedOrCosts
        else { return nil }
        let page = lines[start].page
        var cells: [CellTable.Cell] = []
        // The unit may stand under the table, or with its numbers in the text.
        let under = end < lines.count ? CellCaption.unit(folded[end]) : nil
        if !isUnitStated,
            let unit = HeaderWords.moneyWords.last(where: { $0.1 == under })?.0
                ?? Self.unit(of: found.rows.flatMap { $0.groups.flatMap(\.numbers) }, lines)
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
            let line = lines[found.rows[index].line]
            let numbers = left.quoted()
            return Diagnostic(
                kind: .unplacedFigure, page: line.page,
                quote: TableText.trimmed(String(String.UnicodeScalarView(line.scalars))),
                message: numbers
                    + Bilingual(
                        "所在的行失去了空格，无法判断属于哪一列",
                        " stand in a row whose blanks are lost: nothing says under which columns"))
        }
    }

    /// Whether rows have codes, or three heads name measures: what a table must show that states no unit.
    private static func isCodedOrCosts(_ heads: [String], _ rows: [(line: Int, groups: [BlankRow.Group])]) -> Bool {
        rows.contains { $0.groups.contains { $0.code != nil } }
            || heads.lazy.filter { TableHead(ColumnHeads.tiers($0)).topic != nil }.prefix(3).count == 3
    }

    /// The heads and the rows of the table that begins at a line, and the line behind it.
    private static func cells(
        _ lines: inout BlankRows, from start: Int
    ) -> (heads: [String], rows: [(line: Int, groups: [BlankRow.Group])], end: Int)? {
        if CellLines.opens(lines.folded[start]) {
            lines.effort -= 100
            if let list = CellLines(lines.lines, lines.folded, from: start) { return (list.heads, list.rows, list.end) }
        }
        if BarTable.isRow(lines.folded[start]) {
            lines.effort -= 10
            return BarLines(lines.lines, lines.folded, from: start).map { ($0.heads, $0.rows, $0.end) }
        }
        if let list = labelled(&lines, from: start) { return list }
        guard lines.hasBlank(start), let first = lines[start], first.isHead || first.isLong,
            !CellCaption.isCaption(first.words)
        else { return nil }
        if first.isLong { return BlankLine(first.words).map { ($0.heads, [(start, [$0.row])], start + 1) } }
        var heads: [String] = []
        var next = start
        while next < lines.count, next - start < Self.mostHeads, let row = lines[next],
            row.isHead || next > start && !row.isRow && !CellCaption.isCaption([lines.folded[next]])
        {
            heads += row.words
            next += 1
        }
        var end = next
        var rows: [(line: Int, groups: [BlankRow.Group])] = []
        var sawNumber = false
        while end < lines.count, rows.count < Self.mostRows, let row = lines[end] {
            if Self.numbersColumns(row) {
                end += 1
                continue
            }
            guard row.isRow || Self.isLabel(row, before: end + 1, &lines) else { break }
            let groups = row.isRow ? row.groups : [BlankRow.Group(label: row.words.joined())]
            sawNumber = sawNumber || groups.contains { !$0.numbers.isEmpty }
            rows.append((end, groups))
            end += 1
            guard sawNumber || rows.count < Self.mostWithoutNumber else {
                lines.effort -= end - start
                return nil
            }
        }
        lines.effort -= end - start
        rows = Self.joined(rows)
        // 2018年预算数 2019年预算数 合计 …: the heads of each year, over one row of numbers.
        if rows.count == 1, let only = rows[0].groups.first, rows[0].groups.count == 1, only.label.isEmpty,
            let line = BlankLine(heads + only.numbers)
        {
            return (line.heads, [(rows[0].line, [line.row])], end)
        }
        if heads.contains(where: isLineNumber) { rows = rows.map { ($0.line, $0.groups.map(Self.withoutLineNumber)) } }
        return (heads, rows, end)
    }

    /// Labels with one number each right under a caption that states their unit: a table without heads.
    private static func labelled(
        _ lines: inout BlankRows, from start: Int
    ) -> (heads: [String], rows: [(line: Int, groups: [BlankRow.Group])], end: Int)? {
        guard start > 0, CellCaption.unit(lines.folded[start - 1]) != nil else { return nil }
        var rows: [(line: Int, groups: [BlankRow.Group])] = []
        while start + rows.count < lines.count, let row = lines[start + rows.count], row.isRow, row.groups.count == 1,
            row.groups[0].numbers.count == 1, !row.groups[0].label.isEmpty
        {
            rows.append((start + rows.count, row.groups))
        }
        let title = lines.folded[max(0, start - 3)..<start].joined()
        let side = title.holds("预算") && !title.holds("决算") ? "预算数" : "决算数"
        return rows.count < 3 ? nil : (["项目", side], rows, start + rows.count)
    }

    private static func isLineNumber(_ head: String) -> Bool { HeaderWords.label(head) == .lineNumber }

    /// A label with its numbers, the number of the line left out.
    private static func withoutLineNumber(_ group: BlankRow.Group) -> BlankRow.Group {
        guard let first = group.numbers.first, let line = Int(first), (1...120).contains(line), !group.label.isEmpty
        else { return group }
        var group = group
        group.numbers.removeFirst()
        return group
    }

    /// 栏次 1 2 3: a row that numbers the columns.
    private static func numbersColumns(_ row: BlankRow) -> Bool {
        guard row.isRow else { return false }
        let isLabelled = row.groups.allSatisfy { group in
            // 类 款 项 栏次: the levels of the code may stand before it.
            let label = group.label.opens(with: "类款项") ? String(group.label.dropFirst(3)) : group.label
            return label.isEmpty || CellHeader.numberingLabels.contains(label)
        }
        let labels = row.groups.contains { !$0.label.isEmpty } ? ["栏次"] : []
        return isLabelled && CellHeader.numbersColumns(labels + row.groups.flatMap(\.numbers))
    }

    /// A row of words between rows with numbers: one whose cells are blank, or the beginning of a name that wraps.
    private static func isLabel(_ row: BlankRow, before next: Int, _ lines: inout BlankRows) -> Bool {
        guard row.words.count <= 2, row.words.joined().unicodeScalars.count <= 40, next < lines.count else {
            return false
        }
        return lines[next]?.isRow ?? false
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
            } else if let last = result.last, last.groups.count == 1, row.groups.count == 1,
                last.groups[0].numbers.isEmpty, last.groups[0].code == nil, row.groups[0].code == nil,
                Self.isOneName(last.groups[0].label, row.groups[0].label)
            {
                var group = row.groups[0]
                group.label = last.groups[0].label + group.label
                result[result.count - 1] = (row.line, [group])
            } else {
                result.append(row)
            }
        }
        return result
    }

    /// 公务用车购置及 over 运行维护费: two lines that name a measure together which neither names alone.
    private static func isOneName(_ first: String, _ second: String) -> Bool {
        guard let whole = TableLabel(words: first + second, code: "").topic else { return false }
        return TableLabel(words: first, code: "").topic != whole
            && OutlineMark(in: Array(second.unicodeScalars.prefix(6)), at: 0) == nil
            && TableLabel(words: second, code: "").topic != whole
    }

    /// Whether a digit or a point stands right before a place: the number found there is the end of another.
    private static func goesOn(_ words: String, before place: String.Index) -> Bool {
        guard let last = words[..<place].unicodeScalars.last else { return false }
        return ScalarFolding.isDigit(last) || last == "." || last == ","
    }

    /// The unit that the text states with one of the numbers.
    private static func unit(of numbers: [String], _ lines: [TextLine]) -> String? {
        guard lines.count <= PlainTextContent.mostOfExcerpt else { return nil }
        // One number with decimals is proof enough; whole numbers are proof where three agree.
        let long = numbers.filter { $0.count >= ($0.holds(".") ? 5 : 3) }
        var said: [String: Set<String>] = [:]
        for line in lines where !line.scalars.isEmpty {
            let folded = TableText.folded(line.scalars)
            for number in long {
                guard let range = folded.range(of: number), !Self.goesOn(folded, before: range.lowerBound) else {
                    continue
                }
                let behind = folded[range.upperBound...]
                guard let unit = HeaderWords.moneyWords.first(where: { behind.opens(with: $0.0) })?.0 else { continue }
                if number.holds(".") { return unit }
                said[unit, default: []].insert(number)
            }
        }
        guard said.count == 1, let (unit, proof) = said.first, proof.count >= 3 else { return nil }
        return unit
    }
}
