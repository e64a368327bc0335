import FinalAccounts
import OfficialForm

/// Numbers of money.
extension FigurePlacer {
    mutating func take(_ number: NumberToken, tokens: [ProseToken], index: Int, text: FoldedText) {
        if number.isThreshold {
            threshold = text.quote(number.range) + "以上"
            phrase.add(.list)
            return
        }
        if number.unit != .year, !isLocked { takeTurn(tokens, at: index, text: text) }
        switch number.unit {
        case .year: takeYear(number)
        case .money: takeAmount(number, tokens: tokens, index: index, text: text)
        case .percent: takePercentage(number, tokens: tokens, index: index, text: text)
        case .counter(let counter): takeCount(number, counter: counter, tokens: tokens, index: index, text: text)
        case .otherCurrency: leaveOver(number)
        case .none where isYear(number, in: text): takeYear(number)
        case .none: takeBare(number, text: text)
        }
    }

    /// 2016收入预算: the year of the document, or the one before, whose sign was left out.
    private func isYear(_ number: NumberToken, in text: FoldedText) -> Bool {
        guard let fiscalYear, number.number.decimals == 0, number.range.count == 4,
            number.number.digits == fiscalYear || number.number.digits == fiscalYear - 1
        else { return false }
        return Self.behindYears.contains { text.hasPrefix($0, at: number.range.upperBound) }
    }

    private static let behindYears = ["收入", "支出", "预算", "决算", "部门", "财政", "\"三公"].map { Array($0.unicodeScalars) }

    mutating func takeYear(_ number: NumberToken) {
        guard expectation != .explanation, let fiscalYear, number.number.decimals == 0 else { return }
        switch Int(number.number.digits) {
        case fiscalYear: name(.own)
        case fiscalYear - 1: name(.previous)
        case 1980..<2100: name(.other)
        default: break
        }
    }

    mutating func takeAmount(_ number: NumberToken, tokens: [ProseToken], index: Int, text: FoldedText) {
        guard let amount = number.amount else { return leaveOver(number) }
        if expectation == .explanation {
            add(.explanation, .amount, .amount(amount), number, subject: speaker.subject ?? speaker.topic?.rawValue)
            return
        }
        if comparison != nil {
            let named = comparison?.noun ?? (course.hasAmounts ? nil : nounBehindComparison(tokens, index, text: text))
            if !isLocked, let named { speaker.noun = named }
            return takeCompared(amount, number)
        }
        if let aspect = turn(number, in: text) {
            expectation = .statement
            if aspect == .previousAmount { speak(text) } else { phrase = NounPhrase() }
            guard let topic = speaker.topic, speaker.period != .other else { return leaveOver(number) }
            speaker.isFresh = true
            course.state(speaker.noun, amount.amount, isListed: false)
            return add(topic, aspect, .amount(amount), number)
        }
        if expectation == .share { return takeWhole(amount, number, text: text) }
        speak(text)
        guard let topic = speaker.topic.map(Self.cost), !TopicResolver.isOnlyCounted(topic) else {
            return leaveOver(number)
        }
        if case .measure(let named, let subject) = speaker.noun, named != topic {
            speaker.noun = .measure(topic, subject: subject)
        }
        if section == .performance, topic == .evaluatedProjects || topic == .averageScore, isOfOneProject {
            return place(.projectEvaluation, amount, number)
        }
        if let pair = pairTopic(topic, tokens: tokens, index: index) {
            let before = (speaker, expectation)
            place(pair, amount, number)
            if NumberPairs.isPair(tokens, at: index) { (speaker, expectation) = before }
            return
        }
        place(topic, amount, number)
    }

    /// Which side an amount is of that stands in 由3万元增至5万元: the first is last year's, the second this year's, unless
    /// the words name a budget that it was changed from.
    private func turn(_ number: NumberToken, in text: FoldedText) -> Aspect? {
        func isTurn(at position: Int) -> Bool { Self.turns.contains { text.hasPrefix($0, at: position) } }
        guard !isLocked, home == nil else { return nil }
        let start = number.range.lowerBound
        if start > 0, ["由", "从"].contains(text.scalars[start - 1]), isTurn(at: number.range.upperBound) {
            if case .side = expectation, !phrase.namesMeasure { return nil }
            return .previousAmount
        }
        guard let last = result.mentions.last, last.aspect == .previousAmount, isTurn(at: last.range.upperBound),
            start - last.range.upperBound <= 4
        else { return nil }
        return speaker.side ?? plainSide
    }

    private static let turns = ["增至", "增加到", "增加至", "升至", "上升到", "提高到", "减至", "减少到", "减少至", "降至", "下降到", "降到"].map {
        Array($0.unicodeScalars)
    }

    /// Whether an amount has a side that only one project's evaluation states: 全年预算数, 执行数.
    var isOfOneProject: Bool {
        guard !countsSeveral else { return false }
        return if case .side(let side) = expectation { side == .adjustedBudget || side == .amount } else { false }
    }

    /// The cost of what is counted: the money behind 团组0个 is that of the journeys.
    static func cost(_ topic: Topic) -> Topic {
        switch topic {
        case .abroadGroups, .abroadVisits: .abroad
        case .vehiclesPurchased: .vehiclePurchase
        case .vehiclesHeld: .vehicleRunning
        case .receptionBatches, .receptionVisitors: .reception
        case .foreignReceptionBatches, .foreignReceptionVisitors: .foreignReception
        default: topic
        }
    }

