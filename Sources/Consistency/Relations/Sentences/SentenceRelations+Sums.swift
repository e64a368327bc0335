import FinalAccounts
import Platform

/// Totals against the amounts listed for them.
extension SentenceRelations {
    /// 合计100万元，其中：甲60万元，乙40万元: a total and the amounts listed behind it.
    ///
    /// A list may leave parts out. Only a sum that comes near the total was meant to reach it.
    func sums(rule: String) -> [Relation] {
        facts.sentences.indices.flatMap { place in
            let numbers = facts.sentences[place].numbers
            let own = numbers.indices.filter { !isListed($0, numbers) }.compactMap {
                sum(rule, of: [numbers[$0]], numbers[($0 + 1)...])
            }
            let others = numbers.indices.flatMap {
                [trailing(rule, at: $0, numbers), entire(rule, at: $0, numbers), bracketed(rule, at: $0, numbers)]
            }
            return own + others.compactMap(\.self) + sums(rule, over: place) + sums(rule, before: place)
                + [items(rule, of: place), untotalled(rule, place), used(rule, place)].compactMap(\.self)
        }
    }

    /// 甲60万元、乙40万元；支出包括：: the last of a list is no total of the next.
    private func isListed(_ index: Int, _ numbers: [FactSentence.Number]) -> Bool {
        guard index > 0, index + 1 < numbers.count, numbers[index + 1].words.contains(["；", ";"]) else { return false }
        return numbers[index].words.text.first.map { "、，,".contains($0) } == true && isAmount(numbers[index - 1])
            && numbers[index].words.direction == nil && numbers[index - 1].words.direction == nil
    }

    /// 合计100万元。其中：甲60万元，乙40万元: the total stands in a sentence before.
    private func sums(_ rule: String, over place: Int) -> [Relation] {
        let numbers = facts.sentences[place].numbers
        // 收入包括：…；支出包括：…: each list of the sentence is one.
        let starts = numbers.indices.filter { index in
            guard index > 0 else { return true }
            let words = numbers[index].words.text
            guard let stop = words.lastIndex(where: { "；;".contains($0) }) else { return false }
            return Self.goesOn(String(words[words.index(after: stop)...]))
        }
        return starts.compactMap { start in
            let first = numbers[start].words.text
            let words = first.lastIndex { "；;".contains($0) }.map { String(first[first.index(after: $0)...]) } ?? first
            guard Self.goesOn(words) else { return nil }
            return sum(rule, over: place, numbers[start...])
        }
    }

    /// 收入包括：甲60万元、乙40万元；支出包括：…。收支总预算100万元: the total stands in the sentence behind its lists.
    private func sums(_ rule: String, before place: Int) -> [Relation] {
        guard facts.sentences.indices.contains(place + 1), case let numbers = facts.sentences[place].numbers,
            let total = facts.sentences[place + 1].numbers.first, isPlain(total),
            ["收支总", "收、支总", "收入支出总"].contains(where: { total.words.text.contains($0) })
        else { return [] }
        let starts = numbers.indices.filter { numbers[$0].words.contains(["收入包括", "支出包括", "收入主要包括", "支出主要包括"]) }
        return starts.enumerated().compactMap { offset, start in
            let end = offset + 1 < starts.count ? starts[offset + 1] : numbers.endIndex
            return sum(rule, total, parts(numbers[start..<end], isChange: false), isSure: false)
        }
    }

    private func sum(_ rule: String, over place: Int, _ numbers: ArraySlice<FactSentence.Number>) -> Relation? {
        guard place > 0 else { return nil }
        let before = (max(0, place - 2)..<place).reversed().flatMap { facts.sentences[$0].numbers }.filter(isAmount)
        let last = facts.sentences[place - 1].numbers.filter { isAmount($0) && $0.words.direction == nil }
        if last.count == 1, let sum = sum(rule, of: last, numbers) { return sum }
        return sum(rule, of: before.filter { $0.words.direction == nil }, numbers)
            ?? sum(rule, of: before.filter { $0.words.direction != nil }, numbers) ?? far(rule, over: place, numbers)
    }

