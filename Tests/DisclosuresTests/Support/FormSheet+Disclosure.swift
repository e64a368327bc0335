import Disclosures
import FinalAccounts
import SyntheticDisclosures

extension FormFiles {
    /// The tables of a disclosure that was read.
    init(_ disclosure: Disclosure, mergesCodes: Bool = true, merges: Bool = true) {
        var style = FileStyle()
        style.merges = merges
        self.init(
            sheets: disclosure.tables.map { FormSheet($0, mergesCodes: mergesCodes) },
            unit: disclosure.unit?.name ?? "",
            year: disclosure.fiscalYear?.number ?? 0, style: style)
    }
}

/// Lays out one of the nine tables as the official form prints it.
extension FormSheet {
    /// Lays out a table that was read.
    init(_ table: DisclosureTable, mergesCodes: Bool = true) {
        self.init(title: table.title, unit: table.unit.symbol)
        notes = table.notes
        switch table.kind {
        case .incomeAndExpenditure, .fiscalIncomeAndExpenditure: layOutSides(table)
        case .basicExpenditure: layOutEconomic(table)
        case .threePublic: layOutAmounts(table)
        default: layOutSubjects(table, codeWidth: mergesCodes ? 3 : 1)
        }
    }

    private mutating func put(
        _ row: Int, _ column: Int, _ text: String, height: Int = 1, width: Int = 1, isNumber: Bool = false
    ) {
        put(Cell(row: row, column: column, height: height, width: width, text: text, isNumber: isNumber))
    }

    private mutating func put(_ row: Int, _ column: Int, _ cell: TableCell) {
        guard let amount = cell.amount else { return }
        put(
            row, column, amount.amount.formatted(unit: amount.unit, decimals: amount.decimals, grouping: true),
            isNumber: true)
    }

    /// The tiers of the header over amount columns; neighbours under one roof share a merged cell.
    private mutating func putHeader(_ columns: [TableColumn], from first: Int, tiers: Int) {
        let paths = columns.map { $0.header.split(separator: "/").map(String.init) }
        for tier in 0..<tiers {
            var index = 0
            while index < paths.count {
                let path = paths[index]
                guard tier < path.count else {
                    index += 1
                    continue
                }
                var end = index + 1
                if tier + 1 < path.count {
                    while end < paths.count, paths[end].count > tier + 1,
                        paths[end].prefix(tier + 1) == path.prefix(tier + 1)
                    {
                        end += 1
                    }
                }
                let isLeaf = tier + 1 == path.count
                put(tier, first + index, path[tier], height: isLeaf ? tiers - tier : 1, width: end - index)
                index = end
            }
        }
    }

    private static func depth(_ columns: [TableColumn]) -> Int {
        columns.map { $0.header.split(separator: "/").count }.max() ?? 1
    }

    // MARK: Kinds of tables

    private mutating func layOutSides(_ table: DisclosureTable) {
        let income = table.rows.filter { $0.side == .income }
        let expenditure = table.rows.filter { $0.side == .expenditure }
        let left = income.first?.cells.count ?? 1
        let tiers = max(1, Self.depth(table.columns)) + 1
        let split = 2 + left
        put(0, 0, "收入", width: split)
        put(0, split, "支出", width: 2 + table.columns.count - left)
        put(1, 0, "项目", height: tiers - 1)
        put(1, 1, "行次", height: tiers - 1)
        put(1, split, "项目（按功能分类）", height: tiers - 1)
        put(1, split + 1, "行次", height: tiers - 1)
        for (index, column) in table.columns.enumerated() {
            let words = column.header.split(separator: "/").last.map(String.init) ?? ""
            put(1, index < left ? 2 + index : split + 2 + index - left, words, height: tiers - 1)
        }
        put(tiers, 0, "栏次")
        put(tiers, 2, "1")
        put(tiers, split, "栏次")
        put(tiers, split + 2, "2")
        for row in 0..<max(income.count, expenditure.count) {
            let line = tiers + 1 + row
            for (rows, start) in [(income, 0), (expenditure, split)] where row < rows.count {
                put(line, start, rows[row].label)
                put(line, start + 1, String(row + 1))
                for (index, cell) in rows[row].cells.enumerated() { put(line, start + 2 + index, cell) }
            }
        }
    }

    private mutating func layOutSubjects(_ table: DisclosureTable, codeWidth: Int) {
        let tiers = max(2, Self.depth(table.columns)) + 1
        put(0, 0, "项目", width: codeWidth + 1)
        put(1, 0, "功能分类科目编码", height: codeWidth > 1 ? 1 : tiers - 1, width: codeWidth)
        put(1, codeWidth, "科目名称", height: tiers - 1)
        if codeWidth == 3 {
            for (index, part) in ["类", "款", "项"].enumerated() { put(2, index, part, height: tiers - 2) }
        }
        putHeader(table.columns, from: codeWidth + 1, tiers: tiers)
        put(tiers, codeWidth, "栏次")
        for index in table.columns.indices { put(tiers, codeWidth + 1 + index, String(index + 1)) }
        for (index, row) in table.rows.enumerated() {
            let line = tiers + 1 + index
            put(line, 0, row.code ?? "", width: codeWidth, isNumber: false)
            put(line, codeWidth, row.label)
            for (column, cell) in row.cells.enumerated() { put(line, codeWidth + 1 + column, cell) }
        }
        if table.rows.isEmpty { put(tiers + 1, codeWidth, "合计") }
    }

    private mutating func layOutEconomic(_ table: DisclosureTable) {
        let coded = table.rows.filter { $0.code != nil }
        let totals = table.rows.filter { $0.code == nil }
        let groups = 3
        put(0, 0, "人员经费", width: 3)
        put(0, 3, "公用经费", width: 6)
        for group in 0..<groups {
            for (index, words) in ["科目编码", "科目名称", "决算数"].enumerated() { put(1, group * 3 + index, words) }
        }
        let height = (coded.count + groups - 1) / groups
        for (index, row) in coded.enumerated() {
            let column = index / max(1, height) * 3
            let line = 2 + index % max(1, height)
            put(line, column, row.code ?? "")
            put(line, column + 1, row.label)
            if let cell = row.cells.first { put(line, column + 2, cell) }
        }
        let line = 2 + height
        for (index, row) in totals.prefix(2).enumerated() {
            put(line, index * 3, row.label, width: index == 0 ? 2 : 5)
            if let cell = row.cells.first { put(line, index == 0 ? 2 : 8, cell) }
        }
    }

    private mutating func layOutAmounts(_ table: DisclosureTable) {
        let tiers = Self.depth(table.columns)
        putHeader(table.columns, from: 0, tiers: tiers)
        for index in table.columns.indices { put(tiers, index, String(index + 1)) }
        for (line, row) in table.rows.enumerated() {
            for (column, cell) in row.cells.enumerated() { put(tiers + 1 + line, column, cell) }
        }
    }
}
