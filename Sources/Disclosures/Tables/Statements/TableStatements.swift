import FinalAccounts
import OfficialForm
import Platform

/// Reads a table of amounts by what its header and its labels say: figures, subject lines, and what is left over.
///
/// A number is understood where its row and its column name one measure, one side and one year between them. What
/// the form does not know goes by its own words or becomes a diagnostic; no number is lost.
struct TableStatements {
    /// What a document says of all its tables.
    struct Context {
        var file: String
        var unit: BudgetUnit
        var fiscalYear: FiscalYear
        /// The side of an amount that names none.
        var plainSide: Aspect
        /// The unit of tables that state none; `nil` where no table states any.
        var defaultUnit: AmountUnit?
        /// The measures that are the form's also where a table is of no body, as a region's; `nil` for tables of a body.
        var formTopics: Set<Topic>?
    }

    let source: TableSource
    let context: Context
    let blocks: TableBlocks
    let section: Section
    private(set) var figures: [StatedFigure] = []
    private(set) var lines: [DisclosedLine] = []
    private(set) var diagnostics: [Diagnostic] = []
    /// Numbers of the row that is read which nothing was made of.
    private var leftovers: [String] = []

    init(_ source: TableSource, _ context: Context) {
        self.source = source
        self.context = context
        blocks = TableBlocks(source)
        section = source.matter.map(Self.section) ?? .other
    }

    /// Reads all rows.
    mutating func read() {
        for block in blocks.blocks {
            let rows = blocks.body.map { TableStatedRow(source.table, row: $0, block: block) }
            let totals = TableTotals(source, block: block, rows: rows)
            let codes = TableCodes(rows)
            let setting = setting(block, rows)
            var above: Topic?
            for row in rows where !row.label.numbersColumns {
                guard !(row.cells.isEmpty && row.unread.isEmpty) else {
                    // 一、“三公”经费支出 without amounts stands over the rows behind it.
                    above = row.label.topic ?? above
                    continue
                }
                read(
                    row, block,
                    TableMeaning(
                        row: row, body: context.unit.name, codes: codes, totals: totals, setting: setting, above: above,
                        section: section,
                        matter: source.matter, side: block.side))
                if row.label.fund == nil || row.label.topic == .openingBalance { above = row.label.topic ?? above }
            }
        }
    }

    // MARK: Rows

    private mutating func read(_ row: TableStatedRow, _ block: TableBlocks.Block, _ meaning: TableMeaning) {
        leftovers = row.unread
        var line = TableLineDraft()
        for (column, cell) in row.cells {
            take(cell, block.columns[column], row, meaning, into: &line)
        }
        if let drawn = line.line(row, context, fund: fund(row), path: meaning.path) { lines.append(drawn) }
        guard !leftovers.isEmpty else { return }
        let name = source.titles.last ?? source.table.sheet ?? ""
        let numbers = leftovers.quoted()
        let unit =
            source.foreignUnit.map { Bilingual("（金额单位为“\($0)”）", ", whose amounts are in \($0),") }
            ?? Bilingual(verbatim: "")
        diagnostics.append(
            Diagnostic(
                kind: .unplacedFigure, page: row.page, quote: row.quote,
                message:
                    Bilingual(
                        "“\(name)”\(unit.zhHans)“\(row.label.words)”一行的 \(numbers.zhHans) 说的不是已知的指标",
                        "\(numbers.en) in the row '\(row.label.words)' of the table \(name)\(unit.en) states no measure this reader knows"
                    )
            ))
    }

