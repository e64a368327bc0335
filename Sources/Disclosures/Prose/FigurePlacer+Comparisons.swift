import FinalAccounts
import OfficialForm

/// What a change is held against, and which way it goes.
extension FigurePlacer {
    /// 决算数大于预算数41.27万元: the difference from the budget.
    mutating func exceed(_ comparison: BudgetComparison, tokens: [ProseToken], index: Int, text: FoldedText) {
        guard comparison == .above || comparison == .below, index + 1 < tokens.count,
            case .number(let number) = tokens[index + 1].kind, number.amount != nil
        else { return }
        direct(comparison == .above ? 1 : -1, text: text)
        base = .ownBudget
    }

    /// Whether 增 or 减 announces a number: one follows, behind 了 or 为 or a bracket.
    static func isDirection(_ tokens: [ProseToken], _ index: Int) -> Bool {
        guard index + 1 < tokens.count else { return false }
        switch tokens[index + 1].kind {
        case .number, .close: return true
        case .words where tokens[index + 1].range.count == 1:
            if index + 2 < tokens.count, case .number = tokens[index + 2].kind { return true }
            return false
        default: return false
        }
    }

    mutating func direct(_ sign: Int, text: FoldedText, _ tokens: [ProseToken] = [], at index: Int = 0) {
        endComparison()
        if Self.isRestated(tokens, at: index, text) {
            speaker = Speaker(noun: .unknown(""))
            phrase = NounPhrase()
            return
        }
        speak(text)
        guard expectation != .explanation else { return }
        resume(text, StatedChange(tokens, from: index), listGoesOn: Self.listGoesOn(tokens, behind: index))
        expectation = .change(sign)
    }

    /// 减少的35万元出自公务接待费: the change that was stated before, and whose it is.
    private static func isRestated(_ tokens: [ProseToken], at index: Int, _ text: FoldedText) -> Bool {
        guard index + 3 < tokens.count, case .words = tokens[index + 1].kind, case .number = tokens[index + 2].kind,
            case .words = tokens[index + 3].kind, text.scalars[tokens[index + 1].range] == ["的"]
        else { return false }
        return ["出自", "来自", "全部来自"].contains {
            text.hasPrefix(Array($0.unicodeScalars), at: tokens[index + 3].range.lowerBound)
        }
    }

    /// Lets words without a noun go on about what they can be said of.
    ///
    /// 收入10万元。其中：甲8万元，乙2万元。比上年增加1万元: that of the whole. Where nothing says of which of several it is,
    /// it is nobody's.
    mutating func resume(_ text: FoldedText, _ change: StatedChange? = nil, listGoesOn: Bool = false) {
        guard !isLocked, home == nil else { return }
        if let change, let total = totalBefore(of: change) { speaker.noun = total }
        guard !speaker.isFresh else { return }
        if !course.isEmpty, let change, let noun = course.noun(of: change) {
            if noun != speaker.noun { course.part() }
            speaker.noun = noun
            return
        }
        if course.isEmpty, let noun = nounOfPart(text) {
            course.isNamed = true
            speaker.noun = noun
            return
        }
        if course.isEmpty {
            course.isNamed = true
            if let noun = courseBefore.afterSentence() { speaker.noun = noun }
        } else if !listGoesOn, let noun = course.afterList() {
            speaker.noun = noun
            course.part()
        }
    }

    /// 总收入399万元，其中…。与上年相比，收入增加26.50万元，增长7.11%: the total that the sentence before stated, where change and rate
    /// are true of it and only the short name is said.
    private func totalBefore(of change: StatedChange) -> Speaker.Noun? {
        guard speaker.isFresh, let topic = speaker.topic, let total = Self.totals[topic] else { return nil }
        let noun = Speaker.Noun.measure(total, subject: nil)
        return courseBefore.fits(change, noun) && !course.hasStated(speaker.noun) ? noun : nil
    }

    private static let totals: [Topic: Topic] = [.yearIncome: .incomeTotal, .yearExpenditure: .expenditureTotal]

    /// 接待费2万元，比上年减少1万元，会议费3万元: whether the list of parts goes on behind a change, which is then that of
    /// the part before it.
    private static func listGoesOn(_ tokens: [ProseToken], behind index: Int) -> Bool {
        var sawChange = false
        var sawTopic = false
        for token in tokens.dropFirst(index + 1).prefix(farthestOfList) {
            switch token.kind {
            case .number(let number) where number.unit == .year: continue
            case .number(let number):
                if sawTopic { return number.isOfMoney }
                sawChange = true
            case .cue(.topic(let topic)) where sawChange: sawTopic = !TopicResolver.isCounted(topic)
            case .cue(.reason), .cue(.including), .semicolon, .period: return false
            default: continue
            }
        }
        return false
    }

    private static let farthestOfList = 16

