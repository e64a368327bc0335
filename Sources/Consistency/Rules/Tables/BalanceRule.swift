import Disclosures
import FinalAccounts
import OfficialForm

/// Both sides of the overall tables, and opening + income = expenditure + closing by fund.
enum BalanceRule: ConsistencyRule {
    static let about = RuleDescription(
        "balance", .tables, .error, title: Bilingual("收支平衡", "Both sides balance"),
        compares: Bilingual(
            "收入总计与支出总计；各预算年初结转结余＋本年收入与本年支出＋年末结转结余",
            "total income with total expenditure; opening and income with expenditure and closing, by fund"),
        tolerance: .sumTolerance, example: "收入总计9859.38，支出总计9895.38")

    static func relations(in facts: FactBase) -> [Relation] {
        facts.tables.flatMap { table -> [Relation] in
            switch table.kind {
            case .incomeAndExpenditure: [sides(of: table)].compactMap(\.self)
            case .fiscalIncomeAndExpenditure: [sides(of: table)].compactMap(\.self) + funds(in: table)
            case .governmentFund, .stateCapital: table.rows.compactMap { row(in: $0) }
            default: []
            }
        } + [text(facts)].compactMap(\.self)
    }

    private static func sides(of table: FactBase.Table) -> Relation? {
        guard let income = table.row("总计", "合计", side: .income),
            let spending = table.row("总计", "合计", side: .expenditure),
            let left = income.cell(.amount) ?? income.cell(.total),
            let right = spending.cell(.total) ?? spending.cell(.amount)
        else { return nil }
        return Relation(
            rule: id, target: right, form: .sum([Relation.Term(left)]),
            source: Bilingual("收入方总计", "the income side's total"))
    }

    /// The funds of table 4: the income side lists them as rows, the expenditure side as columns.
    private static func funds(in table: FactBase.Table) -> [Relation] {
        let balances = table.rows.filter { $0.row.side == .income }
        guard let opening = balances.firstIndex(where: { $0.row.label.contains("年初") }) else { return [] }
        return [
            ("一般公共预算", ColumnRole.generalPublicBudget), ("政府性基金", .governmentFund), ("国有资本经营", .stateCapital),
        ].compactMap { name, role in
            func amount(_ rows: ArraySlice<FactBase.Row>) -> Fact.ID? {
                rows.first { $0.row.label.contains(name) }.flatMap { $0.cell(.amount) ?? $0.cell(.total) }
            }
            let spending = table.row("本年支出合计", side: .expenditure)?.cell(role)
            let closing = table.rows.first { $0.row.side == .expenditure && $0.row.label.contains("年末") }?.cell(role)
            guard let income = amount(balances[..<opening]), let spending else { return nil }
            var terms = [Relation.Term(income)]
            if let start = amount(balances[(opening + 1)...]) { terms.append(Relation.Term(start)) }
            if let closing { terms.append(Relation.Term(closing, -1)) }
            // Balances that are stated only as a whole cannot be given to a fund.
            let hasUndivided = balances[opening].cell(.amount) != nil && terms.count == 1
            guard !hasUndivided else { return nil }
            return Relation(
                rule: id, target: spending, form: .sum(terms),
                source: Bilingual("年初结转＋本年收入－年末结转", "opening and income less closing"))
        }
    }

    private static func row(in row: FactBase.Row) -> Relation? {
        guard let spending = row.cell(.total), row.cell(.yearIncome) != nil || row.cell(.openingBalance) != nil
        else { return nil }
        var terms = [row.cell(.yearIncome), row.cell(.openingBalance)].compactMap(\.self).map { Relation.Term($0) }
        if let closing = row.cell(.closingBalance) { terms.append(Relation.Term(closing, -1)) }
        return Relation(
            rule: id, target: spending, form: .sum(terms),
            source: Bilingual("年初结转＋本年收入－年末结转", "opening and income less closing"))
    }

    /// The same in the text, where it states income, expenditure and balances.
    private static func text(_ facts: FactBase) -> Relation? {
        guard let total = facts.first(.incomeAndExpenditure, .amount), let income = facts.first(.yearIncome, .amount),
            let opening = facts.first(.openingBalance, .amount)
        else { return nil }
        var terms = [Relation.Term(income), Relation.Term(opening)]
        if let used = facts.first(.usedReserves, .amount) { terms.append(Relation.Term(used)) }
        return Relation(
            rule: id, target: total, form: .sum(terms),
            source: Bilingual("本年收入与年初结转结余之和", "the year's income and the opening balance"))
    }
}
