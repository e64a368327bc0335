import FinalAccounts
import Platform

/// What there is to spend, and what is left of it, as a region's report adds it up.
extension SentenceRelations {
    /// 收入61亿元，扣减上缴9亿元，加上返还2亿元，既得财力54亿元: amounts added and taken off one after the other, and what they
    /// come to, with what the sentence before came to where the chain goes on from it.
    func chains(rule: String) -> [Relation] {
        var before: FactSentence.Number?
        return facts.sentences.flatMap { sentence -> [Relation] in
            var relations: [Relation] = []
            var links: [FactSentence.Number] = []
            for number in sentence.numbers {
                guard isPlain(number), !number.words.contains(["其中", "占", "包括"]) else {
                    (links, before) = ([], nil)
                    continue
                }
                if number.words.contains(["；", ";"]) { (links, before) = ([], nil) }
                guard Self.isResult(number.words), links.count > 1 else {
                    links.append(number)
                    continue
                }
                relations += [chain(rule, number, links, from: before)].compactMap(\.self)
                (links, before) = ([], number)
            }
            if !links.isEmpty { before = nil }
            return relations
        }
    }

    private static func isResult(_ words: FactSentence.Words) -> Bool {
        ["财力", "总收入", "总支出", "收入总量", "支出总量", "总财力"].contains {
            words.clause.closes(with: $0) || words.clause.closes(with: $0 + "为")
        }
    }

    private func chain(
        _ rule: String, _ result: FactSentence.Number, _ links: [FactSentence.Number], from before: FactSentence.Number?
    ) -> Relation? {
        let own = links.map { Relation.Term($0.fact, Self.isTakenOff($0.words) ? -1 : 1) }
        let opens = ["加", "调入", "扣", "减", "再"].contains { links[0].words.text.opens(with: $0) }
        guard !opens || before != nil else { return nil }
        let terms = opens ? [before].compactMap { $0.map { Relation.Term($0.fact) } } + own : own
        let values = terms.map { assessor.stated($0.fact).times(Rational($0.factor)) ?? .zero }
        guard let sum = Rational.sum(values), case let stated = assessor.stated(result.fact),
            let gap = stated.minus(sum)?.magnitude, let bound = stated.magnitude.divided(by: Rational(20)), gap <= bound
        else { return nil }
        return Relation(
            rule: rule, target: result.fact, form: .sum(terms),
            source: Bilingual("前面各数相加减", "the amounts before it, added and taken off")
        ).with(proof: .inferred)
    }

    private static func isTakenOff(_ words: FactSentence.Words) -> Bool {
        ["扣减", "扣除", "减去", "减"].contains { words.clause.opens(with: $0) }
    }

    /// 收入35亿元，支出33亿元，当年结余2亿元，年末滚存结余30亿元: what is left of the year, and with what was left before it.
    func balances(rule: String) -> [Relation] {
        var earlier: [String: FactSentence.Number] = [:]
        var available: FactSentence.Number?
        return facts.sentences.flatMap { sentence -> [Relation] in
            let numbers = sentence.numbers
            var relations = [rest(rule, of: available, numbers)].compactMap(\.self)
            guard let first = numbers.first else { return [] }
            available = numbers.last.flatMap { isPlain($0) && Self.isAvailable($0.words) ? $0 : nil }
            let fund = Self.fund(first.words.text)
            for (index, number) in numbers.enumerated() where isPlain(number) {
                let before = numbers[..<index].filter(isPlain)
                if number.words.clause.holds("滚存结余"), !number.words.clause.holds("上年") {
                    let surplus = before.last { Self.isOfYear($0.words) }
                    let opening = before.last { $0.words.clause.holds("上年") && $0.words.clause.holds("结余") }
                    if let surplus, let start = opening ?? fund.flatMap({ earlier[$0] }) {
                        relations += [left(rule, number, [(start, 1), (surplus, 1)], "上年滚存结余与当年结余之和")].compactMap(
                            \.self)
                    }
                    if let fund { earlier[fund] = number }
                } else if Self.isOfYear(number.words), before.count >= 2 {
                    let (income, spending) = (before[before.count - 2], before[before.count - 1])
                    guard income.words.clause.holds("收入"), spending.words.clause.holds("支出") else { continue }
                    relations += [left(rule, number, [(income, 1), (spending, -1)], "收入减支出")].compactMap(\.self)
                }
            }
            return relations
        }
    }

