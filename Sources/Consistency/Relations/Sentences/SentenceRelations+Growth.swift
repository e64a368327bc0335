import FinalAccounts
import Platform

/// Rates of change against the change and what it is of.
extension SentenceRelations {
    /// 支出80万元，比上年减少20万元，下降20%: rate, change and what the change is of, in one sentence.
    func growth(rule: String) -> [Relation] {
        facts.sentences.indices.flatMap { place in
            let numbers = facts.sentences[place].numbers
            return numbers.indices.dropFirst().compactMap {
                ahead(rule, at: $0, numbers) ?? growth(rule, at: $0, numbers, place)
            }
        }
    }

    /// 增长8.4%，增收828万元（上年同期为9857万元）: the rate stands before the change, and its base in a bracket behind.
    private func ahead(_ rule: String, at index: Int, _ numbers: [FactSentence.Number]) -> Relation? {
        guard index + 1 < numbers.count,
            case let (rate, change, base) = (numbers[index - 1], numbers[index], numbers[index + 1]),
            isPercentage(rate), isAmount(change), isAmount(base), let way = rate.words.direction,
            way == change.words.direction,
            change.words.text.count <= 6, ["(上年", "(去年"].contains(where: { base.words.text.opens(with: $0) }),
            base.words.text.count <= 8
        else { return nil }
        return Relation(
            rule: rule, target: rate.fact,
            form: .ratio(part: [Relation.Term(change.fact)], whole: [Relation.Term(base.fact)]),
            source: Bilingual("增减额÷\(facts[base.fact].number.text)", "change over \(facts[base.fact].number.text)"))
    }

    /// Whether an amount is called what a change is held against.
    private func isBase(_ amount: FactSentence.Words, of change: FactSentence.Words) -> Bool {
        guard let base = change.base else { return false }
        switch base {
        case .lastYear: return ["上年", "去年", "上一年"].contains { amount.clause.contains($0) }
        case .initialBudget: return amount.clause.holds("年初预算") || amount.clause.holds("年初")
        case .budget: return amount.clause.holds("预算") && !amount.clause.holds("决算")
        }
    }

    /// Whether an amount of the sentence before is a base and the change from it.
    private func isBase(_ base: Fact.ID, of change: Fact.ID, before place: Int) -> Bool {
        guard place > 0, let sum = facts[base].number.value.plus(facts[change].number.value) else { return false }
        return facts.sentences[place - 1].numbers.contains { isAmount($0) && facts[$0.fact].number.value == sum }
    }

