import FinalAccounts
import Platform

/// Shares against their parts and wholes.
extension SentenceRelations {
    /// 甲60万元，占60%；乙40万元，占40%: shares of one whole, which the shares that fit tell.
    func shares(rule: String) -> [Relation] {
        facts.sentences.indices.flatMap { place -> [Relation] in
            let pairs = sharePairs(facts.sentences[place].numbers)
            guard !pairs.isEmpty else { return [] }
            return shares(rule, pairs, wholes: wholes(for: place, pairs))
        }
    }

    /// Shares said to be of one thing whose amount is not stated: it is the sum of their parts, if one of them fits that.
    func sharesOfNamed(rule: String) -> [Relation] {
        let named = facts.sentences.flatMap { sharePairs($0.numbers) }.compactMap { pair in
            Self.whole(in: pair.share.words.text).map { (name: $0, pair: pair) }
        }
        return Dictionary(grouping: named) { $0.name }.sorted { $0.key < $1.key }.flatMap {
            name, entries -> [Relation] in
            let pairs = entries.map(\.pair)
            guard (2...12).contains(pairs.count) else { return [] }
            let relations = pairs.map { pair in
                Relation(
                    rule: rule, target: pair.share.fact,
                    form: .ratio(
                        part: [Relation.Term(pair.part.fact)], whole: pairs.map { Relation.Term($0.part.fact) }),
                    source: Bilingual("各部分占“\(name)”", "the part over all parts of \(name)"))
            }
            let fitting = zip(relations, pairs).count { holds($0) && !assessor.stated($1.part.fact).isZero }
            return fitting > 0 && fitting * 2 >= relations.count ? relations : []
        }
    }

    /// 甲、乙、丙依次为7万元、2万元和1万元，各占70%、20%和10%: shares in turn, of what the amounts before them add up to, where all but one fit
    /// that.
    func respectiveShares(rule: String) -> [Relation] {
        facts.sentences.flatMap { sentence -> [Relation] in
            let numbers = sentence.numbers
            return numbers.indices.flatMap { start -> [Relation] in
                guard isPercentage(numbers[start]), start > 0, isAmount(numbers[start - 1]),
                    ["各占", "分别占", "依次占"].contains(where: { numbers[start].words.text.contains($0) })
                else { return [] }
                let shares = numbers[start...].prefix {
                    $0.fact == numbers[start].fact || isInTurn($0) && isPercentage($0)
                }
                let parts = numbers[..<start].suffix(shares.count)
                guard shares.count > 2, parts.count == shares.count, parts.allSatisfy(isPlain),
                    parts.dropFirst().allSatisfy(isInTurn)
                else { return [] }
                let relations = zip(shares, parts).map { share, part in
                    Relation(
                        rule: rule, target: share.fact,
                        form: .ratio(part: [Relation.Term(part.fact)], whole: parts.map { Relation.Term($0.fact) }),
                        source: Bilingual("所列各项之和中的占比", "the part over all that are listed"))
                }
                return relations.count(where: holds) >= relations.count - 1 ? relations : []
            }
        }
    }

    /// Whether nothing but a sign or a word of joining stands before a number.
    private func isInTurn(_ number: FactSentence.Number) -> Bool {
        ["、", "和", "及", "，", ","].contains(number.words.text)
    }

    private typealias SharePair = (share: FactSentence.Number, part: FactSentence.Number)

    private func sharePairs(_ numbers: [FactSentence.Number]) -> [SharePair] {
        numbers.indices.compactMap { index in
            let share = numbers[index]
            guard isPercentage(share), let sign = share.words.text.range(of: "占", options: .backwards),
                !["预算", "年初", "调整"].contains(where: { share.words.text[sign.upperBound...].opens(with: $0) }),
                share.words.text.count <= 24, !share.words.contains(["；", ";", "。"]),
                case let part = named(partOf: index, numbers) ?? part(of: index, numbers)
            else { return nil }
            return part.map { (share, $0) }
        }
    }