    /// 可动用资金合计19922万元。支出18337万元，结余1585万元: what is left of all there was to spend, which the sentence before ends with.
    private func rest(
        _ rule: String, of available: FactSentence.Number?, _ numbers: [FactSentence.Number]
    ) -> Relation? {
        guard let available, numbers.count > 1, case let (spending, balance) = (numbers[0], numbers[1]),
            isPlain(spending), isPlain(balance), spending.words.clause.closes(with: "支出"),
            ["结余", "年终结余", "年末结余", "净结余", "收支结余"].contains(where: {
                balance.words.clause == $0 || balance.words.clause == $0 + "为"
            })
        else { return nil }
        return left(rule, balance, [(available, 1), (spending, -1)], "可用资金减支出")
    }

    private static func isAvailable(_ words: FactSentence.Words) -> Bool {
        ["可动用资金", "可用资金", "可用财力", "可支配财力", "收入总计", "资金总计"].contains(where: words.clause.contains)
    }

    private static func isOfYear(_ words: FactSentence.Words) -> Bool {
        ["当年结余", "本年结余", "当年收支结余", "本年收支结余", "当期结余"].contains { words.clause.contains($0) }
    }

    /// Whose balance it is: 市级社会保险基金收入 of one year and of the next.
    private static func fund(_ words: String) -> String? {
        guard let mark = words.range(of: "收入") else { return nil }
        let name = words[..<mark.lowerBound].filter { !$0.isNumber }
        return name.count >= 4 ? String(name.suffix(8)) : nil
    }

    private func left(
        _ rule: String, _ target: FactSentence.Number, _ terms: [(FactSentence.Number, Int)], _ source: String
    ) -> Relation? {
        let values = terms.map { assessor.stated($0.0.fact).times(Rational($0.1)) ?? .zero }
        guard let sum = Rational.sum(values), case let stated = assessor.stated(target.fact),
            let gap = stated.minus(sum)?.magnitude, let bound = stated.magnitude.divided(by: Rational(5)),
            gap <= bound || isSlip(stated, sum)
        else { return nil }
        return Relation(
            rule: rule, target: target.fact, form: .sum(terms.map { Relation.Term($0.0.fact, $0.1) }),
            source: Bilingual(source, "what there was and what came and went")
        ).with(proof: .inferred)
    }

    // MARK: Totals that are built up

    /// 收入46亿元，增长4.8%。加上补助84亿元、结余9亿元，收入总计139亿元: what is added to the amount that the sentence before begins
    /// with; and 支出总计2364万元，由支出2312万元，加上解52万元构成.
    func additions(rule: String) -> [Relation] {
        facts.sentences.indices.flatMap { place -> [Relation] in
            let numbers = facts.sentences[place].numbers
            return [topped(rule, place, numbers), closed(rule, place)].compactMap(\.self) + composed(rule, numbers)
        }
    }

    private func topped(_ rule: String, _ place: Int, _ numbers: [FactSentence.Number]) -> Relation? {
        guard let first = numbers.first, let base = base(of: first.words, before: place), isPlain(base),
            let end = numbers.firstIndex(where: { isPlain($0) && Self.isTotal($0.words) }), end > 0
        else { return nil }
        let links = outsideBrackets(numbers[..<end])
        guard links.allSatisfy({ isPlain($0) && !$0.words.isCompared }) else { return nil }
        return sum(rule, numbers[end], [base] + links, isSure: false)
    }

