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
            words.clause.hasSuffix($0) || words.clause.hasSuffix($0 + "为")
        }
    }

    private func chain(
        _ rule: String, _ result: FactSentence.Number, _ links: [FactSentence.Number], from before: FactSentence.Number?
    ) -> Relation? {
        let own = links.map { Relation.Term($0.fact, Self.isTakenOff($0.words) ? -1 : 1) }
        let opens = ["加", "调入", "扣", "减", "再"].contains { links[0].words.text.hasPrefix($0) }
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
        ["扣减", "扣除", "减去", "减"].contains { words.clause.hasPrefix($0) }
    }

    /// 收入35亿元，支出33亿元，当年结余2亿元，年末滚存结余30亿元: what is left of the year, and with what was left before it.
    func balances(rule: String) -> [Relation] {
        var earlier: [String: FactSentence.Number] = [:]
        return facts.sentences.flatMap { sentence -> [Relation] in
            let numbers = sentence.numbers
            var relations: [Relation] = []
            guard let first = numbers.first else { return [] }
            let fund = Self.fund(first.words.text)
            for (index, number) in numbers.enumerated() where isPlain(number) {
                let before = numbers[..<index].filter(isPlain)
                if number.words.clause.contains("滚存结余"), !number.words.clause.contains("上年") {
                    let surplus = before.last { Self.isOfYear($0.words) }
                    let opening = before.last { $0.words.clause.contains("上年") && $0.words.clause.contains("结余") }
                    if let surplus, let start = opening ?? fund.flatMap({ earlier[$0] }) {
                        relations += [left(rule, number, [(start, 1), (surplus, 1)], "上年滚存结余与当年结余之和")].compactMap(
                            \.self)
                    }
                    if let fund { earlier[fund] = number }
                } else if Self.isOfYear(number.words), before.count >= 2 {
                    let (income, spending) = (before[before.count - 2], before[before.count - 1])
                    guard income.words.clause.contains("收入"), spending.words.clause.contains("支出") else { continue }
                    relations += [left(rule, number, [(income, 1), (spending, -1)], "收入减支出")].compactMap(\.self)
                }
            }
            return relations
        }
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
}