    mutating func place(_ topic: Topic, _ amount: StatedAmount, _ number: NumberToken) {
        switch expectation {
        case .change(let sign):
            lastChange = sign
            if isOnBudget(amount.signed(sign)) { base = .ownBudget }
            isBasePending = false
            course.say(of: speaker.noun)
            guard linePart == nil, let aspect = changeAspect(isRate: false), !isSaving(topic) else {
                return leaveOver(number)
            }
            add(topic, aspect, .amount(amount.signed(sign)), number)
        case .difference:
            lastChange = nil
            add(topic, .changeOnBudget, .amount(amount), number)
            expectation = .statement
        case .side(let side):
            lastChange = nil
            state(topic, side, amount, number)
        case .rate(let basis):
            // 完成全年预算23.10万元的63.9%: the budget stands inside the rate.
            state(topic, Self.side(of: basis), amount, number)
            expectation = .rate(basis)
        case .statement:
            lastChange = nil
            guard speaker.isFresh else {
                // 单位资金6万元，占2%: an amount of something else; what is said next is not about what was spoken of.
                if !isLocked, home == nil { speaker = Speaker(noun: .none) }
                return leaveOver(number)
            }
            state(topic, speaker.side ?? plainSide, amount, number)
        case .share, .explanation: leaveOver(number)
        }
    }

    /// Whether a change is what buying cost less than was planned for it: the form has no measure of that.
    func isSaving(_ topic: Topic) -> Bool { base == .ownBudget && Self.isOfProcurement(topic) }

    /// Places a plain amount on its side.
    mutating func state(_ topic: Topic, _ side: Aspect, _ amount: StatedAmount, _ number: NumberToken) {
        let isActual = side == .amount || side == .previousAmount
        isInvolving = false
        isBasePending = false
        if let linePart {
            result.parts.append(LinePart(topic: linePart, amount: amount, range: number.range))
            speaker.side = nil
            self.linePart = nil
            expectation = .statement
            return
        }
        switch speaker.period {
        case .own: add(topic, side, .amount(amount), number)
        case .previous where isActual || plainSide != .amount: add(topic, .previousAmount, .amount(amount), number)
        case .previous, .other: leaveOver(number)
        }
        course.state(speaker.noun, amount.amount, isListed: isListed)
        // 预算数10万元，决算数8万元，其中: the parts are of what the document is about.
        let isPlain = side == plainSide && speaker.period == .own
        if speaker.isFresh || isPlain { whole = (side == .previousAmount ? .amount : side, speaker.period) }
        speaker.isFresh = false
        expectation = .statement
    }

    /// 与2012年预算数612.30万元相比，2013年“三公”经费预算增加30万元: what is named right behind a comparison that begins its sentence is
    /// what the amount before was of.
    private func nounBehindComparison(_ tokens: [ProseToken], _ index: Int, text: FoldedText) -> Speaker.Noun? {
        guard index + 2 < tokens.count, case .cue(.compared) = tokens[index + 1].kind,
            case .comma = tokens[index + 2].kind
        else { return nil }
        var named: Speaker.Noun?
        for token in tokens[(index + 3)...].prefix(8) {
            switch token.kind {
            case .cue(.topic(let topic)) where named == nil:
                named = noun(of: .topic(topic, token.range), text: text)
            case .cue(.direction): return named
            case .cue(.year), .cue(.aspect), .words: continue
            case .number(let number) where number.unit == .year: continue
            default: return nil
            }
        }
        return nil
    }

    /// 较上年3.27万元: the amount that a change is held against.
    mutating func takeCompared(_ amount: StatedAmount, _ number: NumberToken) {
        guard let comparison, let topic = speaker.topic else { return leaveOver(number) }
        switch Self.base(of: comparison) {
        case .lastYear: add(topic, .previousAmount, .amount(amount), number)
        case .ownBudget: add(topic, comparison.side ?? .budget, .amount(amount), number)
        case .lastYearsBudget where plainSide != .amount: add(topic, .previousAmount, .amount(amount), number)
        default: leaveOver(number)
        }
    }

    /// 占本年支出612.29万元的…: the whole a share is of.
    mutating func takeWhole(_ amount: StatedAmount, _ number: NumberToken, text: FoldedText) {
        guard case .measure(let part, _) = phrase.meaning(in: text),
            case .measure(let topic, let subject)? = noun(of: part, text: text)
        else { return leaveOver(number) }
        phrase = NounPhrase()
        add(topic, plainSide, .amount(amount), number, subject: subject, isOther: true)
    }

    /// 收、支总计各是A、B万元: the first is the income's, the second the expenditure's.
    func pairTopic(_ topic: Topic, tokens: [ProseToken], index: Int) -> Topic? {
        let isFirst = NumberPairs.isPair(tokens, at: index)
        guard isFirst || index >= 2 && NumberPairs.isPair(tokens, at: index - 2) else { return nil }
        return switch topic {
        case .incomeAndExpenditure: isFirst ? .incomeTotal : .expenditureTotal
        case .fiscalIncomeAndExpenditure: isFirst ? .fiscalIncome : .fiscalExpenditure
        default: nil
        }
    }
}
