import FinalAccounts
import OfficialForm
import Platform

/// Settles what every column of a table of cells holds.
struct CellGrid {
    private let region: CellRegion
    private let header: CellHeader
    private let unit: AmountUnit?
    /// The columns that hold a number, and whether the first holds anything else.
    private var figures: Set<Int> = []
    private var hasNames = false
    /// The columns that hold words in three rows and more.
    private var wordy: Set<Int> = []

    init(_ region: CellRegion) {
        self.region = region
        header = CellHeader(region.table, rows: region.rows)
        unit = region.unit ?? header.unit
        var words: [Int: Int] = [:]
        for row in header.body {
            for cell in region.table.row(row) {
                if TableText.isNumber(Array(cell.text.unicodeScalars)) {
                    figures.insert(cell.column)
                } else {
                    if cell.column == 0 { hasNames = true }
                    if !TableText.isBlank(TableText.compact(cell.text.unicodeScalars)) {
                        words[cell.column, default: 0] += 1
                    }
                }
            }
        }
        wordy = Set(words.filter { $1 >= 3 }.keys)
    }

    /// The table as a grid.
    func grid() -> TableGrid {
        var grid = TableGrid(
            kind: region.kind, title: region.title, unit: unit, sheet: region.table.sheet, notes: region.notes)
        grid.isRuled = region.table.isRuled
        grid.page = region.page ?? region.rows.lazy.flatMap { region.table.row($0) }.compactMap(\.page).first
        let columns = columns()
        if region.kind == .threePublic, fillItems(&grid, columns) { return grid }
        let places = columns.indices.filter { columns[$0].kind != .ignored }
        grid.columns = places.map { columns[$0] }
        let decimals = decimals(columns)
        for row in header.body { fill(&grid, row: row, places: places, decimals: decimals) }
        if !grid.columns.contains(where: { $0.kind == .label }) { addLabels(&grid) }
        return grid
    }

    /// What was rounded: numbers with a fraction of 分, as formulas leave them.
    func diagnostics() -> [Diagnostic] {
        let exact = (unit ?? .wan).exactDecimals
        let columns = columns()
        let rounded = header.body.flatMap { region.table.row($0) }.filter { cell in
            guard cell.isNumeric, columns.indices.contains(cell.column), case .amount = columns[cell.column].kind else {
                return false
            }
            return WorkbookNumber.decimals(of: cell.text) > exact
        }
        guard let first = rounded.first else { return [] }
        return [
            Diagnostic(
                kind: .rounded, page: nil, quote: first.text,
                message: Bilingual(
                    "“\(region.title)”中有 \(rounded.count) 个数含不足一分的尾数，已四舍五入",
                    "\(rounded.count) numbers of the table \(region.title) have a fraction of a fen; they were rounded")
            )
        ]
    }

    // MARK: Columns

    private func columns() -> [TableGrid.Column] {
        var columns: [TableGrid.Column] = []
        var group = 0
        var sawAmount = false
        for index in header.columns.indices {
            let kind = kind(of: index)
            switch kind {
            case .code, .label:
                if sawAmount, isSideBySide { group += 1 }
                sawAmount = false
            case .amount: sawAmount = true
            case .ignored: break
            }
            columns.append(TableGrid.Column(kind: kind, header: header.columns[index].header, group: group))
        }
        return columns
    }

    private var isSideBySide: Bool {
        switch region.kind {
        case .incomeAndExpenditure, .fiscalIncomeAndExpenditure, .basicExpenditure: true
        default: false
        }
    }

    private func kind(of index: Int) -> TableGrid.ColumnKind {
        let column = header.columns[index]
        let known = ColumnRoles.kind(column.labels, in: region.kind)
        let isLeafKnown = column.words.last.flatMap(HeaderWords.label) != nil
        if isLeafKnown, known != .amount(nil) || column.labels.last == .detail { return known }
        if figures.contains(index) { return .amount(nil) }
        // 支出项目（按功能分类）: words down a column begin the other side, whatever stands over them.
        if isSideBySide, index > 0, column.labels.isEmpty, wordy.contains(index) { return .label }
        return column.words.isEmpty && index == 0 && hasNames ? .label : .ignored
    }

    // MARK: Rows

    private func fill(_ grid: inout TableGrid, row: Int, places: [Int], decimals: Int) {
        let cells = region.table.row(row)
        if region.kind == .basicExpenditure, Self.isSideBySide(grid), cells.contains(where: Self.isTotals) {
            fillTotals(&grid, cells, decimals: decimals)
            return
        }
        var texts = Array(repeating: "", count: places.count)
        for cell in cells {
            guard let place = places.firstIndex(of: cell.column) else { continue }
            switch grid.columns[place].kind {
            case .amount: texts[place] += amount(cell, decimals: decimals)
            case .code where !Self.isCode(cell): addLabel(cell, at: place, grid.columns, &texts)
            default: texts[place] += TableText.compact(cell.text.unicodeScalars)
            }
        }
        grid.rows.append(Self.row(texts, of: cells))
    }

    private static func row(_ texts: [String], of cells: some Sequence<CellTable.Cell>) -> TableGrid.Row {
        TableGrid.Row(
            cells: texts, page: cells.lazy.compactMap(\.page).first, confidence: cells.compactMap(\.confidence).min())
    }

    private static func isCode(_ cell: CellTable.Cell) -> Bool {
        let folded = TableText.folded(cell.text.unicodeScalars)
        return !folded.isEmpty && folded.allSatisfy { $0.isASCII && $0.isNumber }
    }