    /// 收入69万元，转移性收入24万元（其中：…），债券7万元。合计收入为100万元: the total of the sentence before stands in one of its own.
    private func closed(_ rule: String, _ place: Int) -> Relation? {
        guard place > 0, let total = facts.sentences[place].numbers.first, isPlain(total),
            ["合计收入", "合计支出", "收入合计", "支出合计"].contains(where: { total.words.text.opens(with: $0) }),
            total.words.text.count <= 8
        else { return nil }
        let parts = outsideBrackets(facts.sentences[place - 1].numbers[...]).filter(isAmount)
        guard parts.count > 2, parts.allSatisfy({ isPlain($0) && !$0.words.isCompared && !$0.words.contains(["其中"]) })
        else { return nil }
        return sum(rule, total, parts, isSure: false)
    }

    /// What is added to: the amount that the sentence before begins with, or the one whose name stands before 加上.
    private func base(of words: FactSentence.Words, before place: Int) -> FactSentence.Number? {
        guard place > 0 else { return nil }
        if words.text.opens(with: "加上") || words.text.opens(with: "加：") {
            return facts.sentences[place - 1].numbers.first
        }
        guard let sign = words.text.range(of: "加上"), case let name = String(words.text[..<sign.lowerBound]),
            (4...16).contains(name.count)
        else { return nil }
        return facts.sentences[max(0, place - 3)..<place].reversed().lazy.compactMap { sentence in
            sentence.numbers.first { isPlain($0) && $0.words.clause.contains(name) }
        }.first
    }

    private func composed(_ rule: String, _ numbers: [FactSentence.Number]) -> [Relation] {
        numbers.indices.compactMap { index -> Relation? in
            guard Self.isTotal(numbers[index].words), isPlain(numbers[index]), index + 2 < numbers.count,
                ["，由", ",由", "(由"].contains(where: { numbers[index + 1].words.text.opens(with: $0) })
            else { return nil }
            let parts = numbers[(index + 1)...].prefix { isPlain($0) && !$0.words.contains(["；", ";", "。"]) }
            guard parts.count > 1, let last = parts.last,
                facts[last.fact].place.quote.holds("构成") || facts[last.fact].place.quote.holds("组成")
            else { return nil }
            return sum(rule, numbers[index], Array(parts), isSure: false)
        }
    }

    private static func isTotal(_ words: FactSentence.Words) -> Bool {
        ["总计", "总量", "合计", "总计为", "合计为"].contains { words.clause.closes(with: $0) }
    }

    /// The numbers that stand in no bracket opened among them.
    private func outsideBrackets(_ numbers: ArraySlice<FactSentence.Number>) -> [FactSentence.Number] {
        var depth = 0
        return numbers.filter { number in
            depth += number.words.text.count { $0 == "(" } - number.words.text.count { $0 == ")" }
            return depth <= 0
        }
    }

    /// 年初余额142亿元，新增22亿元，偿还9亿元，年末余额155亿元: what was owed, what came and what went.
    func rolling(rule: String) -> [Relation] {
        facts.sentences.compactMap { sentence in
            let amounts = sentence.numbers.filter(isAmount)
            guard let start = amounts.first, start.words.contains(["年初"]), start.words.contains(["余额"]),
                let end = amounts.dropFirst().firstIndex(where: {
                    ["年末", "年底"].contains(where: $0.words.clause.contains) && $0.words.clause.holds("余额")
                }), end > 1
            else { return nil }
            let signs = amounts[1..<end].map { Self.flow($0.words.clause) }
            guard !signs.contains(nil) else { return nil }
            let terms = [(start, 1)] + zip(amounts[1..<end], signs.compactMap(\.self)).map { ($0, $1) }
            return left(rule, amounts[end], terms, "年初余额与本年增减")
        }
    }

    /// 1 for what adds to a debt, -1 for what takes off it; `nil` for anything else.
    private static func flow(_ clause: String) -> Int? {
        if ["偿还", "还本", "化解", "核减", "减少"].contains(where: { clause.contains($0) }) { return -1 }
        return ["新增", "再融资", "转贷", "发行", "举借", "增加"].contains { clause.contains($0) } ? 1 : nil
    }
}
