import Disclosures
import FinalAccounts
import OfficialForm
import Platform

/// The nine tables of a plan: what they have in common with those of accounts goes by the same rules, here is what only
/// plans have: totals of both sides without a year's sum, budgets in the place of amounts.
struct PlanTables {
    private let facts: FactBase
    private let overall: FactBase.Table?
    private let fiscal: FactBase.Table?
    private let general: FactBase.Table?

    /// - Returns: `nil` for what is no plan.
    init?(_ facts: FactBase) {
        guard facts.disclosure.kind == .budget else { return nil }
        self.facts = facts
        overall = facts.table(.incomeAndExpenditure)
        fiscal = facts.table(.fiscalIncomeAndExpenditure)
        general = facts.table(.generalPublicExpenditure)
    }

    // MARK: Tables

    /// Totals that stand in more than one table.
    func between(rule: String) -> [Relation] {
        let basic = facts.table(.basicExpenditure)?.totalRow
        let income = facts.table(.income)?.totalRow
        let expenditure = facts.table(.expenditure)?.totalRow
        return [
            equal(totals(overall, .income), income?.cell(.total), .income, rule),
            equal(totals(overall, .expenditure), expenditure?.cell(.total), .expenditure, rule),
            equal([general?.totalRow?.cell(.basic)], basic.flatMap(amount), .basicExpenditure, rule),
            equal(
                totals(fiscal, .expenditure, .generalPublicBudget), general?.totalRow?.cell(.total),
                .generalPublicExpenditure, rule),
            equal(
                [overall?.row("财政拨款收入", "财政拨款", side: .income).flatMap(amount)], income?.cell(.fiscalIncome), .income,
                rule),
        ].compactMap(\.self)
    }

    /// The rows of each side against the total below them.
    func columns(rule: String) -> [Relation] {
        [overall, fiscal].compactMap(\.self).flatMap { table in
            [TableRow.Side.income, .expenditure].flatMap { sum(of: table, $0, rule) }
        }
    }

    private func sum(of table: FactBase.Table, _ side: TableRow.Side, _ rule: String) -> [Relation] {
        let rows = table.rows.filter { $0.row.side == side }
        guard !rows.contains(where: { TableLabel.plain($0.row.label).opens(with: "本年") }),
            let last = rows.lastIndex(where: { Self.isTotal($0.row.label) })
        else { return [] }
        // 一、财政拨款收入, of which 1.一般公共预算: the rows of the widest number are the parts.
        let numbered = rows[..<last].filter { Self.isNumbered($0.row.label) }
        let parts = numbered.isEmpty ? Array(rows[..<last]) : numbered
        return table.roles.compactMap { role in
            let terms = parts.compactMap { $0.cell(role) }.map { Relation.Term($0) }
            guard let target = rows[last].cell(role), terms.count > 1 else { return nil }
            return Relation(
                rule: rule, target: target, form: .sum(terms), source: Bilingual("本侧各行之和", "the rows above it"),
                noteGroup: table.kind.rawValue
            ).with(proof: .inferred)
        }
    }

    private static func isTotal(_ label: String) -> Bool {
        ["收入总计", "支出总计", "总计", "合计"].contains(TableLabel.plain(label))
    }

    private static func isNumbered(_ label: String) -> Bool {
        guard let comma = label.firstIndex(of: "、") else { return false }
        let number = label[..<comma].filter { !$0.isWhitespace }
        return !number.isEmpty && number.allSatisfy { "一二三四五六七八九十".contains($0) }
    }

    /// The totals of a side, the last first: 收入总计, 本年收入合计.
    private func totals(_ table: FactBase.Table?, _ side: TableRow.Side, _ role: ColumnRole? = nil) -> [Fact.ID?] {
        let names = side == .income ? ["收入总计", "总计", "合计", "本年收入合计"] : ["支出总计", "总计", "合计", "本年支出合计"]
        return names.map { name in
            table?.row(name, side: side).flatMap { row in role.map { row.cell($0) } ?? amount(row) }
        }
    }

    private func amount(_ row: FactBase.Row) -> Fact.ID? { row.cell(.budget) ?? row.cell(.total) ?? row.cell(.amount) }

    /// One figure that two tables state; where a table has a total with what was carried over and one without, either.
    private func equal(_ targets: [Fact.ID?], _ other: Fact.ID?, _ table: TableKind, _ rule: String) -> Relation? {
        let stated = targets.compactMap(\.self)
        guard let other, let first = stated.first else { return nil }
        let fitting = stated.first { facts[$0].number.value == facts[other].number.value }
        return Relation(
            rule: rule, target: fitting ?? first, form: .sum([Relation.Term(other)]),
            source: Bilingual("《\(table.name)》", "the table “\(table.name)”"), noteGroup: table.rawValue
        ).with(proof: stated.count == 1 ? .stated : .inferred)
    }

    // MARK: Text

    /// The cells that figures of the text repeat, by what they measure.
    var cells: [Measure: Fact.ID] {
        var found: [Measure: Fact.ID] = [:]
        func set(_ topic: Topic, _ cell: Fact.ID?) { if let cell { found[Measure(topic, .budget)] = cell } }
        if let row = facts.table(.income)?.totalRow {
            set(.yearIncome, row.cell(.total))
            set(.fiscalIncome, row.cell(.fiscalIncome))
            for source in Topic.yearIncome.parts { set(source, source.form.role().flatMap { row.cell($0) }) }
        }
        if let row = facts.table(.expenditure)?.totalRow {
            set(.yearExpenditure, row.cell(.total))
            set(.basicExpenditure, row.cell(.basic))
            set(.projectExpenditure, row.cell(.project))
        }
        if let row = general?.totalRow {
            set(.generalPublicExpenditure, row.cell(.total))
            set(.generalPublicBasic, row.cell(.basic))
            set(.generalPublicProject, row.cell(.project))
        }
        if let row = threePublic {
            for measure in FormMeasure.threePublic {
                set(measure.topic, measure.role(isBudget: true).flatMap { row.cell($0) })
            }
        }
        if let row = facts.table(.governmentFund)?.totalRow { set(.governmentFundExpenditure, row.cell(.total)) }
        if let row = facts.table(.stateCapital)?.totalRow { set(.stateCapitalExpenditure, row.cell(.total)) }
        return found
    }

    /// The row of the plan's own year, where the table has several.
    private var threePublic: FactBase.Row? {
        let rows = (facts.table(.threePublic)?.rows ?? []).filter { $0.cell(.threePublicBudget) != nil }
        let own =
            facts.disclosure.fiscalYear.map { year in rows.filter { $0.row.label.contains("\(year.number)") } } ?? []
        let values = Set(rows.compactMap { $0.cell(.threePublicBudget).map { facts[$0].number.value } })
        return own.count == 1 ? own[0] : values.count == 1 && own.isEmpty ? rows.first : nil
    }

    /// The cell of an item of the text: that of the only row of its name.
    func cell(of figure: StatedFigure) -> Fact.ID? {
        guard figure.measure == Measure(.line, .budget), let name = figure.subject, let general else { return nil }
        let rows = general.rows(ofLength: 7).filter { SubjectNames.stem($0.row.label) == SubjectNames.stem(name) }
        return rows.count == 1 ? rows[0].cell(.total) : nil
    }
}
