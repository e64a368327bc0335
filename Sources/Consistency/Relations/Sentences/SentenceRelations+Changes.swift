import FinalAccounts
import Platform

/// Execution rates and changes against the two amounts beside them.
extension SentenceRelations {
    /// 完成1985万元，占年初预算3560万元的55.8%: actual, budget and rate in one breath.
    func execution(rule: String) -> [Relation] {
        facts.sentences.indices.flatMap { place in
            facts.sentences[place].numbers.indices.compactMap {
                namedExecution(rule, place, $0) ?? execution(rule, facts.sentences[place].numbers, at: $0)
            }
        }
    }

    private func execution(_ rule: String, _ numbers: [FactSentence.Number], at index: Int) -> Relation? {
        guard index >= 2, case let (actual, budget, rate) = (numbers[index - 2], numbers[index - 1], numbers[index]),
            isPercentage(rate), isAmount(budget), isAmount(actual), rate.words.text == "的",
            budget.words.clause.holds("预算"), actual.words.direction == nil,
            !isBudget(actual.words), !budget.words.contains(["；", ";", "。"])
        else { return nil }
        return Relation(
            rule: rule, target: rate.fact,
            form: .ratio(part: [Relation.Term(actual.fact)], whole: [Relation.Term(budget.fact)]),
            source: Bilingual("决算数÷预算数", "actual over budget"))
    }

    /// 全年预算200万元。实际支出184万元，预算执行率92%: the amount spent right before the rate over the one budget that was named before.
    private func namedExecution(_ rule: String, _ place: Int, _ index: Int) -> Relation? {
        let numbers = facts.sentences[place].numbers
        guard index > 0, case let (spent, rate) = (numbers[index - 1], numbers[index]), isPercentage(rate),
            isPlain(spent),
            Self.executionRates.contains(where: { rate.words.clause == $0 || rate.words.clause == $0 + "为" }),
            ["支出", "使用", "执行", "支付", "执行数", "拨付"].contains(where: {
                spent.words.clause.closes(with: $0) || spent.words.clause.closes(with: $0 + "资金")
            }), !isBudget(spent.words)
        else { return nil }
        let named = (facts.sentences[max(0, place - 3)..<place].flatMap(\.numbers) + numbers[..<(index - 1)]).filter {
            isPlain($0) && assessor.stated($0.fact) >= assessor.stated(spent.fact)
        }
        let bases = [["全年预算", "调整预算", "到位"], ["预算", "安排", "下达", "资金共", "资金总额"]].map { words in
            named.filter { base in words.contains { base.words.clause.contains($0) } }
        }
        func relation(_ base: FactSentence.Number) -> Relation {
            Relation(
                rule: rule, target: rate.fact,
                form: .ratio(part: [Relation.Term(spent.fact)], whole: [Relation.Term(base.fact)]),
                source: Bilingual("支出数÷预算数", "spending over budget"))
        }
        if let fitting = bases.joined().lazy.map(relation).first(where: holds) { return fitting }
        guard let nearest = bases.first(where: { !$0.isEmpty }), let base = nearest.last,
            Set(nearest.map { assessor.stated($0.fact) }).count == 1
        else { return nil }
        return relation(base).with(proof: .inferred)
    }

    private static let executionRates = [
        "预算执行率", "执行率", "资金执行率", "预算完成率", "资金使用率", "支出执行率", "项目执行率", "项目资金执行率", "预算资金执行率",
    ]

    /// Whether words call an amount a budget; 一般公共预算收入 is money, not a plan.
    private func isBudget(_ words: FactSentence.Words) -> Bool {
        ["一般公共预算", "公共财政预算", "基金预算", "国有资本经营预算", "公共预算"].reduce(words.clause) { $0.replacing($1, with: "") }
            .contains("预算")
    }

    /// 年初预算1.45万元，差值为1.45万元: how far two amounts are apart, not which way.
    private func isGap(_ words: FactSentence.Words) -> Bool {
        ["差值", "差额", "相差", "差异", "预决算差异"].contains { words.clause.opens(with: $0) }
    }

    /// 送审96420万元，审定81356万元，审减15064万元: what was saved may be of other figures than the two before it, unless a slip of digits is all
    /// that keeps it from being theirs.
    private func isSaving(_ gap: FactSentence.Number, _ first: Fact.ID, _ second: Fact.ID) -> Bool {
        guard ["审减", "核减", "节约", "节支"].contains(where: { gap.words.clause.opens(with: $0) }),
            let difference = assessor.stated(first).minus(assessor.stated(second))?.magnitude
        else { return false }
        return isSlip(assessor.stated(gap.fact).magnitude, difference)
    }

    private func gap(_ numbers: [FactSentence.Number], at index: Int, _ rule: String) -> Relation? {
        guard index >= 2, case let (first, second, gap) = (numbers[index - 2], numbers[index - 1], numbers[index]),
            [first, second, gap].allSatisfy(isAmount), isGap(gap.words) || isSaving(gap, first.fact, second.fact),
            gap.words.text.count <= 12,
            second.words.text.count <= 24, !second.words.contains(["其中", "；", ";"]), first.words.direction == nil,
            second.words.direction == nil
        else { return nil }
        let isRise = assessor.stated(first.fact) < assessor.stated(second.fact)
        let isNegative = assessor.stated(gap.fact).isNegative
        let (large, small) = isRise != isNegative ? (second.fact, first.fact) : (first.fact, second.fact)
        return Relation(
            rule: rule, target: gap.fact, form: .sum([Relation.Term(large), Relation.Term(small, -1)]),
            source: Bilingual("两数之差", "the difference of the two figures"))
    }