    /// 税收收入44305万元、非税收入18113万元，税收收入占…: the amount of the name that stands before 占; no other will do.
    private func named(partOf index: Int, _ numbers: [FactSentence.Number]) -> FactSentence.Number?? {
        let words = numbers[index].words.clause
        guard let sign = words.range(of: "占", options: .backwards) else { return nil }
        var name = words[..<sign.lowerBound]
        for word in ["其中", "分别", "约", "所", "共", "合计", "均", "各", "又", "仅"] where name.closes(with: word) || name == word
        {
            name = name.dropLast(word.count)
        }
        name = name.drop { "()（）元".contains($0) }
        guard name.count >= 2, !["元", "万元", "%"].contains(String(name)) else { return nil }
        return .some(
            numbers[..<index].last { isAmount($0) && $0.words.direction == nil && $0.words.clause.contains(name) })
    }

    /// The amount before a share: behind a closed bracket, the one before the bracket was opened.
    private func part(of index: Int, _ numbers: [FactSentence.Number]) -> FactSentence.Number? {
        var depth = 0
        var words = numbers[index].words.text
        for number in numbers[..<index].reversed() {
            depth += words.count { $0 == ")" } - words.count { $0 == "(" }
            words = number.words.text
            guard depth <= 0 else { continue }
            // 86万元，比上年64万元增长34.4%，占3.6%: what it is held against is no part.
            if isAmount(number), number.words.isCompared || previous.contains(number.fact) { continue }
            if isAmount(number) { return number.words.direction == nil ? number : nil }
            if words.holds("；") || words.holds(";") { return nil }
            // 收入472亿元，税收收入增长64%，占80%: the part is what grew, whose amount is not said.
            if number.words.direction != nil, ["收入", "支出"].contains(where: number.words.clause.contains) { return nil }
        }
        return nil
    }

    /// The amounts that shares may be of: those of the sentence and of sentences before it, and what the words name.
    private func wholes(for place: Int, _ pairs: [SharePair]) -> [Fact.ID] {
        let own = facts.sentences[place].numbers
        let before = (max(0, place - (pairs.count > 1 ? 8 : 2))..<place).reversed()
            .flatMap { facts.sentences[$0].numbers }
        return (own + before).filter { isAmount($0) && $0.words.direction == nil }.map(\.fact) + named(pairs, place)
    }

    /// 占一般公共预算支出的19.84%: amounts said to be of that name before.
    private func named(_ pairs: [SharePair], _ place: Int) -> [Fact.ID] {
        let names = Set(pairs.compactMap { Self.whole(in: $0.share.words.text) })
        guard !names.isEmpty else { return [] }
        return facts.sentences[..<place].flatMap(\.numbers).filter { number in
            isAmount(number) && number.words.direction == nil && names.contains { number.words.clause.contains($0) }
        }.prefix(4).map(\.fact)
    }

    /// The words between 占 and the share, where they name a whole.
    private static func whole(in words: String) -> String? {
        guard let sign = words.range(of: "占", options: .backwards) else { return nil }
        let name = words[sign.upperBound...].replacing("的", with: "").replacing("比重为", with: "").replacing(
            "总额", with: "")
        // 占总支出的: short names of totals are names as well.
        return name.count >= 4 || name.count == 3 && name.first == "总" ? String(name) : nil
    }

