import FinalAccounts
import OfficialForm
import Platform

/// Turns a grid of text into a table of amounts.
struct TableInterpreter {
    /// The unit of tables that do not state one.
    var defaultUnit: AmountUnit = .wan
    /// Whether tables whose titles do not say so are of a budget.
    var plans = false
    /// The year of the document and the side of its amounts; `nil` where they are not known.
    var setting: TableHead.Setting?

    /// Reads a grid.
    ///
    /// - Returns: the table, and a diagnostic for each cell in an amount column that is no amount.
    func table(of grid: TableGrid) -> (table: DisclosureTable, diagnostics: [Diagnostic]) {
        let unit = grid.unit ?? defaultUnit
        var diagnostics: [Diagnostic] = []
        var table = DisclosureTable(
            kind: grid.kind, title: grid.title, unit: unit, page: grid.page, sheet: grid.sheet, notes: grid.notes)
        table.isBudget = TableTitles.isBudget(grid.title) ?? plans
        let grid = table.isBudget ? Self.planned(grid) : settled(grid)
        table.columns = grid.columns.compactMap { column in
            if case .amount(let role) = column.kind { TableColumn(role: role, header: column.header) } else { nil }
        }
        let groups = Set(grid.columns.map(\.group)).sorted()
        for group in groups {
            let positions = grid.columns.indices.filter { grid.columns[$0].group == group }
            for row in grid.rows {
                guard let read = self.row(row, grid: grid, positions: positions, unit: unit, into: &diagnostics)
                else { continue }
                table.rows.append(read)
            }
        }
        let hasAmounts = table.rows.contains { $0.cells.contains { $0.amount != nil } }
        table.isStatedEmpty = !hasAmounts && grid.notes.contains(where: Self.saysEmpty)
        return (table, diagnostics)
    }

    /// The grid of a budget: amounts whose headers name no side are those of the plan.
    private static func planned(_ grid: TableGrid) -> TableGrid {
        var grid = grid
        let roles = grid.columns.compactMap { if case .amount(let role) = $0.kind { role } else { nil } }
        let named = roles.contains { $0.planned == $0 && $0 != .budget }
        for index in grid.columns.indices {
            guard case .amount(let role?) = grid.columns[index].kind, let planned = role.planned, !named else {
                continue
            }
            grid.columns[index].kind = .amount(planned)
        }
        return grid
    }

    /// The grid with the columns of other years, of changes and of rates without a role.
    private func settled(_ grid: TableGrid) -> TableGrid {
        guard let setting else { return grid }
        var grid = grid
        for index in grid.columns.indices {
            guard case .amount(let role?) = grid.columns[index].kind else { continue }
            let head = TableHead(
                grid.columns[index].header.split(separator: "/").map { TableText.folded($0.unicodeScalars) })
            grid.columns[index].kind = .amount(
                head.quantity == .amount && head.years(setting) == 0 ? role.settled(head, setting) : nil)
        }
        return grid
    }

    private func row(
        _ row: TableGrid.Row, grid: TableGrid, positions: [Int], unit: AmountUnit, into diagnostics: inout [Diagnostic]
    ) -> TableRow? {
        var code = ""
        var label = ""
        var cells: [TableCell] = []
        for position in positions where position < row.cells.count {
            let text = row.cells[position]
            switch grid.columns[position].kind {
            case .code: code += text
            case .label: label += text
            case .ignored: break
            case .amount(let role):
                cells.append(
                    cell(text, role: role, unit: unit, row: row, grid: grid, label: label, into: &diagnostics))
            }
        }
        if code.isEmpty, let split = TableText.splitCode(Array(label.unicodeScalars)) {
            code = String(String.UnicodeScalarView(split.code))
            label = String(String.UnicodeScalarView(split.rest))
        }
        guard code.allSatisfy(\.isNumber), !(code.isEmpty && label.isEmpty) else { return nil }
        guard !isLineNumberRow(label) else { return nil }
        if label.isEmpty, !cells.contains(where: { $0.amount != nil }) { return nil }
        if code.isEmpty, isNumber(label) {
            diagnostics += cells.filter { $0.amount != nil }.map { _ in displaced(label, row, grid) }
            return nil
        }
        return TableRow(
            code: code.isEmpty ? nil : code, label: label, side: side(grid, positions), page: row.page, cells: cells)
    }

    private func cell(
        _ text: String, role: ColumnRole?, unit: AmountUnit, row: TableGrid.Row, grid: TableGrid, label: String,
        into diagnostics: inout [Diagnostic]
    ) -> TableCell {
        if TableText.isBlank(text) { return TableCell(role: role, amount: nil, confidence: row.confidence) }
        let amount = TableText.amount(text, unit: unit)
        if amount == nil {
            diagnostics.append(
                Diagnostic(
                    kind: .unplacedFigure, page: row.page, quote: "\(label) \(text)",
                    message: Bilingual(
                        "“\(grid.title)”金额列中的“\(text)”不是金额",
                        "'\(text)' in a column of amounts of the table \(grid.title) is no amount")))
        }
        return TableCell(role: role, amount: amount, confidence: row.confidence)
    }

    private func side(_ grid: TableGrid, _ positions: [Int]) -> TableRow.Side? {
        guard grid.kind == .incomeAndExpenditure || grid.kind == .fiscalIncomeAndExpenditure,
            let first = positions.first
        else { return nil }
        return grid.columns[first].group == 0 ? .income : .expenditure
    }

    private func isLineNumberRow(_ label: String) -> Bool { label == "栏次" || label == "行次" || label == "项目" }

    /// Whether what stands where the name of a row should is a number: a copy left blank cells out, and what is right of them stands in
    /// columns that are not its own.
    private func isNumber(_ label: String) -> Bool {
        !label.isEmpty && label.allSatisfy { $0.isNumber || $0 == "." || $0 == "," }
    }

    private func displaced(_ label: String, _ row: TableGrid.Row, _ grid: TableGrid) -> Diagnostic {
        let quote = row.cells.filter { !$0.isEmpty }.joined(separator: " ")
        return Diagnostic(
            kind: .unplacedFigure, page: row.page, quote: quote,
            message: Bilingual(
                "“\(grid.title)”中一行以“\(label)”为名，其中的数不知属于哪一栏",
                "a row of the table \(grid.title) has '\(label)' for its name; which columns its figures belong to is not known"
            ))
    }

    private static func saysEmpty(_ note: String) -> Bool {
        ["无数据", "没有", "为空表", "为空", "本表无", "无政府性基金", "无国有资本", "无相关", "未发生", "不涉及", "无“三公”", "无此"].contains {
            note.holds($0)
        }
    }
}

extension ColumnRole {
    /// The role of a column whose header names a side for several columns.
    fileprivate func settled(_ head: TableHead, _ setting: TableHead.Setting) -> ColumnRole? {
        guard head.side.map({ $0 != .amount }) ?? false, setting.plainSide == .amount else { return self }
        switch self {
        case .total, .amount: return head.side == .adjustedBudget ? .adjustedBudget : .budget
        case .basic, .project: return nil
        default: return self
        }
    }
}
