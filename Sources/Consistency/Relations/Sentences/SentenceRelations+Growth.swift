import FinalAccounts

/// Rates of change against the change and what it is of.
extension SentenceRelations {
    /// 支出80万元，比上年减少20万元，下降20%: rate, change and what the change is of, in one sentence.
    func growth(rule: String) -> [Relation] {
        facts.sentences.indices.flatMap { place in
            let numbers = facts.sentences[place].numbers
            return numbers.indices.dropFirst().compactMap { growth(rule, at: $0, numbers, place) }
        }
    }

    /// Whether an amount is called what a change is held against.
    private func isBase(_ amount: FactSentence.Words, of change: FactSentence.Words) -> Bool {
        guard let base = change.base else { return false }
        switch base {
        case .lastYear: return ["上年", "去年", "上一年"].contains { amount.clause.contains($0) }
        case .initialBudget: return amount.clause.contains("年初预算") || amount.clause.contains("年初")
        case .budget: return amount.clause.contains("预算") && !amount.clause.contains("决算")
        }
    }

    private func growth(_ rule: String, at index: Int, _ numbers: [FactSentence.Number], _ place: Int) -> Relation? {
        let (rate, change) = (numbers[index], numbers[index - 1])
        guard isPercentage(rate), isAmount(change), let way = change.words.direction,
            let turn = rate.words.direction ?? (rate.words.text.count <= 2 ? way : nil),
            rate.range.lowerBound - change.range.upperBound <= 16, !rate.words.contains(["预算", "占"])
        else { return nil }
        let source = Bilingual("增减额÷（本年数－增减额）", "change over (this year's figure less change)")
        func of(_ amount: Fact.ID) -> Relation {
            Relation(
                rule: rule, target: rate.fact,
                form: .ratio(
                    part: [Relation.Term(change.fact)], whole: [Relation.Term(amount), Relation.Term(change.fact, -1)]),
                source: source)
        }
        let plain = numbers[..<(index - 1)].filter { isAmount($0) && $0.words.direction == nil }
        // 收入…，增长…；支出…，增长…: each part of a sentence has its own amounts.
        let part = numbers[..<index].lastIndex { $0.words.contains(["；", ";"]) } ?? 0
        let near = plain.filter { $0.range.lowerBound >= numbers[part].range.lowerBound }
        let before = near.isEmpty ? plain : near
        // 本年12万元，上年16.3万元，减少4.3万元: the base itself is said.
        if let pair = compared(numbers, at: index - 1) {
            let relation = Relation(
                rule: rule, target: rate.fact,
                form: .ratio(part: [Relation.Term(change.fact)], whole: [Relation.Term(pair.base)]),
                source: Bilingual(
                    "增减额÷\(facts[pair.base].number.text)", "change over \(facts[pair.base].number.text)"))
            if holds(relation) { return relation }
            let other = before.reversed().map { of($0.fact) }.first(where: holds)
            return other ?? (turn == way ? relation : nil)
        }
        let own = before.reversed().map { of($0.fact) }
        if let fitting = own.first(where: holds) { return fitting }
        // 年初预算5630万元，决算数比年初预算数减少1313万元，下降23%: the base is said, what changed is not.
        if let base = before.last(where: { isBase($0.words, of: change.words) }) {
            let relation = Relation(
                rule: rule, target: rate.fact,
                form: .ratio(part: [Relation.Term(change.fact)], whole: [Relation.Term(base.fact)]),
                source: Bilingual(
                    "增减额÷\(facts[base.fact].number.text)", "change over \(facts[base.fact].number.text)"))
            if holds(relation) || before.count == 1 { return relation }
        }
        if before.isEmpty {
            // The amount stands in the sentence before: that is known only of one that fits.
            let earlier = place > 0 ? facts.sentences[place - 1].numbers.filter(isAmount) : []
            return earlier.reversed().map { of($0.fact) }.first(where: holds)
        }
        guard turn == way else { return nil }
        // The rate was taken of this year's figure.
        let wrongBase = before.reversed().first { amount in
            !amount.words.isCompared
                && holds(
                    Relation(
                        rule: rule, target: rate.fact,
                        form: .ratio(part: [Relation.Term(change.fact)], whole: [Relation.Term(amount.fact)]),
                        source: source))
        }
        if let wrongBase {
            var relation = of(wrongBase.fact)
            relation.remark = Bilingual("百分比是按本年数算的", "the rate was taken of this year's figure")
            return relation
        }
        return own.first
    }
}
