import Disclosures
import FinalAccounts
import OfficialForm
import Platform

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
        } + [text(facts), closing(facts), remainder(facts)].compactMap(\.self)
            + facts.sentences.compactMap { sides(of: $0, facts) }
            + SentenceRelations(facts).balances(rule: id) + SentenceRelations(facts).rolling(rule: id)
    }

    private static func sides(of table: FactBase.Table) -> Relation? {
        guard let income = table.row("总计", "合计", "收入总计", side: .income),
            let spending = table.row("总计", "合计", "支出总计", side: .expenditure),
            let left = income.cell(.amount) ?? income.cell(.budget) ?? income.cell(.total),
            let right = spending.cell(.total) ?? spending.cell(.amount) ?? spending.cell(.budget)
        else { return nil }
        return Relation(
            rule: id, target: right, form: .sum([Relation.Term(left)]),
            source: Bilingual("收入方总计", "the income side's total"))
    }

    /// The funds of table 4: the income side lists them as rows, the expenditure side as columns.
    private static func funds(in table: FactBase.Table) -> [Relation] {
        let balances = table.rows.filter { $0.row.side == .income }
        guard let opening = balances.firstIndex(where: { $0.row.label.holds("年初") }) else { return [] }
        return [
            ("一般公共预算", ColumnRole.generalPublicBudget), ("政府性基金", .governmentFund), ("国有资本经营", .stateCapital),
        ].compactMap { name, role in
            func amount(_ rows: ArraySlice<FactBase.Row>) -> Fact.ID? {
                rows.first { $0.row.label.contains(name) }.flatMap { $0.cell(.amount) ?? $0.cell(.total) }
            }
            let spending = table.row("本年支出合计", side: .expenditure)?.cell(role)
            let closing = table.rows.first { $0.row.side == .expenditure && $0.row.label.holds("年末") }?.cell(role)
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
        guard let total = facts.first(.incomeAndExpenditure, .amount, in: .totals),
            let income = facts.first(.yearIncome, .amount), let opening = facts.first(.openingBalance, .amount)
        else { return nil }
        var terms = [Relation.Term(income), Relation.Term(opening)]
        if let used = facts.first(.usedReserves, .amount) { terms.append(Relation.Term(used)) }
        let relation = Relation(
            rule: id, target: total, form: .sum(terms),
            source: Bilingual("本年收入与年初结转结余之和", "the year's income and the opening balance"))
        // One heading's words; what stands under others may be of another fund.
        let sections = Set(relation.facts.map { facts[$0].place.section })
        return sections.isSubset(of: [.totals, .income]) ? relation : relation.with(proof: .inferred)
    }

    /// What is left of the total when the year's expenditure is taken off, where the text states all three.
    private static func closing(_ facts: FactBase) -> Relation? {
        guard facts.disclosure.kind == .finalAccounts, facts.table(.incomeAndExpenditure) == nil,
            // A total that is the year's income alone leaves the opening balance out.
            let income = facts.first(.yearIncome, .amount), let whole = available(facts, besides: income),
            let spending = facts.first(.yearExpenditure, .amount), let left = facts.first(.closingBalance, .amount),
            (whole + [spending, left]).allSatisfy({ facts[$0].isAmount }),
            whole.count > 1 || facts[income].number.value != facts[whole[0]].number.value,
            [.totals, .expenditure].contains(facts[left].place.section),
            let total = Rational.sum(whole.map { facts[$0].number.value })
        else { return nil }
        let surplus = facts.first(.distributedSurplus, .amount)
        let terms =
            whole.map { Relation.Term($0) } + [Relation.Term(spending, -1)]
            + [surplus].compactMap {
                $0.map { Relation.Term($0, -1) }
            }
        // 结余分配 that is not stated leaves less; nothing leaves more, nor two digits the other way round.
        guard let rest = total.minus(facts[spending].number.value),
            whole.count == 1 && (surplus != nil || facts[left].number.value >= rest)
                || Slip.near(facts[left].number, right: rest, within: .zero) != nil
        else { return nil }
        return Relation(
            rule: id, target: left, form: .sum(terms),
            source: Bilingual("总计减本年支出", "the total less the year's expenditure")
        ).with(proof: .inferred)
    }

    /// 总收入100万元，年初结转5万元，总支出95万元，年末结转10万元: totals that differ leave the balances out, and what is left is that of them
    /// but for a slip of the hand.
    private static func remainder(_ facts: FactBase) -> Relation? {
        guard facts.disclosure.kind == .finalAccounts, facts.table(.incomeAndExpenditure) == nil,
            facts.first(.yearIncome, .amount) == nil, let income = facts.first(.incomeTotal, .amount),
            let spending = facts.first(.expenditureTotal, .amount), let opening = facts.first(.openingBalance, .amount),
            let left = facts.first(.closingBalance, .amount),
            case let all = [income, opening, spending, left], all.allSatisfy({ facts[$0].isAmount }),
            facts[income].number.value != facts[spending].number.value,
            let available = Rational.sum([income, opening].map { facts[$0].number.value }),
            let rest = available.minus(facts[spending].number.value),
            rest == facts[left].number.value || Slip.near(facts[left].number, right: rest, within: .zero) != nil
        else { return nil }
        return Relation(
            rule: id, target: left,
            form: .sum([Relation.Term(income), Relation.Term(opening), Relation.Term(spending, -1)]),
            source: Bilingual("总收入加年初结转减总支出", "total income and the opening balance less total expenditure")
        ).with(proof: .inferred)
    }

    /// All there was to spend: the total, or where none is stated the year's income and the opening balance.
    private static func available(_ facts: FactBase, besides income: Fact.ID) -> [Fact.ID]? {
        if let total = facts.first(.incomeAndExpenditure, .amount, in: .totals)
            ?? facts.first(.incomeTotal, .amount, in: .totals)
        {
            return [total]
        }
        return facts.first(.openingBalance, .amount).map { [income, $0] }
    }

    // MARK: Sentences

    /// 收入总计100万元，支出总计100万元: both sides of one sentence; 收入总计减支出总计 is what is left where it says so.
    private static func sides(of sentence: FactSentence, _ facts: FactBase) -> Relation? {
        let amounts = sentence.numbers.filter { facts[$0.fact].isAmount && $0.words.direction == nil }
        func index(_ names: [String]) -> Int? {
            amounts.firstIndex { number in
                names.contains { number.words.clause.closes(with: $0) || number.words.clause.closes(with: $0 + "为") }
            }
        }
        guard let income = index(["收入总计", "收入总额", "收入合计", "收入总量"]),
            let spending = index(["支出总计", "支出总额", "支出合计", "支出总量"]), income < spending
        else { return nil }
        let (left, right) = (amounts[income].fact, amounts[spending].fact)
        let rest = amounts[(spending + 1)...].first { number in
            ["年终结余", "年终结转", "年末结余", "年末结转", "收支结余", "滚存结余", "结转下年", "收支相抵"].contains {
                number.words.text.contains($0)
            }
        }
        if let rest {
            // What goes on to the next year may be among what is spent.
            guard amounts[spending].words.clause.holds("总"), amounts[income].words.clause.holds("总"),
                facts[left].number.value != facts[right].number.value
            else { return nil }
            return Relation(
                rule: id, target: rest.fact, form: .sum([Relation.Term(left), Relation.Term(right, -1)]),
                source: Bilingual("收入总计减支出总计", "total income less total expenditure")
            ).with(proof: .inferred)
        }
        // Accounts balance; what a region states as a total may leave something over.
        guard [.finalAccounts, .budget].contains(facts.disclosure.kind),
            amounts[income].words.clause.holds("总"), amounts[spending].words.clause.holds("总")
        else { return nil }
        return Relation(
            rule: id, target: right, form: .sum([Relation.Term(left)]),
            source: Bilingual("收入总计\(facts[left].number.text)", "total income, \(facts[left].number.text)")
        ).with(proof: .inferred)
    }
}
