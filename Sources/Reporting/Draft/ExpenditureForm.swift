import Budgeting
import FinalAccounts
import Interchange
import Platform

/// A table of expenditure by subject on the form, of all funds or of one: basic expenditure with pay and running costs, project
/// expenditure, and what nothing tells of either.
struct ExpenditureForm {
    /// What the table is of.
    enum Scope: Hashable {
        case all
        case fund(Fund)
    }

    let draft: BudgetDraft
    let scope: Scope
    let language: Language
    /// The draft's rows that are in the table.
    private let rows: [Int]

    init(draft: BudgetDraft, scope: Scope, language: Language) {
        self.draft = draft
        self.scope = scope
        self.language = language
        rows = draft.rows.indices.filter { index in
            let entries =
                draft.rows[index].isEntry ? [index] : draft.descendants(of: index).filter { draft.rows[$0].isEntry }
            return index == 0 || entries.contains { Self.isOf(scope, draft.rows[$0]) }
        }
    }

    private static func isOf(_ scope: Scope, _ row: DraftRow) -> Bool {
        switch scope {
        case .all: true
        case .fund(let fund): (row.parts?.fund ?? .generalPublicBudget) == fund
        }
    }

    private enum Column: Int, CaseIterable {
        case depth, code, name, total, basic, pay, running, project, open, budget, change, approval, remark
    }

    private func words(_ zhHans: String, _ en: String) -> String { language.words(zhHans, en) }

    /// The name of the sheet.
    var title: String {
        switch scope {
        case .all: words("部门支出总表", "Expenditure")
        case .fund(let fund): fund.shortName.text(in: language) + words("支出表", "")
        }
    }

    // MARK: What others refer to

    /// The final budget of a row of the draft, as other sheets call it.
    static func final(_ index: Int, _ draft: BudgetDraft, _ language: Language) -> String {
        working(index, DraftColumns(draft).final, language)
    }

    private static func working(_ index: Int, _ column: Int, _ language: Language) -> String {
        "'" + Bilingual.draftSheet.text(in: language) + "'!"
            + CellReference(rowFromZero: DraftColumns.firstRow + index, columnFromZero: column).name
    }

    /// The cell of a row's total as other sheets call it; `nil` where the row is not in the table.
    func cell(of index: Int) -> String? {
        rows.firstIndex(of: index).map { "'\(title)'!" + at($0, .total) }
    }

    var totalCell: String { "'\(title)'!" + at(0, .total) }

    /// The cell of all basic expenditure.
    var basicCell: String { "'\(title)'!" + at(0, .basic) }

    var total: Amount? { request(0) }

    /// What a row asks for within the table.
    func request(_ index: Int) -> Amount? {
        let entries =
            draft.rows[index].isEntry ? [index] : draft.descendants(of: index).filter { draft.rows[$0].isEntry }
        let finals = entries.filter { Self.isOf(scope, draft.rows[$0]) }
            .compactMap { (try? draft.rows[$0].final()).flatMap { $0 } }
        return try? Amount.sum(finals)
    }

    // MARK: The sheet

    var sheet: Spreadsheet.Sheet {
        var sheet = Spreadsheet.Sheet(name: title)
        sheet.widths = [4.5, 11, 40, 14, 14, 14, 14, 14, 14, 14, 14, 10, 28]
        let note = words(
            "基本支出按上年构成，人员类科目全部计入基本支出；其余由编制人在黄色单元格填写基本或项目支出。",
            "Basic expenditure as last year's share; lines of pay are basic throughout; of others fill in the basic or the project part."
        )
        sheet.rows = FormHead(draft: draft, language: language).rows(title)
        sheet.rows.append(Spreadsheet.Row([.text(note, .remark)]))
        sheet.rows.append(Spreadsheet.Row(heads.map { .text($0, .head) }, height: 32))
        sheet.rows += rows.indices.map(row)
        sheet.frozenRows = firstRow
        sheet.frozenColumns = 3
        sheet.repeatedRow = firstRow - 1
        sheet.isWide = true
        return sheet
    }

    private var firstRow: Int { FormHead.rowCount + 2 }

    private var heads: [String] {
        [
            words("级", "Lv"), words("科目编码", "Code"), words("科目", "Subject"), words("合计", "Total"),
            words("基本支出", "Basic"), words("其中：人员经费", "of which pay"), words("其中：公用经费", "of which running"),
            words("项目支出", "Projects"), words("未区分", "Not told"),
            Bilingual.budgetOf(draft.baseYear.number).text(in: language), words("比上年增减", "Change"),
            Bilingual.approval.text(in: language), Bilingual.remark.text(in: language),
        ]
    }

    private func at(_ place: Int, _ column: Column) -> String {
        CellReference(rowFromZero: firstRow + place, columnFromZero: column.rawValue).name
    }