    private func growth(_ rule: String, at index: Int, _ numbers: [FactSentence.Number], _ place: Int) -> Relation? {
        let (rate, change) = (numbers[index], numbers[index - 1])
        guard isPercentage(rate), isAmount(change), let way = change.words.direction,
            let turn = rate.words.direction ?? (rate.words.text.count <= 2 ? way : nil),
            rate.range.lowerBound - change.range.upperBound <= 16, !rate.words.contains(["预算", "占"]),
            // 比预算减少4万元，比上年下降6.8%: a change and a rate of two comparisons.
            rate.words.base == nil || rate.words.base == change.words.base
        else { return nil }
        let source = Bilingual("增减额÷（本年数－增减额）", "change over (this year's figure less change)")
        func of(_ amount: Fact.ID) -> Relation {
            Relation(
                rule: rule, target: rate.fact,
                form: .ratio(
                    part: [Relation.Term(change.fact)], whole: [Relation.Term(amount), Relation.Term(change.fact, -1)]),
                source: source)
        }
        func over(_ base: Fact.ID) -> Relation {
            let text = facts[base].number.text
            return Relation(
                rule: rule, target: rate.fact,
                form: .ratio(part: [Relation.Term(change.fact)], whole: [Relation.Term(base)]),
                source: Bilingual("增减额÷\(text)", "change over \(text)"))
        }
        let plain = numbers[..<(index - 1)].filter(isPlain)
        // 收入…，增长…；支出…，增长…: each part of a sentence has its own amounts.
        let part = numbers[..<index].lastIndex { $0.words.contains(["；", ";"]) } ?? 0
        let near = plain.filter { $0.range.lowerBound >= numbers[part].range.lowerBound }
        let before = near.isEmpty ? plain : near
        // 本年12万元，上年16.3万元，减少4.3万元: the base itself is said.
        if let pair = compared(numbers, at: index - 1) {
            let relation = over(pair.base)
            if holds(relation) { return relation }
            let other = before.reversed().map { of($0.fact) }.first(where: holds)
            return other ?? (turn == way ? relation : nil)
        }
        // 较年初预算数2642万元减少422万元，下降15.98%: the base stands right before its change.
        if index >= 2, case let base = numbers[index - 2], isAmount(base), base.words.direction == nil,
            base.words.isCompared, change.range.lowerBound - base.range.upperBound <= 4
        {
            let relation = over(base.fact)
            if turn == way || holds(relation) { return relation }
        }
        // 2021年收入预算492.75万元，2022年比2021年增加93.67万元: the year before alone is stated.
        if let base = before.last(where: { previous.contains($0.fact) }), base.fact == before.last?.fact {
            let relation = over(base.fact)
            if holds(relation) { return relation }
        }
        if let fitting = before.reversed().map({ of($0.fact) }).first(where: holds) { return fitting }
        let own = before.filter { !previous.contains($0.fact) }.reversed().map { of($0.fact) }
        // 年初预算5630万元，决算数比年初预算数减少1313万元，下降23%: the base is said, what changed is not.
        if let base = before.last(where: { isBase($0.words, of: change.words) }) {
            let relation = over(base.fact)
            if holds(relation) || before.count == 1 { return relation }
        }
        if before.isEmpty {
            // The amount stands in the sentence before: that is known only of one that fits.
            let earlier = place > 0 ? facts.sentences[place - 1].numbers.filter(isAmount) : []
            if let fitting = earlier.reversed().map({ of($0.fact) }).first(where: holds) { return fitting }
            // 收、支总计100万元。与上年相比，收、支总计各减少10万元: of the total that the sentence before begins with.
            let opens =
                ["与", "较", "比", "同"].contains { numbers[0].words.text.opens(with: $0) }
                && numbers[0].fact == change.fact
            guard opens, turn == way, facts.sentences[place].level == nil,
                let total = earlier.first(where: { $0.words.direction == nil }),
                ["总计", "合计", "总额"].contains(where: { total.words.clause.contains($0) }),
                earlier.allSatisfy({ assessor.stated($0.fact) == assessor.stated(total.fact) })
            else { return nil }
            return of(total.fact).with(proof: .inferred)
        }
        guard turn == way else { return nil }
        // 支出总计120万元。与预算100万元相比增加20万元，增长20%: the amount before less the change is what is compared with.
        if let base = before.last(where: { isBase($0.fact, of: change.fact, before: place) }) {
            let relation = over(base.fact)
            if holds(relation) { return relation }
        }
        // The rate was taken of this year's figure.
        let wrongBase = before.reversed().first { amount in
            !amount.words.isCompared && !previous.contains(amount.fact)
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

    /// 支出1624万元，比2014年决算1841万元下降11.8%; 预算数198万元，决算数262万元，差异率32%: a rate of two amounts, their
    /// difference not said.
    func growthOverBase(rule: String) -> [Relation] {
        facts.sentences.flatMap { sentence -> [Relation] in
            sentence.numbers.indices.compactMap { overBase(rule, sentence.numbers, at: $0) }
        }
    }

    /// 2025年执行数80万元，2026年预算100万元，比2025年执行数增加25%: two amounts, of which the rate names the year of one.
    private func paired(
        _ first: FactSentence.Number, _ second: FactSentence.Number, _ rate: FactSentence.Number
    ) -> (amount: Fact.ID, base: Fact.ID)? {
        guard isPlain(first), isPlain(second), rate.words.isCompared, let named = rate.words.year,
            !second.words.contains(["其中", "；", ";"]), second.words.text.count <= 24
        else { return nil }
        switch (first.words.year, second.words.year) {
        case (named, let own?) where own == named + 1: return (second.fact, first.fact)
        case (let own?, named) where own == named + 1: return (first.fact, second.fact)
        default: return nil
        }
    }

    private func overBase(_ rule: String, _ numbers: [FactSentence.Number], at index: Int) -> Relation? {
        guard index >= 2, isPercentage(numbers[index]), isAmount(numbers[index - 1]) else { return nil }
        let (rate, second) = (numbers[index], numbers[index - 1])
        let isNamed = ["差异率", "变动率", "增减率", "增长率", "变化率", "增幅"].contains { rate.words.clause.contains($0) }
        guard rate.words.text.count <= 16, second.words.direction == nil, !rate.words.contains(["占", "完成", "；"]) else {
            return nil
        }
        let (amount, base): (Fact.ID, Fact.ID)
        if rate.words.direction != nil, rate.words.text.count <= 4, second.words.isCompared {
            // The amount itself: the last that is neither compared nor a change.
            guard
                let own = numbers[..<(index - 1)].last(where: {
                    isAmount($0) && $0.words.direction == nil && !$0.words.isCompared
                })
            else { return nil }
            (amount, base) = (own.fact, second.fact)
        } else if isNamed, isAmount(numbers[index - 2]), numbers[index - 2].words.direction == nil {
            let first = numbers[index - 2]
            let isFirstBase = ["年初预算", "预算数", "上年"].contains { first.words.clause.contains($0) }
            let isSecondBase = ["上年", "去年"].contains { second.words.clause.contains($0) }
            guard isFirstBase || isSecondBase else { return nil }
            (amount, base) = isSecondBase ? (first.fact, second.fact) : (second.fact, first.fact)
        } else if rate.words.direction != nil, let pair = paired(numbers[index - 2], second, rate) {
            (amount, base) = pair
        } else {
            return nil
        }
        guard !assessor.stated(base).isZero else { return nil }
        let relation = Relation(
            rule: rule, target: rate.fact,
            form: .ratio(part: [Relation.Term(amount), Relation.Term(base, -1)], whole: [Relation.Term(base)]),
            source: Bilingual(
                "\(facts[amount].number.text)比\(facts[base].number.text)的增减",
                "the change from \(facts[base].number.text) to \(facts[amount].number.text)"))
        if holds(relation) { return relation }
        // Another amount of the sentence may be meant.
        let others = numbers[..<index].filter { isAmount($0) && $0.words.direction == nil && $0.fact != base }
        let fits = others.contains { other in
            var tried = relation
            tried.form = .ratio(
                part: [Relation.Term(other.fact), Relation.Term(base, -1)], whole: [Relation.Term(base)])
            return holds(tried)
        }
        return fits ? nil : others.count > 1 ? relation.with(proof: .inferred) : relation
    }
}
