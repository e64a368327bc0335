import FinalAccounts
import OfficialForm

/// The equations that the words of one sentence state of its numbers, whatever the numbers measure.
///
/// A rate is held against every amount beside it that it may be of: only where it is of none does the nearest count.
struct SentenceRelations {
    private let facts: FactBase
    private let assessor: RelationAssessor
    /// The figures that are budgets: no actual is a share of one.
    private let budgets: Set<Fact.ID>

    init(_ facts: FactBase) {
        self.facts = facts
        let sides: Set<Aspect> = [.budget, .initialBudget, .adjustedBudget]
        budgets = Set(facts.figures.filter { sides.contains($0.measure.aspect) }.map(\.fact))
        assessor = RelationAssessor(facts: facts.facts, tolerances: [:])
    }

    private func isAmount(_ number: FactSentence.Number) -> Bool { facts[number.fact].isAmount }

    private func isPercentage(_ number: FactSentence.Number) -> Bool { facts[number.fact].number.kind == .percentage }

    private func holds(_ relation: Relation) -> Bool {
        switch assessor.assess(relation).verdict {
        case .holds, .rounding, .cutOff, .closing: true
        case .loose, .violated, .undefined: false
        }
    }

    // MARK: Rates of change

    /// 支出80万元，比上年减少20万元，下降20%: rate, change and what the change is of, in one sentence.
    func growth(rule: String) -> [Relation] {
        facts.sentences.indices.flatMap { place in
            let numbers = facts.sentences[place].numbers
            return numbers.indices.dropFirst().compactMap { growth(rule, at: $0, numbers, place) }
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

    // MARK: Execution

    /// 完成1985万元，占年初预算3560万元的55.8%: actual, budget and rate in one breath.
    func execution(rule: String) -> [Relation] {
        facts.sentences.flatMap { sentence -> [Relation] in
            let numbers = sentence.numbers
            return numbers.indices.dropFirst(2).compactMap { index -> Relation? in
                let (actual, budget, rate) = (numbers[index - 2], numbers[index - 1], numbers[index])
                guard isPercentage(rate), isAmount(budget), isAmount(actual), rate.words.text == "的",
                    budget.words.clause.contains("预算"), actual.words.direction == nil,
                    !actual.words.clause.contains("预算"), !budget.words.contains(["；", ";", "。"])
                else { return nil }
                return Relation(
                    rule: rule, target: rate.fact,
                    form: .ratio(part: [Relation.Term(actual.fact)], whole: [Relation.Term(budget.fact)]),
                    source: Bilingual("决算数÷预算数", "actual over budget"))
            }
        }
    }

    // MARK: Changes

    /// 本年12万元，上年16.3万元，减少4.3万元: two amounts and their difference, and no other amount between them.
    func changes(rule: String) -> [Relation] {
        facts.sentences.flatMap { sentence -> [Relation] in
            sentence.numbers.indices.compactMap { index -> Relation? in
                guard let pair = compared(sentence.numbers, at: index) else { return nil }
                return Relation(
                    rule: rule, target: sentence.numbers[index].fact,
                    form: .sum([Relation.Term(pair.amount), Relation.Term(pair.base, -1)]),
                    source: Bilingual("两数之差", "the difference of the two figures"))
            }
        }
    }

    /// The two amounts that a change is the difference of, where the words before it say so.
    private func compared(_ numbers: [FactSentence.Number], at index: Int) -> (amount: Fact.ID, base: Fact.ID)? {
        guard index >= 2 else { return nil }
        let (first, second, change) = (numbers[index - 2], numbers[index - 1], numbers[index])
        guard [first, second, change].allSatisfy(isAmount), change.words.direction != nil,
            first.words.direction == nil, second.words.direction == nil, change.words.text.count <= 14,
            second.words.text.count <= 24, !second.words.contains(["其中", "；", ";"]), !change.words.contains(["其中"]),
            let isSecondBase = isSecondBase(first.words, second.words, change.words)
        else { return nil }
        let (amount, base) = isSecondBase ? (first.fact, second.fact) : (second.fact, first.fact)
        // 比上年19.1万元减少2.9万元: nothing else can be meant.
        let isTight = change.words.text.count <= 4 || change.words.text.hasPrefix("相比")
        if isSecondBase, second.words.isCompared, isTight { return (amount, base) }
        // A difference of another order is of other figures.
        guard let gap = assessor.stated(amount).minus(assessor.stated(base))?.magnitude,
            let three = gap.times(Rational(3)), let triple = assessor.stated(change.fact).magnitude.times(Rational(3)),
            gap <= triple, assessor.stated(change.fact).magnitude <= three
        else { return nil }
        return (amount, base)
    }

    private func isSecondBase(
        _ first: FactSentence.Words, _ second: FactSentence.Words, _ change: FactSentence.Words
    ) -> Bool? {
        // 比上年100万元增加20万元.
        if second.isCompared, change.text.count <= 6 { return true }
        if change.base == nil, second.yearIsBefore(first) { return true }
        if change.base == nil, first.yearIsBefore(second) { return false }
        let named = change.base ?? .lastYear
        switch (first.base == named, second.base == named) {
        case (true, false): return false
        case (false, true): return true
        default: return nil
        }
    }

    // MARK: Sums

    /// 合计100万元，其中：甲60万元，乙40万元: a total and the amounts listed behind it.
    ///
    /// A list may leave parts out. Only a sum that comes near the total was meant to reach it.
    func sums(rule: String) -> [Relation] {
        facts.sentences.indices.flatMap { place in
            let numbers = facts.sentences[place].numbers
            let own = numbers.indices.compactMap { sum(rule, of: [numbers[$0]], numbers[($0 + 1)...]) }
            let others = numbers.indices.flatMap { [trailing(rule, at: $0, numbers), entire(rule, at: $0, numbers)] }
            return own + (others + [sum(rule, over: place), items(rule, of: place)]).compactMap(\.self)
        }
    }

    /// 合计100万元。其中：甲60万元，乙40万元: the total stands in a sentence before.
    private func sum(_ rule: String, over place: Int) -> Relation? {
        let numbers = facts.sentences[place].numbers
        guard place > 0, let first = numbers.first, Self.goesOn(first.words.text) else { return nil }
        let before = (max(0, place - 2)..<place).reversed().flatMap { facts.sentences[$0].numbers }.filter(isAmount)
        return sum(rule, of: before.filter { $0.words.direction == nil }, numbers[...])
            ?? sum(rule, of: before.filter { $0.words.direction != nil }, numbers[...])
    }

    /// 收入2874万元，补助1936万元，债券16000万元，收入总计20810万元: the total stands behind its parts.
    private func trailing(_ rule: String, at index: Int, _ numbers: [FactSentence.Number]) -> Relation? {
        let total = numbers[index]
        guard total.words.contains(["总计", "合计", "总量"]), total.words.text.count < 14, total.words.direction == nil
        else { return nil }
        var parts: [FactSentence.Number] = []
        var depth = 0
        var words = total.words.text
        for number in numbers[..<index].reversed() {
            depth += words.count { $0 == ")" } - words.count { $0 == "(" }
            if words.contains("；") || words.contains(";") { break }
            words = number.words.text
            guard depth <= 0, isAmount(number) else { continue }
            guard number.words.direction == nil, !number.words.isCompared, !words.contains("其中") else { return nil }
            parts.append(number)
        }
        return parts.count > 2 ? sum(rule, total, parts.reversed(), isSure: false) : nil
    }

    /// 17.9万元，全部为运行维护费17.9万元: one part that is all of it.
    private func entire(_ rule: String, at index: Int, _ numbers: [FactSentence.Number]) -> Relation? {
        guard index > 0, case let (total, part) = (numbers[index - 1], numbers[index]), isAmount(total), isAmount(part),
            ["全部为", "全部是", "均为", "全部用于"].contains(where: { part.words.clause.hasPrefix($0) }),
            total.words.direction == nil
        else { return nil }
        return Relation(
            rule: rule, target: total.fact, form: .sum([Relation.Term(part.fact)]),
            source: Bilingual("全部为\(facts[part.fact].number.text)", "all of it being \(facts[part.fact].number.text)"))
    }

    private static func goesOn(_ words: String) -> Bool {
        ["其中", "分项", "按", "从"].contains { words.hasPrefix($0) } || words.contains("来看") || words.contains("按部门分")
            || words.contains("按构成分") || words.contains("划分")
            || words.contains("包括：") || words.contains("包括:")
    }

    /// A total and the items numbered below it, each beginning with its amount.
    private func items(_ rule: String, of place: Int) -> Relation? {
        let sentence = facts.sentences[place]
        guard let first = facts.sentences.indices.contains(place + 1) ? facts.sentences[place + 1] : nil,
            let level = first.level, sentence.level.map({ $0 < level }) ?? true,
            first.range.lowerBound - sentence.range.upperBound < 12
        else { return nil }
        let below = facts.sentences[(place + 1)...].prefix { $0.level.map { $0 >= level } ?? true }
        let heads = below.filter { $0.level == level }
        for total in sentence.numbers.filter(isAmount).reversed() {
            let isChange = total.words.direction != nil
            let parts = heads.compactMap { item in
                item.numbers.first { isAmount($0) && ($0.words.direction != nil) == isChange }
            }
            if let sum = sum(rule, total, parts, isSure: false) { return sum }
        }
        return nil
    }

    /// The sum of a list against whichever of some totals it comes nearest to.
    private func sum(
        _ rule: String, of totals: [FactSentence.Number], _ list: ArraySlice<FactSentence.Number>
    ) -> Relation? {
        guard let isChange = totals.first.map({ $0.words.direction != nil }) else { return nil }
        let parts = parts(list, isChange: isChange)
        guard let sum = Rational.sum(parts.map { assessor.stated($0.fact) }) else { return nil }
        let nearest = totals.filter(isAmount).min { first, second in
            guard let left = assessor.stated(first.fact).minus(sum)?.magnitude,
                let right = assessor.stated(second.fact).minus(sum)?.magnitude
            else { return false }
            return left < right
        }
        return nearest.flatMap { self.sum(rule, $0, parts, isSure: totals.count == 1) }
    }

    /// The amounts of a list that are changes, or those that are none: 其中：甲60万元，比上年增加5万元；乙….
    private func parts(_ list: ArraySlice<FactSentence.Number>, isChange: Bool) -> [FactSentence.Number] {
        var parts: [FactSentence.Number] = []
        var depth = 0
        var hasBegun = false
        var isNested = false
        for number in list {
            let words = number.words.text
            depth += words.count { $0 == "(" } - words.count { $0 == ")" }
            if !hasBegun {
                guard Self.beginsList(words) || Self.goesOn(words) else {
                    // 比上年增加…，增长…，其中：甲…: what is said of the total before its parts.
                    if isPercentage(number) || number.words.direction != nil { continue }
                    return []
                }
                (hasBegun, depth) = (true, 0)
            } else if !parts.isEmpty, words.contains("其中") || words.contains("包括") {
                isNested = true
            } else if isNested, words.contains("；") || words.contains(";") {
                isNested = false
            }
            guard !isNested, depth <= 0, isAmount(number), (number.words.direction != nil) == isChange,
                isChange || !number.words.isCompared, !number.words.clause.hasPrefix("占")
            else { continue }
            parts.append(number)
        }
        return parts
    }

    private func sum(
        _ rule: String, _ total: FactSentence.Number, _ parts: [FactSentence.Number], isSure: Bool
    ) -> Relation? {
        let stated = assessor.stated(total.fact)
        guard isAmount(total), !stated.isZero, parts.count > 1, !parts.contains(where: { $0.fact == total.fact }),
            let sum = Rational.sum(parts.map { assessor.stated($0.fact) }), let gap = stated.minus(sum)?.magnitude,
            let bound = stated.magnitude.times(Rational(isSure ? 12 : 5))?.divided(by: .hundred)
        else { return nil }
        // Parts of a change may be of both signs: all three classes of expenditure are seldom left out by half.
        let isOfClasses =
            total.words.direction != nil && parts.count >= 3
            && (gap.times(Rational(2)).map { $0 <= stated.magnitude } ?? false)
        let isNear = gap <= bound || isOfClasses || Slip(wrong: stated, right: sum, decimals: 0) != nil
        // A few parts of what is spent are never more than it, whatever the list leaves out.
        let isAbove = isSure && total.words.direction == nil && sum > stated && parts.count <= 6
        guard isNear || isAbove else { return nil }
        var relation = Relation(
            rule: rule, target: total.fact, form: .sum(parts.map { Relation.Term($0.fact) }),
            source: Bilingual("所列各项之和", "the amounts listed")
        ).with(proof: .inferred)
        if !isNear { relation.severity = .warning }
        return relation
    }

    private static func beginsList(_ text: String) -> Bool {
        ["其中", "包括", "分别", "一是", "构成", "分项", "分来源", "用于", "分级", "来看", "："].contains { text.contains($0) }
            || text.contains(":")
    }

    // MARK: Shares

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

    private typealias SharePair = (share: FactSentence.Number, part: FactSentence.Number)

    private func sharePairs(_ numbers: [FactSentence.Number]) -> [SharePair] {
        numbers.indices.compactMap { index in
            let share = numbers[index]
            guard isPercentage(share), let sign = share.words.text.range(of: "占", options: .backwards),
                !["预算", "年初", "调整"].contains(where: { share.words.text[sign.upperBound...].hasPrefix($0) }),
                share.words.text.count <= 24, !share.words.contains(["；", ";", "。"]),
                let part = part(of: index, numbers)
            else { return nil }
            return (share, part)
        }
    }

    /// The amount before a share: behind a closed bracket, the one before the bracket was opened.
    private func part(of index: Int, _ numbers: [FactSentence.Number]) -> FactSentence.Number? {
        var depth = 0
        var words = numbers[index].words.text
        for number in numbers[..<index].reversed() {
            depth += words.count { $0 == ")" } - words.count { $0 == "(" }
            words = number.words.text
            guard depth <= 0 else { continue }
            if isAmount(number) { return number.words.direction == nil ? number : nil }
            if words.contains("；") || words.contains(";") { return nil }
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
        return name.count >= 4 ? String(name) : nil
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
        let shared = best > 0 ? counted.first { $0.1 == best }?.0 : nil
        return pairs.compactMap { pair in
            let others = wholes.filter { isLarger($0, than: pair) }
            // A share of another whole fits that one.
            let fitting = ([shared].compactMap(\.self) + others).map { relation(pair, $0) }.first(where: holds)
            if let fitting { return fitting }
            let name = Self.whole(in: pair.share.words.text)
            if let shared, isLarger(shared, than: pair), name == nil || best > 1 || isOf(shared, name) {
                return relation(pair, shared)
            }
            // One share alone is of what its words name, or of the total its sentence begins with.
            let ofName = others.filter { isOf($0, name) }
            if !ofName.isEmpty, Set(ofName.map { assessor.stated($0) }).count == 1 { return relation(pair, ofName[0]) }
            guard telling.count == 1, name == nil, let first = others.first,
                facts[first].place.quote == facts[pair.part.fact].place.quote,
                facts[first].place.range.map({ $0.lowerBound < pair.part.range.lowerBound }) == true
            else { return nil }
            return relation(pair, first).with(proof: .inferred)
        }
    }

    private func isOf(_ whole: Fact.ID, _ name: String?) -> Bool {
        guard let name else { return false }
        return facts[whole].label.zhHans.contains(name)
            || facts.sentences.contains { $0.numbers.contains { $0.fact == whole && $0.words.clause.contains(name) } }
    }
}

extension FactSentence.Words {
    /// Whether the words name an earlier year than others do: 2016年预算…，2015年预算….
    fileprivate func yearIsBefore(_ other: FactSentence.Words) -> Bool {
        guard let own = year, let first = other.year else { return false }
        return own < first
    }

    private var year: Int? {
        guard let mark = text.range(of: "年") else { return nil }
        return Int(text[..<mark.lowerBound].suffix(4))
    }
}