    /// 合计 stands over the columns of code and name together, or a name in the column of codes.
    private func addLabel(
        _ cell: CellTable.Cell, at place: Int, _ columns: [TableGrid.Column], _ texts: inout [String]
    ) {
        let text = TableText.compact(cell.text.unicodeScalars)
        let label = columns.indices.first { columns[$0].kind == .label && columns[$0].group == columns[place].group }
        if let split = TableText.splitCode(Array(text.unicodeScalars)) {
            texts[place] += String(String.UnicodeScalarView(split.code))
            if let label { texts[label] += String(String.UnicodeScalarView(split.rest)) }
        } else if let label {
            texts[label] += text
        }
    }

    /// 人员经费合计 … 公用经费合计 …: labels that reach over columns, each before its amount.
    static func isTotals(_ folded: String) -> Bool { folded.holds("经费合计") || folded.holds("支出合计") }

    private static func isTotals(_ cell: CellTable.Cell) -> Bool {
        isTotals(TableText.folded(cell.text.unicodeScalars))
    }

    /// Whether each of the lists side by side has one amount a row; one list may have columns for kinds of costs.
    private static func isSideBySide(_ grid: TableGrid) -> Bool {
        let groups = grid.columns.filter { if case .amount = $0.kind { true } else { false } }.map(\.group)
        return Set(groups).count == groups.count
    }

    private func fillTotals(_ grid: inout TableGrid, _ cells: ArraySlice<CellTable.Cell>, decimals: Int) {
        var label = ""
        var group = 0
        let groups = Set(grid.columns.map(\.group)).sorted()
        for cell in cells {
            guard TableText.isNumber(Array(cell.text.unicodeScalars)) else {
                label += TableText.compact(cell.text.unicodeScalars)
                continue
            }
            var texts = Array(repeating: "", count: grid.columns.count)
            let mine = grid.columns.indices.filter { grid.columns[$0].group == groups[min(group, groups.count - 1)] }
            if let place = mine.first(where: { grid.columns[$0].kind == .label }) { texts[place] = label }
            let amounts = mine.first { if case .amount = grid.columns[$0].kind { true } else { false } }
            if let place = amounts { texts[place] = amount(cell, decimals: decimals) }
            grid.rows.append(Self.row(texts, of: [cell]))
            label = ""
            group += 1
        }
    }

    /// A table of amounts alone, as that of the three public costs: its one row is the total.
    private func addLabels(_ grid: inout TableGrid) {
        grid.columns.insert(TableGrid.Column(kind: .label, header: ""), at: 0)
        for index in grid.rows.indices { grid.rows[index].cells.insert("合计", at: 0) }
    }

    // MARK: Numbers

    /// How many decimals numbers are given that are stored without their zeros: as many as the most exact of the
    /// table has, at least two, at most down to 分.
    private func decimals(_ columns: [TableGrid.Column]) -> Int {
        let exact = (unit ?? .wan).exactDecimals
        var most = 2
        for row in header.body {
            for cell in region.table.row(row) where cell.isNumeric {
                guard columns.indices.contains(cell.column), case .amount = columns[cell.column].kind else { continue }
                most = max(most, WorkbookNumber.decimals(of: cell.text))
            }
        }
        return min(most, exact)
    }

    private func amount(_ cell: CellTable.Cell, decimals: Int) -> String {
        let text = TableText.compact(cell.text.unicodeScalars)
        return cell.isNumeric ? WorkbookNumber.padded(text, decimals: decimals) : text
    }

    // MARK: Three public costs, one a row

    /// The table of the three public costs with its parts down the side: turned so that they are columns.
    private func fillItems(_ grid: inout TableGrid, _ columns: [TableGrid.Column]) -> Bool {
        let items = items()
        let isHeaded = header.columns.contains { column in
            column.labels.contains { if case .threePublic = $0 { true } else { $0 == .subtotal } }
        }
        guard items.count(where: { $0.part != .total }) >= (isHeaded ? 2 : 1) else { return false }
        let decimals = decimals(columns)
        grid.columns = [TableGrid.Column(kind: .label, header: "")]
        var texts = ["合计"]
        for item in items {
            for cell in region.table.row(item.row) {
                guard columns.indices.contains(cell.column), case .amount = columns[cell.column].kind else { continue }
                let path = header.columns[cell.column].labels + [.threePublic(item.part)]
                grid.columns.append(
                    TableGrid.Column(
                        kind: ColumnRoles.kind(path, in: .threePublic),
                        header: ([item.words] + header.columns[cell.column].words).joined(separator: "/")))
                texts.append(amount(cell, decimals: decimals))
            }
        }
        if texts.count > 1 { grid.rows = [Self.row(texts, of: items.flatMap { region.table.row($0.row) })] }
        return true
    }

    /// The rows that are labelled with a part of the three public costs.
    private func items() -> [(part: HeaderLabel.ThreePublicPart, words: String, row: Int)] {
        var items: [(part: HeaderLabel.ThreePublicPart, words: String, row: Int)] = []
        for row in header.body {
            let label = region.table.row(row).first { !TableText.isNumber(Array($0.text.unicodeScalars)) }
            guard let label else { continue }
            let words = TableText.compact(label.text.unicodeScalars)
            // Under the costs some forms count vehicles and visitors.
            if words.holds("相关统计数") || words.holds("国有资产占用") { break }
            if let part = HeaderLabel.ThreePublicPart(label: words) { items.append((part, words, row)) }
        }
        return items
    }
}
