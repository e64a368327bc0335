import Disclosures
import FinalAccounts
import Platform

/// Takes the numbers of a table with the words over and before them.
struct GridReader {
    private let table: CellTable
    private let numbers: [[Number?]]

    private struct Number {
        var text: DecimalText
        var isPercent: Bool
    }

    /// More cells than that are a register, not a statement.
    private static let mostCells = 4_000

    /// - Returns: `nil` for a table that is no matter of sums.
    init?(_ table: CellTable) {
        guard table.rowCount > 1, table.columnCount > 1, table.cells.count <= Self.mostCells else { return nil }
        self.table = table
        numbers = (0..<table.rowCount).map { row in
            var found: [Number?] = Array(repeating: nil, count: table.columnCount)
            for cell in table.row(row) where cell.column < found.count && cell.height == 1 {
                found[cell.column] = Self.number(cell.text)
            }
            return Self.isNumbering(found) ? found.map { _ in nil } : found
        }
    }

    private static func number(_ text: String) -> Number? {
        guard text.utf8.count <= 40 else { return nil }
        var words = text.filter { !$0.isWhitespace }
        let isPercent = words.closes(with: "%") || words.closes(with: "％")
        if isPercent { words.removeLast() }
        return DecimalText(words).map { Number(text: $0, isPercent: isPercent) }
    }

    /// 1 2 3 4: the numbers of columns; 2022 2023: years.
    private static func isNumbering(_ row: [Number?]) -> Bool {
        let found = row.compactMap(\.self)
        guard found.allSatisfy({ $0.text.decimals == 0 && !$0.isPercent }), let first = found.first else {
            return found.isEmpty
        }
        if found.allSatisfy({ FiscalYear.plausible.contains(Int($0.text.digits)) }) { return true }
        return found.count > 1 && first.text.digits <= 2
            && zip(found, found.dropFirst()).allSatisfy { $1.text.digits == $0.text.digits + 1 }
    }

    /// The grid, each number made a fact.
    func grid(_ add: (StatedNumber, Bilingual, Fact.Place) -> Fact.ID) -> Grid? {
        let body = numbers.indices.filter { row in numbers[row].contains { $0 != nil } }
        guard let first = body.first else { return nil }
        let columns = (0..<table.columnCount).filter { column in
            body.contains { numbers[$0][column] != nil } && !isCounting(column, body)
        }
        guard !columns.isEmpty, columns.count <= 40 else { return nil }
        let heads = columns.map { head(of: $0, over: first) }
        let rows = body.map { row(at: $0, columns, heads, add) }
        return Grid(heads: heads, rows: Self.withParts(rows))
    }

    /// A column of codes or of line numbers: 行次.
    private func isCounting(_ column: Int, _ body: [Int]) -> Bool {
        let head = head(of: column, over: body.first ?? 0)
        if ["行次", "序号", "编码", "代码", "科目编号"].contains(where: { head.contains($0) }) { return true }
        let values = body.compactMap { numbers[$0][column] }
        guard values.count > 2, values.allSatisfy({ $0.text.decimals == 0 }) else { return false }
        return zip(values, values.dropFirst()).allSatisfy { $1.text.digits == $0.text.digits + 1 }
    }

    private func head(of column: Int, over first: Int) -> String {
        var words: [String] = []
        for row in 0..<first {
            guard let text = table.cell(covering: row, column)?.text.filter({ !$0.isWhitespace }) else { continue }
            // A caption over the whole table is no head.
            guard text.count <= 24, words.last != text else { continue }
            words.append(text)
        }
        return words.suffix(3).joined()
    }

    private func row(
        at row: Int, _ columns: [Int], _ heads: [String], _ add: (StatedNumber, Bilingual, Fact.Place) -> Fact.ID
    ) -> Grid.Row {
        let labels = columns.map { label(before: $0, row) }
        let cells = table.row(row)
        let place = Fact.Place(
            page: cells.first?.page, quote: cells.map { $0.text.filter { !$0.isWhitespace } }.joined(separator: " "),
            section: .tables, table: nil)
        let facts = columns.indices.map { index -> Fact.ID? in
            numbers[row][columns[index]].map { number in
                let isPercent = number.isPercent || heads[index].closes(with: "%") || heads[index].closes(with: "(%)")
                let label = Bilingual(
                    "表中“\(labels[index])”行“\(heads[index])”栏", "row “\(labels[index])”, column “\(heads[index])”")
                return add(StatedNumber(cell: number.text, isPercent: isPercent), label, place)
            }
        }
        let depth = codeDepth(of: row)
        let levels = labels.map { label -> RowLevel in
            let level = RowLevel(label)
            return level == .plain ? depth.map { .numbered($0) } ?? level : level
        }
        return Grid.Row(labels: labels, levels: levels, facts: facts)
    }

    /// How deep the subject code stands that a row begins with: 205 is 1, 20501 is 2, 2050101 is 3.
    private func codeDepth(of row: Int) -> Int? {
        let cells = table.row(row).drop { !$0.text.contains { !$0.isWhitespace } }
        guard let first = cells.first else { return nil }
        var digits = Self.digits(of: first)
        guard let opening = digits.first, "235".contains(opening) else { return nil }
        // 204 06 01: 类, 款 and 项 in cells of their own.
        if digits.count == 3, first.text.allSatisfy({ $0.isNumber || $0.isWhitespace }) {
            for cell in cells.dropFirst().prefix(2) {
                let part = Self.digits(of: cell)
                guard part.count == 2, cell.text.allSatisfy({ $0.isNumber || $0.isWhitespace }) else { break }
                digits += part
            }
        }
        switch digits.count {
        case 3: return 1
        case 5: return 2
        case 7: return 3
        default: return nil
        }
    }

    private static func digits(of cell: CellTable.Cell) -> String {
        String(cell.text.drop { $0.isWhitespace }.prefix { $0.isASCII && $0.isNumber })
    }

    /// The words nearest before a number in its row.
    private func label(before column: Int, _ row: Int) -> String {
        let own = table.row(row).last {
            $0.column < column && !$0.text.isEmpty && DecimalText($0.text.filter { !$0.isWhitespace }) == nil
                && $0.text.contains { $0.isLetter }
        }
        return (own?.text ?? "").filter { !$0.isWhitespace }
    }

    /// Rows without a number behind 其中： are parts too, up to the next that has one.
    private static func withParts(_ rows: [Grid.Row]) -> [Grid.Row] {
        var rows = rows
        let width = rows.first?.levels.count ?? 0
        for column in 0..<width {
            var isBehind = false
            for row in rows.indices {
                switch rows[row].levels[column] {
                case .part: isBehind = true
                case .plain where isBehind: rows[row].levels[column] = .part
                default: isBehind = false
                }
            }
        }
        return rows
    }
}
