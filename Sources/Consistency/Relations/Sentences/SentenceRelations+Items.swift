import FinalAccounts
import Platform

/// Totals against the items numbered below them.
extension SentenceRelations {
    /// A total and the items numbered below it, each beginning with its amount.
    func items(_ rule: String, of place: Int) -> Relation? {
        let sentence = facts.sentences[place]
        guard let first = facts.sentences.indices.contains(place + 1) ? facts.sentences[place + 1] : nil,
            let level = first.level, sentence.level.map({ $0 < level }) ?? true,
            first.range.lowerBound - sentence.range.upperBound < (first.isTitled ? 40 : 12)
        else { return nil }
        let below = facts.sentences[(place + 1)...].prefix { $0.level.map { $0 >= level } ?? true }
        let numbered = below.filter { $0.level == level }
        // A list that counts from one again is the next.
        var heads: [FactSentence] = []
        for item in numbered {
            if let last = heads.last?.ordinal, let own = item.ordinal, own <= last { break }
            heads.append(item)
        }
        return itemSum(rule, of: sentence, heads)
    }

    /// 由68万元调整为70万元，调增2万元: the first, the second and the change of every item against those of the total.
    private func itemSum(_ rule: String, of sentence: FactSentence, _ heads: [FactSentence]) -> Relation? {
        let plain = sentence.numbers.filter { isAmount($0) && $0.words.direction == nil }
        for total in sentence.numbers.filter(isAmount).reversed() {
            let isChange = total.words.direction != nil
            // Items with titles of their own may be of several lists: of them a direction is known, not a sum.
            if !isChange, heads.first?.isTitled == true { continue }
            // 比上年13亿元增加1亿元: the base is no sum of this year's items.
            if !isChange, total.words.isCompared { continue }
            let place = isChange ? 0 : plain.firstIndex { $0.fact == total.fact } ?? 0
            // An item whose change is not said leaves the changes of the others without their sum.
            if isChange, heads.contains(where: { lacksChange($0) && !isUnchanged($0) }) { continue }
            if isChange, isOfAnother(total, sentence, heads) { continue }
            let parts = heads.compactMap { item -> FactSentence.Number? in
                let own = item.numbers.filter { isAmount($0) && ($0.words.direction != nil) == isChange }
                if !isChange, own.count == 1, isUnchanged(item) { return own[0] }
                return own.count > place ? own[place] : nil
            }
            // 具体情况如下：, 包括：: every item is one of its parts.
            let end = String(String.UnicodeScalarView(facts.disclosure.text.folded[sentence.range].suffix(6)))
            let isSure = ["如下", "包括", "其中"].contains { end.contains($0) }
            if heads.first?.isTitled == true {
                if let sum = Rational.sum(parts.map { assessor.stated($0.fact) }), parts.count > 1,
                    let flipped = flipped(rule, total, parts, sum)
                {
                    return flipped
                }
            } else if let sum = sum(rule, total, parts, isSure: isSure) {
                return sum
            }
        }
        return nil
    }

    /// Whether an item states an amount and not how it changed.
    private func lacksChange(_ item: FactSentence) -> Bool {
        item.numbers.contains { isPlain($0) && !assessor.stated($0.fact).isZero }
            && !item.numbers.contains { isAmount($0) && $0.words.direction != nil }
    }

    /// Whether the items are those of another amount than the one that changed: 总预算100万元，其中：基本支出90万元，增加5万元.
    private func isOfAnother(
        _ change: FactSentence.Number, _ sentence: FactSentence, _ heads: [FactSentence]
    ) -> Bool {
        let plain = sentence.numbers.filter { isPlain($0) && $0.range.upperBound <= change.range.lowerBound }
        let items = heads.compactMap { $0.numbers.first(where: isPlain) }
        guard let sum = Rational.sum(items.map { assessor.stated($0.fact) }), let own = plain.last,
            let whole = plain.lastIndex(where: { assessor.stated($0.fact) == sum })
        else { return false }
        // 由68万元调整为70万元，调增2万元: the change is that of both.
        let both = own.words.text.opens(with: "调整") ? plain.suffix(2) : plain.suffix(1)
        return !both.contains { assessor.stated($0.fact) == assessor.stated(plain[whole].fact) }
    }

    /// 上年结余年初预算8000万元不变: what is said to be as it was.
    private func isUnchanged(_ item: FactSentence) -> Bool {
        guard let last = item.numbers.last else { return false }
        let text = facts.disclosure.text
        let rest = text.folded[last.range.upperBound..<item.range.upperBound].prefix(16)
        let words = String(String.UnicodeScalarView(rest))
        return ["不变", "持平", "无增减", "无变化"].contains { words.contains($0) }
    }

    /// 减少6万元，其中：甲减少1万元，乙增加5万元: the one change whose direction, turned round, makes the sum hold.
    func flipped(
        _ rule: String, _ total: FactSentence.Number, _ parts: [FactSentence.Number], _ sum: Rational
    ) -> Relation? {
        let turned = parts.filter { part in
            let value = assessor.stated(part.fact)
            return !value.isZero
                && value.times(Rational(2)).flatMap { sum.minus($0) } == assessor.stated(total.fact)
        }
        guard turned.count == 1, let wrong = turned.first else { return nil }
        let others = parts.filter { $0.fact != wrong.fact }.map { Relation.Term($0.fact, -1) }
        return Relation(
            rule: rule, target: wrong.fact, form: .sum([Relation.Term(total.fact)] + others),
            source: Bilingual("总的增减额减其余各项", "the whole change less the others")
        ).with(proof: .inferred)
    }
}