    /// 本年12万元，上年16.3万元，减少4.3万元: two amounts and their difference, and no other amount between them.
    func changes(rule: String) -> [Relation] {
        facts.sentences.indices.flatMap { place -> [Relation] in
            let numbers = facts.sentences[place].numbers
            return numbers.indices.compactMap { index -> Relation? in
                if let gap = gap(numbers, at: index, rule) { return gap }
                if let distant = distant(rule, place, index) { return distant }
                guard let pair = compared(numbers, at: index) else { return nil }
                return Relation(
                    rule: rule, target: numbers[index].fact,
                    form: .sum([Relation.Term(pair.amount), Relation.Term(pair.base, -1)]),
                    source: Bilingual("两数之差", "the difference of the two figures"))
            }
        }
    }

    /// 收入总计189万元，包括：…。与上年收入总计204万元相比，增加15万元: what it was last year and the change, while what it is stands under the same
    /// name sentences before; told only where the size of the change is right, whichever way it is said to go.
    private func distant(_ rule: String, _ place: Int, _ index: Int) -> Relation? {
        let numbers = facts.sentences[place].numbers
        guard index == 1, case let (base, change) = (numbers[0], numbers[1]), isPlain(base), base.words.isCompared,
            isAmount(change), change.words.direction != nil, change.words.text.count <= 14,
            !change.words.contains(["其中", "；", ";"])
        else { return nil }
        let before = facts.sentences[max(0, place - 4)..<place].reversed().flatMap { $0.numbers.reversed() }
        let amount = before.first { amount in
            isPlain(amount) && !amount.words.isCompared && amount.words.clause.count >= 4
                && base.words.clause.contains(amount.words.clause.suffix(4))
                && assessor.stated(amount.fact).minus(assessor.stated(base.fact))?.magnitude
                    == assessor.stated(change.fact).magnitude
        }
        return amount.map { amount in
            Relation(
                rule: rule, target: change.fact,
                form: .sum([Relation.Term(amount.fact), Relation.Term(base.fact, -1)]),
                source: Bilingual("两数之差", "the difference of the two figures"))
        }
    }

    /// The two amounts that a change is the difference of, where the words before it say so.
    func compared(_ numbers: [FactSentence.Number], at index: Int) -> (amount: Fact.ID, base: Fact.ID)? {
        guard index >= 2 else { return nil }
        let (first, second, change) = (numbers[index - 2], numbers[index - 1], numbers[index])
        guard isPlain(first), isPlain(second), isAmount(change), change.words.direction != nil, !isGap(change.words),
            change.words.text.count <= 14,
            second.words.text.count <= 24, !second.words.contains(["其中", "；", ";"]), !change.words.contains(["其中"]),
            let isSecondBase = isSecondBase(first.words, second.words, change.words)
        else { return nil }
        var (amount, base) = isSecondBase ? (first.fact, second.fact) : (second.fact, first.fact)
        if isSecondBase, let head = head(ofListAt: index - 2, numbers) {
            // 收入100万元，其中：甲60万元、乙40万元，比预算90万元增加10万元: it is said of the one or of the other.
            guard isNear(change.fact, amount, base) || isNear(change.fact, head, base) else { return nil }
            let isOfHead = assessor.stated(head).minus(assessor.stated(base)) == assessor.stated(change.fact)
            if isOfHead || !isNear(change.fact, amount, base) { amount = head }
        }
        // 比上年19.1万元减少2.9万元: nothing else can be meant.
        let isTight = change.words.text.count <= 4 || change.words.text.opens(with: "相比")
        if isSecondBase, second.words.isCompared, isTight { return (amount, base) }
        return isNear(change.fact, amount, base) ? (amount, base) : nil
    }

    /// The amount that a list is of whose item stands at a place: 合计100万元，其中：甲60万元、乙40万元.
    private func head(ofListAt index: Int, _ numbers: [FactSentence.Number]) -> Fact.ID? {
        guard let start = numbers[...index].lastIndex(where: { $0.words.contains(["其中", "包括", "含"]) }), start > 0 else {
            return nil
        }
        return numbers[..<start].last { isAmount($0) && $0.words.direction == nil }?.fact
    }

    /// Whether a change is of the order of a difference: one of another order is of other figures.
    private func isNear(_ change: Fact.ID, _ amount: Fact.ID, _ base: Fact.ID) -> Bool {
        guard let gap = assessor.stated(amount).minus(assessor.stated(base))?.magnitude,
            let three = gap.times(Rational(3)), let triple = assessor.stated(change).magnitude.times(Rational(3))
        else { return false }
        return gap <= triple && assessor.stated(change).magnitude <= three
    }

    private func isSecondBase(
        _ first: FactSentence.Words, _ second: FactSentence.Words, _ change: FactSentence.Words
    ) -> Bool? {
        // 比上年100万元增加20万元.
        if second.isCompared, change.text.count <= 6 { return true }
        // 由68万元调整为70万元，调增2万元.
        if ["调整为", "调整到", "增加到", "增加至", "减少到", "减少至", "变更为", "调整至"].contains(where: { second.text.opens(with: $0) }) {
            return false
        }
        if change.base == nil, second.yearIsBefore(first) { return true }
        if change.base == nil, first.yearIsBefore(second) { return false }
        let named = change.base ?? .lastYear
        switch (first.base == named, second.base == named) {
        case (true, false): return false
        case (false, true): return true
        default: return nil
        }
    }
}

extension FactSentence.Words {
    /// Whether the words name an earlier year than others do: 2016年预算…，2015年预算….
    fileprivate func yearIsBefore(_ other: FactSentence.Words) -> Bool {
        guard let own = year, let first = other.year else { return false }
        return own < first
    }

    /// The year that the words name first.
    var year: Int? {
        guard let mark = text.range(of: "年") else { return nil }
        return Int(text[..<mark.lowerBound].suffix(4))
    }
}