    private func row(_ place: Int) -> Spreadsheet.Row {
        let index = rows[place]
        let row = draft.rows[index]
        let look = DraftRowLook(row: row, decimals: draft.amounts.displayDecimals ?? 2, hidesZero: true)
        let head: [Spreadsheet.Cell] = [
            Spreadsheet.Cell(.number(Double(row.depth)), look.depth), .text(row.subject.code ?? "", look.code),
            .text(SubjectLabel(language: language).name(of: row.subject), look.name),
        ]
        let amounts =
            row.isEntry
            ? entry(place, look) : [.total, .basic, .pay, .running, .project, .open].map { sum(place, $0, look) }
        let budget = row.observation(in: draft.baseYear)?.initialBudget.amount
        let base: Spreadsheet.Cell =
            row.isEntry
            ? Spreadsheet.Cell(budget.map { .number(draft.amounts.value($0)) } ?? .blank, look.amount)
            : sum(place, .budget, look)
        let change = Spreadsheet.Cell(
            .formula("=\(at(place, .total))-N(\(at(place, .budget)))", now: difference(index)), look.amount)
        let columns = DraftColumns(draft)
        let texts = [columns.approval, columns.remark].map { column -> Spreadsheet.Cell in
            guard row.isEntry else { return .text("", look.text) }
            let cell = Self.working(index, column, language)
            let now = column == columns.remark ? row.note : row.approval?.name.text(in: language)
            return Spreadsheet.Cell(.wordFormula("=IF(\(cell)=\"\",\"\",\(cell))", now: now ?? ""), look.text)
        }
        return Spreadsheet.Row(head + amounts + [base, change] + texts, outline: max(0, row.depth - 1))
    }

    private func difference(_ index: Int) -> Double {
        let entries =
            draft.rows[index].isEntry ? [index] : draft.descendants(of: index).filter { draft.rows[$0].isEntry }
        let base = try? Amount.sum(
            entries.filter { Self.isOf(scope, draft.rows[$0]) }
                .compactMap { draft.rows[$0].observation(in: draft.baseYear)?.initialBudget.amount })
        return draft.amounts.value(request(index) ?? .zero) - draft.amounts.value(base ?? .zero)
    }

    /// The amounts of an entry: its parts are formulas where the accounts tell them, cells to fill in where they do not.
    private func entry(_ place: Int, _ look: DraftRowLook) -> [Spreadsheet.Cell] {
        let index = rows[place]
        let row = draft.rows[index]
        let digits = draft.amounts.displayDecimals ?? 2
        let now = (try? row.final()).flatMap { $0 }.map(draft.amounts.value) ?? 0
        let total = Spreadsheet.Cell(.formula("=N(\(Self.final(index, draft, language)))", now: now), look.final)
        let (whole, basic, pay, project) = (at(place, .total), at(place, .basic), at(place, .pay), at(place, .project))
        let share = row.parts?.basicShare ?? (row.classification?.lineClass == .personnel ? 1 : nil)
        let known = share.map { share -> [Spreadsheet.Cell] in
            [
                Spreadsheet.Cell(.formula("=ROUND(\(whole)*\(share),\(digits))", now: now * share), look.amount),
                Spreadsheet.Cell(.formula("=\(whole)-\(basic)", now: now - now * share), look.amount),
            ]
        }
        let rest = Spreadsheet.Cell(
            .formula("=ROUND(\(whole)-N(\(basic))-N(\(project)),\(digits))", now: share == nil ? now : 0), look.amount)
        return [
            total, known?[0] ?? Spreadsheet.Cell(.blank, look.input), Spreadsheet.Cell(.blank, look.input),
            Spreadsheet.Cell(
                .formula("=IF(ISNUMBER(\(pay)),N(\(basic))-\(pay),\"\")", now: nil), look.amount),
            known?[1] ?? Spreadsheet.Cell(.blank, look.input), rest,
        ]
    }

    /// Adds up the rows one level below.
    private func sum(_ place: Int, _ column: Column, _ look: DraftRowLook) -> Spreadsheet.Cell {
        let depth = draft.rows[rows[place]].depth
        var end = place + 1
        while end < rows.count, draft.rows[rows[end]].depth > depth { end += 1 }
        guard end > place + 1 else { return Spreadsheet.Cell(.number(0), look.amount) }
        let depths = [place + 1, end - 1].map {
            CellReference(rowFromZero: firstRow + $0, columnFromZero: Column.depth.rawValue).absoluteColumn
        }.joined(separator: ":")
        let formula = "=SUMIFS(\(at(place + 1, column)):\(at(end - 1, column)),\(depths),\(depth + 1))"
        let now = column == .total ? request(rows[place]).map(draft.amounts.value) : nil
        return Spreadsheet.Cell(.formula(formula, now: now ?? 0), column == .total ? look.final : look.amount)
    }
}