    /// Lets a rate that is said behind several parts be that of their whole, or nobody's.
    mutating func resumeList() {
        guard !isLocked, home == nil, !speaker.isFresh, expectation == .statement, let noun = course.afterList() else {
            return
        }
        speaker.noun = noun
        course.part()
    }

    /// What the part speaks of, where a number of the outline stands behind the last figure: an item that names nothing
    /// is about the whole part.
    private func nounOfPart(_ text: FoldedText) -> Speaker.Noun? {
        guard section == .generalPublicBudget, let last = result.mentions.last?.range.upperBound, let position,
            let mark = text.marks.last(before: position), mark.start >= last,
            let topic = TopicResolver.initial(of: section, isOfAllFunds: isOfAllFunds)
        else { return nil }
        return .measure(topic, subject: nil)
    }

    /// 与2022年度决算数相比, 比年初预算: what a change is held against.
    mutating func compare(_ tokens: [ProseToken], _ index: Int, text: FoldedText) {
        if expectation != .explanation, Self.holdsAgainstMeasure(tokens, index) {
            speak(text)
            comparison = Comparison(period: .other)
            return
        }
        guard expectation != .explanation, Self.opensComparison(tokens, index, fiscalYear: fiscalYear) else {
            phrase.add(.words(tokens[index].range))
            return
        }
        speak(text)
        resume(text, StatedChange(tokens, from: index), listGoesOn: Self.listGoesOn(tokens, behind: index))
        if case .change = expectation { expectation = .statement }
        comparison = Comparison()
    }

    /// 比财政拨款收入少24万元: one measure is held against another of the same year, which is no change of either.
    private static func holdsAgainstMeasure(_ tokens: [ProseToken], _ index: Int) -> Bool {
        guard index + 2 < tokens.count, case .cue(.topic) = tokens[index + 1].kind else { return false }
        switch tokens[index + 2].kind {
        case .cue(.direction): return true
        case .cue(.shortDirection): return isDirection(tokens, index + 2)
        default: return false
        }
    }

    /// Whether a year or a side stands among the next words.
    static func opensComparison(_ tokens: [ProseToken], _ index: Int, fiscalYear: Int?) -> Bool {
        for token in tokens[(index + 1)...].prefix(4) {
            switch token.kind {
            case .cue(.year), .cue(.aspect), .cue(.compared), .cue(.shortAspect(.budget)): return true
            case .cue(.direction), .cue(.comparison): return false
            case .number(let number): return number.unit == .year
            case .words, .cue, .category, .list, .open, .close: continue
            case .comma, .semicolon, .period: return false
            }
        }
        return false
    }

    mutating func endComparison() {
        guard let ended = comparison else { return }
        comparison = nil
        base = Self.base(of: ended)
        isBasePending = base != nil
        phrase = NounPhrase()
        namedPeriod = nil
    }

    static func base(of comparison: Comparison) -> ComparisonBase? {
        let isBudget: Bool
        switch comparison.side {
        case .initialBudget, .adjustedBudget, .budget: isBudget = true
        default: isBudget = false
        }
        switch comparison.period {
        case .previous: return isBudget ? .lastYearsBudget : .lastYear
        case .other: return .other
        case .own, nil: return isBudget ? .ownBudget : comparison.side == nil ? nil : .other
        }
    }

    /// Whether a change without a base is the amount less the budget that were both stated right before it:
    /// 预算10万元，决算12万元，增加2万元.
    func isOnBudget(_ change: StatedAmount) -> Bool {
        guard base == nil, let spoken = speaker.measure else { return false }
        let last = result.mentions.suffix(2)
        guard last.count == 2, last.allSatisfy({ $0.topic == spoken.topic && $0.subject == spoken.subject }) else {
            return false
        }
        func amount(_ sides: Set<Aspect>) -> Amount? {
            for mention in last where sides.contains(mention.aspect) {
                if case .amount(let stated) = mention.value { return stated.amount }
            }
            return nil
        }
        guard let actual = amount([.amount]), let budget = amount([.budget, .initialBudget, .adjustedBudget]) else {
            return false
        }
        do { return try actual.subtracting(budget) == change.amount } catch { return false }
    }

    /// The aspect of a change in money; `nil` where no measure of the form has its base.
    func changeAspect(isRate: Bool) -> Aspect? {
        guard speaker.period != .other else { return nil }
        let isPlan = plainSide != .amount || speaker.side == .budget || speaker.side == .initialBudget
        return switch base {
        case nil, .lastYear: isRate ? .changeRate : .change
        // 2012年执行数比当年预算少3万元 in a text on 2013
        case .ownBudget where speaker.period == .previous && plainSide != .amount: nil
        case .ownBudget: isRate ? .changeRateOnBudget : .changeOnBudget
        case .lastYearsBudget: isPlan ? (isRate ? .changeRate : .change) : nil
        case .other: nil
        }
    }
}
