import FinalAccounts
import OfficialForm

/// Makes subject lines of the tables that list them: the general public budget and both funds.
struct TableLines {
    let file: String
    let unit: BudgetUnit
    let fiscalYear: FiscalYear

    /// The lines of the narrowest level each table goes to.
    func lines(of tables: [DisclosureTable]) -> [DisclosedLine] {
        tables.flatMap { table -> [DisclosedLine] in
            guard let fund = Self.fund(of: table.kind) else { return [] }
            return lines(of: table, fund: fund)
        }
    }

    private static func fund(of kind: TableKind) -> Fund? {
        switch kind {
        case .generalPublicExpenditure: .generalPublicBudget
        case .governmentFund: .governmentFund
        case .stateCapital: .stateCapital
        default: nil
        }
    }

    private func lines(of table: DisclosureTable, fund: Fund) -> [DisclosedLine] {
        let coded = table.rows.filter { $0.code.map { SubjectScheme.china.level(of: $0) != nil } ?? false }
        var names: [String: String] = [:]
        for row in coded { if let code = row.code { names[code] = row.label } }
        return coded.compactMap { row in
            guard let code = row.code, !coded.contains(where: { Self.isBelow($0, code) }) else { return nil }
            return line(row, code: code, path: Self.path(code, names), fund: fund, isBudget: table.isBudget)
        }
    }

    private static func isBelow(_ row: TableRow, _ code: String) -> Bool {
        guard let other = row.code else { return false }
        return other.count > code.count && other.opens(with: code)
    }

    private static func path(_ code: String, _ names: [String: String]) -> [String] {
        let scheme = SubjectScheme.china
        guard let parent = scheme.parent(of: code) else { return [names[code] ?? ""] }
        return path(parent, names) + [names[code] ?? ""]
    }

    private func line(
        _ row: TableRow, code: String, path: [String], fund: Fund, isBudget: Bool
    ) -> DisclosedLine? {
        guard let amount = Self.stated(row, .total) ?? Self.stated(row, isBudget ? .budget : .amount) else {
            return nil
        }
        let actual = isBudget ? nil : amount
        let budget = isBudget ? amount : Self.stated(row, .budget)
        let level = SubjectScheme.china.level(of: code) ?? .item
        // A level the table leaves out has no name; the subject then names itself alone.
        let names = path.contains("") ? [row.label] : path
        let line = AccountLine(
            unit: unit, fiscalYear: fiscalYear, fund: fund, subject: Subject(code: code, names: names, level: level),
            initialBudget: budget.map { .stated($0.amount) } ?? .notStated,
            adjustedBudget: row.amount(.adjustedBudget), actual: actual?.amount, basic: row.amount(.basic),
            project: row.amount(.project),
            source: SourceReference(file: file, page: row.page, quote: Self.quote(row)))
        return DisclosedLine(
            line: line, statedInitialBudget: budget,
            statedAdjustedBudget: Self.stated(row, .adjustedBudget), statedActual: actual, place: .table,
            confidence: row.cells.compactMap(\.confidence).min())
    }

    private static func stated(_ row: TableRow, _ role: ColumnRole) -> StatedAmount? {
        row.cells.first { $0.role == role }?.amount
    }

    private static func quote(_ row: TableRow) -> String {
        let amounts = row.cells.compactMap { $0.amount?.text }
        return ([row.code, row.label].compactMap(\.self) + amounts).joined(separator: " ")
    }
}