    private func shares(_ rule: String, _ pairs: [SharePair], wholes: [Fact.ID]) -> [Relation] {
        func relation(_ pair: SharePair, _ whole: Fact.ID) -> Relation {
            Relation(
                rule: rule, target: pair.share.fact,
                form: .ratio(part: [Relation.Term(pair.part.fact)], whole: [Relation.Term(whole)]),
                source: Bilingual(
                    "\(facts[pair.part.fact].label.zhHans)÷\(facts[whole].number.text)",
                    "\(facts[pair.part.fact].label.en) over \(facts[whole].number.text)"))
        }
        let telling = pairs.filter {
            !assessor.stated($0.part.fact).isZero && assessor.stated($0.share.fact) != .hundred
        }
        func isLarger(_ whole: Fact.ID, than pair: SharePair) -> Bool {
            whole != pair.part.fact && assessor.stated(pair.part.fact) <= assessor.stated(whole)
                && !(budgets.contains(whole) && !budgets.contains(pair.part.fact))
        }
        let counted = wholes.map { whole in
            (whole, telling.count { isLarger(whole, than: $0) && holds(relation($0, whole)) })
        }
        guard let best = counted.map(\.1).max() else { return [] }
        let fitted = Set(
            telling.filter { pair in wholes.contains { isLarger($0, than: pair) && holds(relation(pair, $0)) } }
                .map { Self.year(of: $0) })
        // Where no share fits, the whole that the parts add up to is the one they are of.
        let shared = best > 0 ? counted.first { $0.1 == best }?.0 : wholes.first(where: { isSum($0, of: pairs) })
        return pairs.compactMap { pair in
            let others = wholes.filter { isLarger($0, than: pair) }
            // A share of another whole fits that one.
            let fitting = ([shared].compactMap(\.self) + others).map { relation(pair, $0) }.first(where: holds)
            let name = Self.whole(in: pair.share.words.text)
            if let fitting { return isChance(fitting, of: pair, in: pairs, name) ? nil : fitting }
            // 2014年412万元（占6.6%）、今年366万元（占5.7%）: shares of two years are of two wholes.
            guard fitted.isEmpty || fitted.contains(Self.year(of: pair)) else { return nil }
            if let shared, isLarger(shared, than: pair), name == nil || best != 1 || isOf(shared, name) {
                return relation(pair, shared)
            }
            // One share alone is of what its words name, or of the total its sentence begins with.
            let ofName = others.filter { isOf($0, name) }
            if !ofName.isEmpty, Set(ofName.map { assessor.stated($0) }).count == 1 { return relation(pair, ofName[0]) }
            guard telling.count == 1, name == nil, Self.year(of: pair) == nil, let first = others.first,
                facts[first].place.quote == facts[pair.part.fact].place.quote,
                facts[first].place.range.map({ $0.lowerBound < pair.part.range.lowerBound }) == true
            else { return nil }
            return relation(pair, first).with(proof: .inferred)
        }
    }

    /// Whether a share alone in its sentence fits an amount of another sentence only if it was cut off: among several amounts
    /// one will give that by chance.
    private func isChance(_ relation: Relation, of pair: SharePair, in pairs: [SharePair], _ name: String?) -> Bool {
        guard pairs.count == 1, case .cutOff = assessor.assess(relation).verdict,
            case .ratio(_, let whole) = relation.form, let whole = whole.first?.fact
        else { return false }
        return facts[whole].place.quote != facts[pair.part.fact].place.quote && !isOf(whole, name)
    }

    /// The year that the words of a part name, where they name one.
    private static func year(of pair: SharePair) -> String? {
        let words = pair.part.words.clause
        if let word = ["今年", "本年", "去年", "上年"].first(where: words.holds) { return word }
        guard let mark = words.range(of: "年"), Int(words[..<mark.lowerBound].suffix(4)) != nil else { return nil }
        return String(words[..<mark.lowerBound].suffix(4))
    }

    private func isSum(_ whole: Fact.ID, of pairs: [SharePair]) -> Bool {
        let parts = pairs.map(\.part.fact)
        guard parts.count(where: { !assessor.stated($0).isZero }) > 1, !parts.contains(whole) else { return false }
        return holds(
            Relation(
                rule: "", target: whole, form: .sum(parts.map { Relation.Term($0) }),
                source: Bilingual("", "")))
    }

    private func isOf(_ whole: Fact.ID, _ name: String?) -> Bool {
        guard let name else { return false }
        return facts[whole].label.zhHans.contains(name)
            || facts.sentences.contains { $0.numbers.contains { $0.fact == whole && $0.words.clause.contains(name) } }
    }
}