    /// The total of a list some sentences before it: known only where the list adds up to it but for a slip of the hand.
    private func far(_ rule: String, over place: Int, _ numbers: ArraySlice<FactSentence.Number>) -> Relation? {
        let parts = parts(numbers, isChange: false)
        guard parts.count > 2, let sum = Rational.sum(parts.map { assessor.stated($0.fact) }) else { return nil }
        let before = (max(0, place - 8)..<max(0, place - 2)).reversed().flatMap { facts.sentences[$0].numbers }.filter {
            isAmount($0) && $0.words.direction == nil
        }
        guard !before.contains(where: { assessor.stated($0.fact) == sum }),
            let total = before.first(where: { isTransposed($0, parts) })
        else { return nil }
        return self.sum(rule, total, parts, isSure: false)
    }

    /// Whether two digits changed places in a total or in one of the amounts listed for it.
    private func isTransposed(_ total: FactSentence.Number, _ parts: [FactSentence.Number]) -> Bool {
        let stated = assessor.stated(total.fact)
        guard let sum = Rational.sum(parts.map { assessor.stated($0.fact) }) else { return false }
        func isSlip(_ fact: Fact.ID, _ right: Rational?) -> Bool {
            let number = facts[fact].number
            guard let right, let digits = number.value.divided(by: number.printedHalf)?.magnitude,
                digits >= Rational(2000), let slip = Slip.near(number, right: right, within: .zero)?.slip
            else { return false }
            switch slip {
            case .transposed, .decimalPoint, .unit: return true
            default: return false
            }
        }
        if isSlip(total.fact, sum) { return true }
        return parts.contains { part in
            let value = assessor.stated(part.fact)
            return isSlip(part.fact, stated.minus(sum)?.plus(value))
        }
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
            // 支出30亿元，下降4%；加上上解2亿元: what is added goes on behind a semicolon.
            if words.holds("；") || words.holds(";"), !words.opens(with: "；加") { break }
            words = number.words.text
            guard depth <= 0, isAmount(number) else { continue }
            guard number.words.direction == nil, !number.words.isCompared, !words.holds("其中") else { return nil }
            parts.append(number)
            // 总收入39万元，加上年结余1万元，加调入资金2万元，收入总计42万元: the sum begins at what is added to.
            let added = parts.dropLast()
            if added.count >= 2, added.allSatisfy({ Self.isAdded($0.words) }), !Self.isAdded(number.words) { break }
        }
        return parts.count > 2 ? sum(rule, total, parts.reversed(), isSure: false) : nil
    }

    private static func isAdded(_ words: FactSentence.Words) -> Bool {
        words.clause.opens(with: "加") || words.clause.opens(with: "再加")
    }

    /// 17.9万元，全部为运行维护费17.9万元: one part that is all of it.
    private func entire(_ rule: String, at index: Int, _ numbers: [FactSentence.Number]) -> Relation? {
        guard index > 0, case let (total, part) = (numbers[index - 1], numbers[index]), isAmount(total), isAmount(part),
            ["全部为", "全部是", "均为", "全部用于"].contains(where: { part.words.clause.opens(with: $0) }),
            total.words.direction == nil,
            // 全部为甲60万元和乙40万元: the first of several.
            index + 1 >= numbers.count
                || !["和", "、", "及", "以及", "与", "，另"].contains(where: { numbers[index + 1].words.text.opens(with: $0) })
        else { return nil }
        return Relation(
            rule: rule, target: total.fact, form: .sum([Relation.Term(part.fact)]),
            source: Bilingual("全部为\(facts[part.fact].number.text)", "all of it being \(facts[part.fact].number.text)"))
    }

    private static func goesOn(_ words: String) -> Bool {
        ["其中", "分项", "按", "从", "具体为"].contains { words.opens(with: $0) } || words.holds("来看") || words.holds("按部门分")
            || words.holds("按构成分") || words.holds("划分")
            || ["包括", "收入包括", "支出包括", "主要包括"].contains { words.opens(with: $0) } || words.holds("包括：")
            || words.holds("包括:")
            || ["总计中", "合计中", "预算中", "支出中", "收入中"].contains { words.contains($0) }
    }

    /// The sum of a list against whichever of some totals it comes nearest to.
    private func sum(
        _ rule: String, of totals: [FactSentence.Number], _ list: ArraySlice<FactSentence.Number>
    ) -> Relation? {
        guard let isChange = totals.first.map({ $0.words.direction != nil }) else { return nil }
        // 二是补助4685万元，其中甲…、乙…；三是上年结转58万元: the list of an item ends with the item.
        let isItem = totals.count == 1 && totals[0].words.contains(Self.ordinals)
        let list = isItem ? list.prefix { !$0.words.contains(["；", ";"]) } : list
        let whole = parts(list, isChange: isChange)
        // 其中：本年收入…，年初结转…；本年支出…，年末结转…: both sides of one total.
        let first = Array(list.prefix { $0.fact == list.first?.fact || !$0.words.contains(["；", ";"]) }).map(\.fact)
        let side = whole.filter { first.contains($0.fact) }
        let isOfSides = side.count > 1 && side.count < whole.count && totals.contains { isNearer(side, whole, to: $0) }
        let parts = isOfSides ? side : whole
        guard let sum = Rational.sum(parts.map { assessor.stated($0.fact) }) else { return nil }
        let nearest = totals.filter(isAmount).min { first, second in
            guard let left = assessor.stated(first.fact).minus(sum)?.magnitude,
                let right = assessor.stated(second.fact).minus(sum)?.magnitude
            else { return false }
            return left < right
        }
        return nearest.flatMap { self.sum(rule, $0, parts, isSure: totals.count == 1) }
    }

    private static let ordinals = ["一是", "二是", "三是", "四是", "五是", "六是", "七是", "八是"]

    /// Whether the first parts alone come nearer to a total than all do.
    private func isNearer(
        _ side: [FactSentence.Number], _ whole: [FactSentence.Number], to total: FactSentence.Number
    ) -> Bool {
        let stated = assessor.stated(total.fact)
        guard let first = Rational.sum(side.map { assessor.stated($0.fact) })?.minus(stated)?.magnitude,
            let all = Rational.sum(whole.map { assessor.stated($0.fact) })?.minus(stated)?.magnitude
        else { return false }
        return first < all
    }

    /// The amounts of a list that are changes, or those that are none: 其中：甲60万元，比上年增加5万元；乙….
    private func parts(_ list: ArraySlice<FactSentence.Number>, isChange: Bool) -> [FactSentence.Number] {
        var parts: [FactSentence.Number] = []
        var depth = 0
        var hasBegun = false
        var isNested = false
        var isInBracket = false
        for number in list {
            let words = number.words.text
            depth += words.count { $0 == "(" } - words.count { $0 == ")" }
            // 用车24万元(其中：购置0万元，运行24万元)，接待2万元: the bracket ends the list that it opened.
            if isInBracket, depth < 0 { break }
            if !hasBegun {
                guard Self.beginsList(words) || Self.goesOn(words) else {
                    // 比上年增加…，增长…，其中：甲…: what is said of the total before its parts.
                    if isPercentage(number) || number.words.direction != nil { continue }
                    return []
                }
                (hasBegun, depth) = (true, 0)
                isInBracket = Self.opensInBracket(words)
            } else if !parts.isEmpty, words.holds("其中") || words.holds("包括") {
                isNested = true
            } else if isNested, words.holds("；") || words.holds(";") {
                isNested = false
            }
            // 甲60万元，乙40万元。收支相抵，结余5万元: what is left is no part.
            if hasBegun, !parts.isEmpty, words.holds("收支相抵") { break }
            // 控制在限额615200万元之内 is a bound, no part, unless the parts are limits themselves.
            if number.words.contains(["限额"]), list.first?.words.contains(["限额"]) != true { break }
            guard !isNested, depth <= 0, isAmount(number), (number.words.direction != nil) == isChange,
                isChange || !number.words.isCompared, !number.words.clause.opens(with: "占"),
                // 用车7万元，完成预算9万元的78%: what a part was planned to be is no other part.
                !(number.words.clause.opens(with: "完成") && number.words.clause.contains("预算"))
            else { continue }
            parts.append(number)
        }
        return parts
    }

    /// Whether the words that announce a list stand in a bracket that they open.
    private static func opensInBracket(_ words: String) -> Bool {
        guard let bracket = words.lastIndex(of: "(") else { return false }
        return !words[bracket...].contains(")") && beginsList(String(words[bracket...]))
    }

    func sum(
        _ rule: String, _ total: FactSentence.Number, _ listed: [FactSentence.Number], isSure: Bool
    ) -> Relation? {
        // 本年支出991万元，其中：…，当年结余28万元: what is left over was not spent.
        let isSpent = total.words.clause.holds("本年支出")
        let parts =
            isSpent ? listed.filter { !$0.words.clause.contains("结余") && !$0.words.clause.contains("结转") } : listed
        let stated = assessor.stated(total.fact)
        guard isAmount(total), !stated.isZero, parts.count > 1, !parts.contains(where: { $0.fact == total.fact }),
            let sum = Rational.sum(parts.map { assessor.stated($0.fact) }), let gap = stated.minus(sum)?.magnitude,
            let bound = stated.magnitude.times(Rational(isSure ? 12 : 5))?.divided(by: .hundred)
        else { return nil }
        if total.words.direction != nil, let flipped = flipped(rule, total, parts, sum) { return flipped }
        // Parts of a change may be of both signs: all three classes of expenditure are seldom left out by half.
        let isOfClasses =
            total.words.direction != nil && parts.count >= 3
            && (gap.times(Rational(2)).map { $0 <= stated.magnitude } ?? false)
        let isNear =
            gap <= bound || isOfClasses || isSure && isComplete(parts) || isTransposed(total, parts)
            || isSlip(stated, sum)
        // A few parts of what is spent are never more than it, whatever the list leaves out.
        let isAbove =
            isSure && total.words.direction == nil && sum > stated && parts.count <= 6
            && (gap.times(Rational(2)).map { $0 <= stated.magnitude } ?? false)
        guard isNear || isAbove else { return nil }
        var relation = Relation(
            rule: rule, target: total.fact, form: .sum(parts.map { Relation.Term($0.fact) }),
            source: Bilingual("所列各项之和", "the amounts listed")
        ).with(proof: .inferred)
        if !isNear { relation.severity = .warning }
        return relation
    }

    /// Whether a slip of the hand in the total explains the gap.
    func isSlip(_ stated: Rational, _ sum: Rational) -> Bool {
        switch Slip(wrong: stated, right: sum, decimals: 0) {
        case .transposed, .unit: true
        case .decimalPoint(let places): places < 3
        case .digit: stated.minus(sum)?.magnitude.times(Rational(4)).map { $0 <= stated.magnitude } ?? false
        default: false
        }
    }

    /// Whether the parts are all there are by their names: 基本支出 and 项目支出.
    private func isComplete(_ parts: [FactSentence.Number]) -> Bool {
        Self.complete.contains { names in
            names.count == parts.count
                && zip(names, parts).allSatisfy { names, part in names.contains { part.words.clause.contains($0) } }
        }
    }

    /// Parts that leave nothing out, in the order in which they are listed, each by the words for it.
    private static let complete: [[[String]]] = [
        [["基本支出"], ["项目支出"]], [["人员"], ["公用"]], [["税收"], ["非税"]], [["货物"], ["工程"], ["服务"]],
        [["出国"], ["用车", "车辆"], ["接待"]], [["出国"], ["接待"], ["用车", "车辆"]], [["接待"], ["出国"], ["用车", "车辆"]],
    ]

    private static func beginsList(_ text: String) -> Bool {
        ["其中", "包括", "分别", "一是", "构成", "分项", "分来源", "用于", "分级", "来看", "："].contains { text.contains($0) }
            || text.holds(":")
    }
}
