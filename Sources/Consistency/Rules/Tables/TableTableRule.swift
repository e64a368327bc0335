import Disclosures
import FinalAccounts
import OfficialForm
import Platform

/// Figures that stand in more than one of the nine tables.
enum TableTableRule: ConsistencyRule {
    static let about = RuleDescription(
        "table-table", .tables, .error, title: Bilingual("表间勾稽", "Table against table"),
        compares: Bilingual(
            "总表与收入、支出决算表，财政拨款总表与一般公共预算、政府性基金、国有资本经营表，基本支出明细表与基本支出栏",
            "the overall tables with those of income, expenditure and funds; basic expenditure with its breakdown"),
        tolerance: .sumTolerance, example: "表一 本年支出合计9759.38，表三 合计9795.38")

    static func relations(in facts: FactBase) -> [Relation] {
        Pairs(facts).relations() + (PlanTables(facts)?.between(rule: id) ?? [])
    }

    private struct Pairs {
        let overall: FactBase.Table?
        let income: FactBase.Table?
        let expenditure: FactBase.Table?
        let fiscal: FactBase.Table?
        let general: FactBase.Table?
        let basic: FactBase.Table?
        let threePublic: FactBase.Table?
        let fund: FactBase.Table?
        let capital: FactBase.Table?

        init(_ facts: FactBase) {
            overall = facts.table(.incomeAndExpenditure)
            income = facts.table(.income)
            expenditure = facts.table(.expenditure)
            fiscal = facts.table(.fiscalIncomeAndExpenditure)
            general = facts.table(.generalPublicExpenditure)
            basic = facts.table(.basicExpenditure)
            threePublic = facts.table(.threePublic)
            fund = facts.table(.governmentFund)
            capital = facts.table(.stateCapital)
        }

        func relations() -> [Relation] { totals() + categories() + subjects() + bounds() }

        private func equal(_ target: Fact.ID?, _ others: [Fact.ID?], _ table: TableKind, _ group: String) -> Relation? {
            let terms = others.compactMap(\.self).map { Relation.Term($0) }
            guard let target, !terms.isEmpty else { return nil }
            return Relation(
                rule: TableTableRule.id, target: target, form: .sum(terms),
                source: Bilingual("《\(table.name)》", "the table “\(table.name)”"), noteGroup: group)
        }

        private func totals() -> [Relation] {
            let yearIncome = overall?.row("本年收入合计", side: .income)?.cell(.amount)
            let yearSpending = overall?.row("本年支出合计", side: .expenditure)?.cell(.amount)
            let fiscalSpending = fiscal?.row("本年支出合计", side: .expenditure)
            let generalTotal = general?.totalRow
            let appropriations = ["一般公共预算财政拨款收入", "政府性基金预算财政拨款收入", "国有资本经营预算财政拨款收入"].map {
                overall?.row($0, side: .income)?.cell(.amount)
            }
            let inFiscal = [
                ["一般公共预算财政拨款", "一般公共预算财政拨款收入"], ["政府性基金预算财政拨款", "政府性基金预算财政拨款收入"],
                ["国有资本经营预算财政拨款", "国有资本经营预算财政拨款收入"],
            ].map { fiscal?.row(anyOf: $0, side: .income)?.cell(.amount) }
            return
                ([
                    equal(yearIncome, [income?.totalRow?.cell(.total)], .income, "income"),
                    equal(yearSpending, [expenditure?.totalRow?.cell(.total)], .expenditure, "expenditure"),
                    equal(income?.totalRow?.cell(.fiscalIncome), appropriations, .incomeAndExpenditure, "fiscal"),
                    equal(
                        generalTotal?.cell(.total), [fiscalSpending?.cell(.generalPublicBudget)],
                        .fiscalIncomeAndExpenditure, "general"),
                    equal(
                        fund?.totalRow?.cell(.total), [fiscalSpending?.cell(.governmentFund)],
                        .fiscalIncomeAndExpenditure, "fund"),
                    equal(
                        capital?.totalRow?.cell(.total), [fiscalSpending?.cell(.stateCapital)],
                        .fiscalIncomeAndExpenditure, "capital"),
                    equal(
                        generalTotal?.cell(.basic),
                        [basic?.row("人员经费合计", "人员经费")?.cell(.amount), basic?.row("公用经费合计", "公用经费")?.cell(.amount)],
                        .basicExpenditure, "basic"),
                ] + zip(inFiscal, appropriations).map { equal($0, [$1], .incomeAndExpenditure, "fiscal") }).compactMap(
                    \.self)
        }

        /// The categories of the overall tables against those of the detailed ones.
        private func categories() -> [Relation] {
            let pairs: [(FactBase.Table?, ColumnRole, FactBase.Table?, TableKind)] = [
                (overall, .amount, expenditure, .expenditure),
                (fiscal, .generalPublicBudget, general, .generalPublicExpenditure),
                (fiscal, .governmentFund, fund, .governmentFund), (fiscal, .stateCapital, capital, .stateCapital),
            ]
            return pairs.flatMap { wide, role, narrow, kind -> [Relation] in
                guard let wide, let narrow else { return [] }
                return narrow.rows(ofLength: 3).compactMap { row in
                    let label = SubjectNames.stem(row.row.label)
                    let found = wide.rows.first {
                        $0.row.side == .expenditure && SubjectNames.stem(TableLabel.plain($0.row.label)) == label
                    }
                    return equal(found?.cell(role), [row.cell(.total)], kind, label)
                }
            }
        }

        /// Income of the appropriation by subject against table 5 where nothing was carried over is no rule; what the
        /// general public budget spends is a part of all that is spent on a subject.
        private func subjects() -> [Relation] {
            guard let general, let expenditure else { return [] }
            return general.rows.flatMap { row -> [Relation] in
                guard let code = row.row.code, let other = expenditure.rows.first(where: { $0.row.code == code }) else {
                    return []
                }
                return [ColumnRole.total, .basic, .project].compactMap { role in
                    guard let part = row.cell(role), let whole = other.cell(role) else { return nil }
                    return Relation(
                        rule: TableTableRule.id, target: part, form: .notAbove([Relation.Term(whole)]),
                        source: Bilingual(
                            "《\(TableKind.expenditure.name)》\(code)",
                            "\(code) of the table “\(TableKind.expenditure.name)”"),
                        noteGroup: "subjects")
                }
            }
        }

        /// The three public costs of basic expenditure are a part of all of them.
        private func bounds() -> [Relation] {
            guard let basic, let threePublic else { return [] }
            let pairs: [(String, ColumnRole)] = [
                ("30212", .abroadActual), ("30217", .receptionActual), ("30231", .vehicleRunningActual),
                ("31013", .vehiclePurchaseActual),
            ]
            return pairs.compactMap { code, role in
                guard let part = basic.rows.first(where: { $0.row.code == code })?.cell(.amount),
                    let whole = threePublic.rows.lazy.compactMap({ $0.cell(role) }).first
                else { return nil }
                return Relation(
                    rule: TableTableRule.id, target: part, form: .notAbove([Relation.Term(whole)]),
                    source: Bilingual("《\(TableKind.threePublic.name)》", "the table “\(TableKind.threePublic.name)”"))
            }
        }
    }
}