    private mutating func take(
        _ cell: TableStatedRow.Cell, _ column: TableBlocks.Column, _ row: TableStatedRow, _ meaning: TableMeaning,
        into line: inout TableLineDraft
    ) {
        guard source.foreignUnit == nil,
            let found = meaning.statement(under: column.head, isPercent: cell.stated.isPercent)?
                .inOwnWords(but: context.formTopics)
        else {
            leftovers.append(cell.stated.text)
            return
        }
        let unit =
            cell.stated.unit ?? column.head.unit ?? row.label.unit ?? source.unit ?? context.defaultUnit
            ?? (source.kind == nil ? nil : .wan)
        guard let value = value(cell, of: found, counter: row.label.counter, falls: column.head.falls, unit: unit)
        else {
            leftovers.append(cell.stated.text)
            return
        }
        switch found {
        case .line(let field): line.set(field, value)
        case .figure(let topic, let subject, let aspect):
            figures.append(
                StatedFigure(
                    measure: Measure(topic, aspect), subject: subject, value: value, page: row.page,
                    quote: row.quote, section: .tables))
        case .own(let aspect):
            figures.append(
                StatedFigure(
                    measure: Measure(.other, aspect),
                    subject: [row.label.words, column.words].filter { !$0.isEmpty }.joined(separator: "/"),
                    value: value, page: row.page, quote: row.quote, section: .tables))
        }
    }

    private func value(
        _ cell: TableStatedRow.Cell, of statement: TableMeaning.Statement, counter: String?, falls: Bool,
        unit: AmountUnit?
    ) -> FigureValue? {
        var number = cell.stated.number
        if falls, number.digits > 0 { number = DecimalText(digits: -number.digits, decimals: number.decimals) }
        if statement.isRate {
            return .percentage(StatedPercentage(digits: number.digits, decimals: number.decimals))
        }
        guard !cell.stated.isPercent else { return nil }
        if statement.isCount {
            guard let count = number.digits(withDecimals: 0) else { return nil }
            return .count(count, counter: counter ?? "个")
        }
        guard counter == nil, let unit else { return nil }
        if cell.isNumeric {
            let text = WorkbookNumber.padded(
                cell.stated.text, decimals: min(max(2, number.decimals), unit.exactDecimals))
            return TableText.amount(text, unit: unit).map { .amount($0) }
        }
        guard let amount = try? Amount(number, unit: unit) else { return nil }
        return .amount(StatedAmount(amount: amount, unit: unit, decimals: number.decimals))
    }

    // MARK: What the table says as a whole

    private func setting(_ block: TableBlocks.Block, _ rows: [TableStatedRow]) -> TableHead.Setting {
        var setting = TableHead.Setting(fiscalYear: context.fiscalYear.number, plainSide: context.plainSide)
        let heads = (block.columns.map(\.head) + rows.compactMap(\.head)).filter { $0.quantity == .amount }
        let own = heads.filter { $0.years(setting) == 0 }
        setting.hasPrevious = heads.contains { $0.years(setting) == 1 }
        setting.hasBoth = own.contains { $0.side == .amount } && own.contains { $0.side.map { $0 != .amount } ?? false }
        return setting
    }

    private func fund(_ row: TableStatedRow) -> Fund? {
        switch source.matter {
        case .generalPublicExpenditure: .generalPublicBudget
        case .governmentFund: .governmentFund
        case .stateCapital: .stateCapital
        case .income, .basicExpenditure, .threePublic: nil
        default: row.label.code.map(Self.fund) ?? nil
        }
    }

    /// The fund that a functional code is of: some sections are the government fund's alone.
    private static func fund(_ code: String) -> Fund? {
        if code.opens(with: "223") { return .stateCapital }
        let section = Int(code.dropFirst(3).prefix(2)) ?? 0
        let isFund =
            section >= 60 || code.opens(with: "212") && (8...19).contains(section)
            || code.opens(with: "208") && (22...23).contains(section)
            || code.opens(with: "229") && [4, 8].contains(section)
        return isFund ? .governmentFund : .generalPublicBudget
    }

    private static func section(_ kind: TableKind) -> Section {
        switch kind {
        case .incomeAndExpenditure: .totals
        case .income: .income
        case .expenditure: .expenditure
        case .fiscalIncomeAndExpenditure: .fiscalTotals
        case .generalPublicExpenditure: .generalPublicBudget
        case .basicExpenditure: .basicExpenditure
        case .threePublic: .threePublic
        case .governmentFund: .governmentFund
        case .stateCapital: .stateCapital
        }
    }
}
