import FinalAccounts
import OfficialForm

/// Decides, number by number, what a stretch of explanatory text states.
///
/// Two states with names carry a sentence: the ``Speaker``, what is spoken of, and the ``Expectation``, what the next
/// number is expected to state. Phrases move them, numbers are placed by them. A noun that is not in the form ends what
/// was spoken of: its numbers are left over, and nothing inherits over it.
struct FigurePlacer {
    private let section: Section
    private let fiscalYear: Int?
    /// The side of a plain amount: the actual in accounts, the budget in a plan.
    private let plainSide: Aspect
    /// Whether figures go by their own words: the form's measures are those of a body, not of a region.
    private let isRegional: Bool
    /// Whether every number is one of a subject line.
    private let isLocked: Bool
    private var speaker: Speaker
    private var expectation = Expectation.statement
    /// The words since the last number, stop or announcing phrase.
    private var phrase = NounPhrase()
    /// The year named in the words since then.
    private var namedPeriod: Speaker.Period?
    private var base: ComparisonBase?
    /// The comparison whose words are being read: 与…相比.
    private var comparison: Comparison?
    /// The side and year that parts behind 其中 take over from the whole before them.
    private var frame: (side: Aspect?, period: Speaker.Period) = (nil, .own)
    /// The side and year of the statement that came last behind its noun.
    private var whole: (side: Aspect?, period: Speaker.Period) = (nil, .own)
    /// Whether 其中 was said of a noun that is not in the form: its parts are none of the form either.
    private var isInUnknownWhole = false
    /// The token at which the explanation ends before its sentence does.
    private var reasonEnd: Int?
    /// Whether the last number was a change, and whether it fell: a percentage behind it is the rate of that change.
    private var lastChange: Int?
    private var threshold: String?
    /// What the sentence spoke of when each open parenthesis began.
    private var outer: [(speaker: Speaker, phrase: NounPhrase, expectation: Expectation)] = []
    /// What an evaluation's sentence goes back to when it states a rate; `nil` elsewhere.
    private var home: Speaker?
    private var result = PlacedNumbers()

    /// What the words of a comparison name so far.
    private struct Comparison {
        var period: Speaker.Period?
        var side: Aspect?
    }

    init(section: Section, fiscalYear: Int?, plainSide: Aspect = .amount, isRegional: Bool = false) {
        self.section = section
        self.fiscalYear = fiscalYear
        self.plainSide = plainSide
        self.isRegional = isRegional
        isLocked = false
        let topic = TopicResolver.initial(of: section)
        speaker = Speaker(noun: topic.map { .measure($0, subject: nil) } ?? .none)
    }

    /// A placer for the words behind a subject line: every number is one of the line's.
    init(lineIn section: Section, fiscalYear: Int?, subject: String, plainSide: Aspect = .amount) {
        self.section = section
        self.fiscalYear = fiscalYear
        self.plainSide = plainSide
        isRegional = false
        isLocked = true
        speaker = Speaker(noun: .measure(.line, subject: subject), isFresh: true)
    }

    /// A placer for a sentence about one evaluation.
    init(evaluation: Topic, subject: String?, fiscalYear: Int?) {
        section = .performance
        self.fiscalYear = fiscalYear
        plainSide = .amount
        isRegional = false
        isLocked = false
        speaker = Speaker(noun: .measure(evaluation, subject: subject))
        home = speaker
    }

    /// Reads the tokens of one stretch.
    mutating func place(_ tokens: [ProseToken], in text: FoldedText) -> PlacedNumbers {
        for (index, token) in tokens.enumerated() {
            if index == reasonEnd { endReason() }
            switch token.kind {
            case .cue(let cue): take(cue, tokens: tokens, index: index, text: text)
            case .category(let name): hear(.category(name))
            case .words: words(token.range, tokens: tokens, index: index, text: text)
            case .list: phrase.add(.list)
            case .comma: comma(tokens: tokens, index: index, text: text)
            case .semicolon: semicolon(text)
            case .period: period(text)
            case .open: open()
            case .close: close()
            case .number(let number): take(number, tokens: tokens, index: index, text: text)
            }
        }
        return result
    }

    // MARK: Phrases

    private mutating func take(_ cue: Cue, tokens: [ProseToken], index: Int, text: FoldedText) {
        if expectation == .explanation, !Self.isHeardInReasons(cue) { return }
        switch cue {
        case .topic(let topic): name(topic, tokens[index].range)
        case .bare(let topic): phrase.add(.bare(topic, tokens[index].range))
        case .fund(let fund): hear(.fund(fund, tokens[index].range))
        case .appropriation: hear(.fund(nil, tokens[index].range))
        case .aspect(let side): name(side)
        case .plannedTotal(let topic):
            if plainSide != .amount, comparison == nil, Self.hasPlannedTotals(section) {
                hear(.topic(topic, tokens[index].range))
            }
            name(Aspect.budget)
        case .year(let period): name(period)
        case .rate(let basis):
            speak(text)
            expectation = .rate(basis)
            if let home { speaker = home }
        case .share:
            speak(text)
            expectation = .share
        case .difference:
            speak(text)
            expectation = .difference
            base = .ownBudget
        case .direction(let sign): direct(sign, text: text)
        case .shortDirection(let sign):
            if Self.isDirection(tokens, index) {
                direct(sign, text: text)
            } else {
                phrase.add(.words(tokens[index].range))
            }
        case .against: compare(tokens, index, text: text)
        case .compared: endComparison()
        case .sameAsLastYear:
            speak(text)
            base = .lastYear
        case .likeForLike:
            clause(text)
            base = .other
        case .reason: explain(tokens, index, text: text)
        case .including: include(text)
        case .elsewhere: phrase.add(.words(tokens[index].range))
        case .asOf: break
        case .comparison(let comparison): exceed(comparison, tokens: tokens, index: index, text: text)
        case .purpose, .nothing: break
        }
    }

    /// 决算数大于预算数41.27万元: the difference from the budget.
    private mutating func exceed(_ comparison: BudgetComparison, tokens: [ProseToken], index: Int, text: FoldedText) {
        guard comparison == .above || comparison == .below, index + 1 < tokens.count,
            case .number(let number) = tokens[index + 1].kind, number.amount != nil
        else { return }
        direct(comparison == .above ? 1 : -1, text: text)
        base = .ownBudget
    }

    /// Whether 增 or 减 announces a number: one follows, behind 了 or 为 or a bracket.
    private static func isDirection(_ tokens: [ProseToken], _ index: Int) -> Bool {
        guard index + 1 < tokens.count else { return false }
        switch tokens[index + 1].kind {
        case .number, .close: return true
        case .words where tokens[index + 1].range.count == 1:
            if index + 2 < tokens.count, case .number = tokens[index + 2].kind { return true }
            return false
        default: return false
        }
    }

    /// Whether a phrase counts inside an explanation: its own amounts belong to the explanation.
    private static func isHeardInReasons(_ cue: Cue) -> Bool {
        if case .reason = cue { true } else { false }
    }

    private mutating func name(_ topic: Topic, _ range: Range<Int>) {
        // 设备 and 车辆 are topics only where assets are listed.
        if topic == .largeEquipment || topic == .assetVehicles, section != .assets, section != .other { return }
        if topic == .evaluatedProjects, section != .performance || home != nil { return }
        // 购置费 and 运行费 alone are parts of the vehicles' costs.
        if range.count <= 3, topic == .vehiclePurchase || topic == .vehicleRunning, !Self.isOfVehicles(speaker.topic) {
            phrase.add(.words(range))
            return
        }
        // 货物, 工程 and 服务 alone are told of procurement only.
        if range.count == 2, section != .procurement, speaker.topic != .procurement,
            topic == .procurementGoods || topic == .procurementWorks || topic == .procurementServices
        {
            phrase.add(.words(range))
            return
        }
        // 收支 alone is a total only in the part on both sides.
        if topic == .incomeAndExpenditure, range.count == 2, section != .totals, section != .fiscalTotals { return }
        hear(.topic(counted(topic, range), range))
    }

    /// 国(境)外公务接待2批次，接待人次14人: who is counted goes on being those from abroad.
    private func counted(_ topic: Topic, _ range: Range<Int>) -> Topic {
        switch (topic, speaker.topic) {
        case (.receptionVisitors, .foreignReception),
            (.receptionVisitors, .foreignReceptionBatches)
        where range.count <= 4:
            .foreignReceptionVisitors
        case (.receptionBatches, .foreignReception) where range.count <= 4: .foreignReceptionBatches
        default: topic
        }
    }

    private static func isOfVehicles(_ topic: Topic?) -> Bool {
        switch topic {
        case .vehicles, .vehiclePurchase, .vehicleRunning, .vehiclesPurchased, .vehiclesHeld: true
        default: false
        }
    }

    private mutating func hear(_ part: NounPhrase.Part) {
        guard expectation != .explanation, comparison == nil else { return }
        phrase.add(part)
    }

    private mutating func name(_ side: Aspect) {
        if comparison != nil {
            comparison?.side = side == .previousAmount ? .amount : side
            if side == .previousAmount { comparison?.period = .previous }
            return
        }
        if expectation == .share { return }
        phrase.add(.side(side))
    }

    private mutating func name(_ period: Speaker.Period) {
        if comparison != nil { comparison?.period = period } else { namedPeriod = period }
    }

    private mutating func words(_ range: Range<Int>, tokens: [ProseToken], index: Int, text: FoldedText) {
        guard expectation != .explanation, comparison == nil else { return }
        if index > 0, case .number = tokens[index - 1].kind, text.scalars[range] == ["中"] { return include(text) }
        if Definition.begins(text, tokens, at: index) {
            explain(tokens, index, text: text)
            return
        }
        phrase.add(.words(range))
    }

    /// Lets the phrase read so far say what is spoken of.
    private mutating func speak(_ text: FoldedText) {
        defer { phrase = NounPhrase() }
        guard expectation != .explanation else { return }
        if expectation == .share {
            expectation = .statement
            if !phraseStates(text) { return }
        }
        let meaning = phrase.meaning(in: text)
        if case .nothing = meaning {} else { lastChange = nil }
        switch meaning {
        case .nothing:
            if let namedPeriod { speaker.period = namedPeriod }
        case .side(let side):
            if let namedPeriod { speaker.period = namedPeriod }
            expectation = .side(side)
        case .unknown(let range):
            guard !isLocked else { break }
            let words = text.quote(range)
            speaker = Speaker(
                noun: isRegional ? .measure(.other, subject: words) : .unknown(words), isFresh: true,
                period: namedPeriod ?? .own)
            expectation = .statement
            base = nil
        case .measure(let part, let side): speak(of: part, side: side, text: text)
        }
        namedPeriod = nil
    }

    /// Whether the phrase names a measure: inside a share it is only the whole, until a stop.
    private func phraseStates(_ text: FoldedText) -> Bool {
        if case .measure = phrase.meaning(in: text) { true } else { false }
    }

    private mutating func speak(of part: NounPhrase.Part, side: Aspect?, text: FoldedText) {
        guard !isLocked else {
            lockedPart(part, text: text)
            if let side { expectation = .side(side) }
            return
        }
        guard let noun = isRegional ? regionalNoun(of: part, text: text) : noun(of: part, text: text) else {
            if case .fund = part { speaker = Speaker(noun: .none) }
            return
        }
        speaker.noun = isInUnknownWhole ? .unknown("") : noun
        speaker.isFresh = true
        speaker.period = namedPeriod ?? frame.period
        speaker.side = frame.side
        base = nil
        expectation = side.map { .side($0) } ?? .statement
    }

    private func noun(of part: NounPhrase.Part, text: FoldedText) -> Speaker.Noun? {
        switch part {
        case .category(let name): return .measure(.category, subject: name)
        case .bare(let topic, _):
            guard Self.hasTotals(section) else { return nil }
            return noun(TopicResolver.resolve(total(topic), in: section), subject: nil)
        case .fund(let fund, let range):
            guard Self.hasFunds(section) else { return nil }
            return noun(
                TopicResolver.total(of: fund, isIncome: speaksOfIncome(before: range.lowerBound, in: text)),
                subject: nil)
        case .topic(let topic, let range):
            let resolved = TopicResolver.resolve(topic, in: section)
            return noun(resolved, subject: subject(of: topic, as: resolved, range, in: text))
        default: return nil
        }
    }

    /// 收入 alone behind 收入总计: the total that was named.
    private func total(_ topic: Topic) -> Topic {
        let wide: Topic = topic == .yearIncome ? .incomeTotal : .expenditureTotal
        return section == .totals && result.mentions.contains { $0.topic == wide } ? wide : topic
    }

    /// Whether a fund named now is a source of income: what was spoken of last, else the part of the form.
    private func speaksOfIncome(before position: Int, in text: FoldedText) -> Bool {
        switch speaker.topic {
        case .yearIncome, .incomeTotal, .fiscalIncome, .generalPublicIncome, .governmentFundIncome, .stateCapitalIncome,
            .superiorSubsidyIncome, .businessIncome, .commercialIncome, .affiliateIncome, .otherIncome, .openingBalance:
            true
        case .yearExpenditure, .expenditureTotal, .fiscalExpenditure, .generalPublicExpenditure,
            .governmentFundExpenditure, .stateCapitalExpenditure:
            section == .income
        default: section == .income || text.scalars[max(0, position - 6)..<position].contains("收")
        }
    }

    /// The noun by its own words, but for the “三公” costs, which regions state as bodies do.
    private func regionalNoun(of part: NounPhrase.Part, text: FoldedText) -> Speaker.Noun? {
        switch part {
        case .category(let name): .measure(.other, subject: name)
        case .topic(let topic, _) where NounPhrase.standsOver.contains(topic) && topic != .procurement:
            .measure(topic, subject: nil)
        case .topic(_, let range), .bare(_, let range), .fund(_, let range):
            .measure(.other, subject: text.quote(range))
        default: nil
        }
    }

    private func noun(_ topic: Topic?, subject: String?) -> Speaker.Noun {
        topic.map { .measure($0, subject: subject) } ?? .none
    }

    private func subject(of phrase: Topic, as topic: Topic?, _ range: Range<Int>, in text: FoldedText) -> String? {
        switch phrase {
        case .gradedProjects: quoted(after: range.upperBound, in: text)
        case .economicClass: text.quote(range)
        default: topic.flatMap { TopicResolver.fundName(of: $0, in: section) } ?? home?.subject
        }
    }

    /// The word in quotation marks that follows: the grade in 绩效评级为“优”.
    private func quoted(after position: Int, in text: FoldedText) -> String? {
        guard position < text.scalars.count, text.scalars[position] == "\"" else { return nil }
        let end = min(position + 8, text.scalars.count)
        guard let close = text.scalars[position + 1..<end].firstIndex(of: "\"") else { return nil }
        return text.quote(position + 1..<close)
    }

    /// Whether a part speaks of funds for their own sake: what procurement is paid from is no total of a fund.
    private static func hasFunds(_ section: Section) -> Bool {
        switch section {
        case .procurement, .agencyOperating, .threePublic, .assets, .performance: false
        default: true
        }
    }

    private static func hasPlannedTotals(_ section: Section) -> Bool {
        switch section {
        case .totals, .income, .expenditure, .other, .generalPublicBudget, .fiscalTotals: true
        default: false
        }
    }

    private static func hasTotals(_ section: Section) -> Bool {
        switch section {
        case .totals, .income, .expenditure, .fiscalTotals, .governmentFund, .stateCapital: true
        default: false
        }
    }

    /// 其中：基本支出 of a subject line: its parts are no amounts of the line.
    private mutating func lockedPart(_ part: NounPhrase.Part, text: FoldedText) {
        guard case .topic(let topic, _) = part else { return }
        switch topic {
        case .basicExpenditure, .projectExpenditure, .personnel, .operating, .economicClass, .generalPublicBasic,
            .generalPublicProject, .reception, .vehicleRunning, .meetings, .training, .abroad:
            linePart = topic
        default: break
        }
    }

    /// The part of a subject line that is spoken of.
    private var linePart: Topic?

    // MARK: Directions and comparisons

    private mutating func direct(_ sign: Int, text: FoldedText) {
        endComparison()
        speak(text)
        guard expectation != .explanation else { return }
        expectation = .change(sign)
    }

    /// 与2022年度决算数相比, 比年初预算: what a change is held against.
    private mutating func compare(_ tokens: [ProseToken], _ index: Int, text: FoldedText) {
        guard expectation != .explanation, Self.opensComparison(tokens, index, fiscalYear: fiscalYear) else {
            phrase.add(.words(tokens[index].range))
            return
        }
        speak(text)
        if case .change = expectation { expectation = .statement }
        comparison = Comparison()
    }

    /// Whether a year or a side stands among the next words.
    private static func opensComparison(_ tokens: [ProseToken], _ index: Int, fiscalYear: Int?) -> Bool {
        for token in tokens[(index + 1)...].prefix(4) {
            switch token.kind {
            case .cue(.year), .cue(.aspect), .cue(.compared): return true
            case .cue(.direction), .cue(.comparison): return false
            case .number(let number): return number.unit == .year
            case .words, .cue, .category, .list, .open, .close: continue
            case .comma, .semicolon, .period: return false
            }
        }
        return false
    }

    private mutating func endComparison() {
        guard let ended = comparison else { return }
        comparison = nil
        base = Self.base(of: ended)
        phrase = NounPhrase()
        namedPeriod = nil
    }

    private static func base(of comparison: Comparison) -> ComparisonBase? {
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

    /// The aspect of a change in money; `nil` where no measure of the form has its base.
    private func changeAspect(isRate: Bool) -> Aspect? {
        let isPlan = plainSide != .amount || speaker.side == .budget || speaker.side == .initialBudget
        return switch base {
        case nil, .lastYear: isRate ? .changeRate : .change
        case .ownBudget: isRate ? .changeRateOnBudget : .changeOnBudget
        case .lastYearsBudget: isPlan ? (isRate ? .changeRate : .change) : nil
        case .other: nil
        }
    }

    // MARK: Explanations and parts

    private mutating func explain(_ tokens: [ProseToken], _ index: Int, text: FoldedText) {
        endComparison()
        speak(text)
        expectation = .explanation
        reasonEnd = ReasonEnd.index(in: tokens, after: index, text: text)
    }

    private mutating func endReason() {
        expectation = .statement
        reasonEnd = nil
        base = nil
        phrase = NounPhrase()
    }

    private mutating func include(_ text: FoldedText) {
        guard expectation != .explanation else { return }
        endComparison()
        phrase = NounPhrase()
        expectation = .statement
        base = nil
        frame = whole
        if case .unknown = speaker.noun { isInUnknownWhole = true }
        speaker.isFresh = false
    }

    // MARK: Stops

    private mutating func comma(tokens: [ProseToken], index: Int, text: FoldedText) {
        if case .number = index > 0 ? tokens[index - 1].kind : .comma, NumberPairs.isPair(tokens, at: index - 1) {
            return
        }
        guard expectation != .explanation else { return }
        endComparison()
        clause(text)
        switch expectation {
        case .share, .change: expectation = .statement
        default: break
        }
    }

    /// Ends a clause: what it named is spoken of on, words without a measure are not.
    private mutating func clause(_ text: FoldedText) {
        switch phrase.meaning(in: text) {
        case .measure where expectation != .share: speak(text)
        case .side where expectation != .share: speak(text)
        default: phrase = NounPhrase()
        }
        namedPeriod = nil
    }

    private mutating func semicolon(_ text: FoldedText) {
        guard expectation != .explanation else { return }
        endComparison()
        clause(text)
        expectation = .statement
        base = nil
        lastChange = nil
        linePart = nil
    }

    private mutating func period(_ text: FoldedText) {
        if expectation == .explanation { endReason() }
        semicolon(text)
        outer = []
        frame = (nil, .own)
        whole = (nil, .own)
        isInUnknownWhole = false
        speaker.isFresh = false
        speaker.side = nil
        speaker.period = .own
        threshold = nil
    }

    private mutating func open() {
        outer.append((speaker, phrase, expectation))
    }

    private mutating func close() {
        guard let last = outer.popLast() else { return }
        endComparison()
        // (“三公”经费): an apposition says what the list before it is.
        if last.expectation != .explanation, case .topic(let topic, let range)? = phrase.parts.last,
            topic == .threePublic
        {
            phrase = NounPhrase()
            phrase.add(.topic(topic, range))
            return
        }
        // 比上年(减少)21.10万元: a bracket that holds nothing but the direction.
        if case .change = expectation, speaker == last.speaker, expectation != last.expectation, phrase.isEmpty {
            return
        }
        (speaker, phrase, expectation) = last
    }

    // MARK: Numbers

    private mutating func take(_ number: NumberToken, tokens: [ProseToken], index: Int, text: FoldedText) {
        if number.isThreshold {
            threshold = text.quote(number.range) + "以上"
            phrase.add(.list)
            return
        }
        switch number.unit {
        case .year: takeYear(number)
        case .money: takeAmount(number, tokens: tokens, index: index, text: text)
        case .percent: takePercentage(number, tokens: tokens, index: index, text: text)
        case .counter(let counter): takeCount(number, counter: counter, tokens: tokens, index: index, text: text)
        case .otherCurrency: leaveOver(number)
        case .none: takeBare(number, text: text)
        }
    }

    private mutating func takeYear(_ number: NumberToken) {
        guard expectation != .explanation, let fiscalYear, number.number.decimals == 0 else { return }
        switch Int(number.number.digits) {
        case fiscalYear: name(.own)
        case fiscalYear - 1: name(.previous)
        case 1980..<2100: name(.other)
        default: break
        }
    }

    private mutating func takeAmount(_ number: NumberToken, tokens: [ProseToken], index: Int, text: FoldedText) {
        guard let amount = number.amount else { return leaveOver(number) }
        if expectation == .explanation {
            add(.explanation, .amount, .amount(amount), number, subject: speaker.subject ?? speaker.topic?.rawValue)
            return
        }
        if comparison != nil { return takeCompared(amount, number) }
        if expectation == .share { return takeWhole(amount, number, text: text) }
        speak(text)
        guard let topic = speaker.topic.map(Self.cost) else { return leaveOver(number) }
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

    /// Whether an amount has a side that only one project's evaluation states: 全年预算数, 执行数.
    private var isOfOneProject: Bool {
        if case .side(let side) = expectation { side == .adjustedBudget || side == .amount } else { false }
    }

    /// The cost of what is counted: the money behind 团组0个 is that of the journeys.
    private static func cost(_ topic: Topic) -> Topic {
        switch topic {
        case .abroadGroups, .abroadVisits: .abroad
        case .vehiclesPurchased: .vehiclePurchase
        case .vehiclesHeld: .vehicleRunning
        case .receptionBatches, .receptionVisitors: .reception
        case .foreignReceptionBatches, .foreignReceptionVisitors: .foreignReception
        default: topic
        }
    }

    private mutating func place(_ topic: Topic, _ amount: StatedAmount, _ number: NumberToken) {
        switch expectation {
        case .change(let sign):
            lastChange = sign
            guard linePart == nil, let aspect = changeAspect(isRate: false) else { return leaveOver(number) }
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
            guard speaker.isFresh else { return leaveOver(number) }
            state(topic, speaker.side ?? plainSide, amount, number)
        case .share, .explanation: leaveOver(number)
        }
    }

    /// Places a plain amount on its side.
    private mutating func state(_ topic: Topic, _ side: Aspect, _ amount: StatedAmount, _ number: NumberToken) {
        let isActual = side == .amount || side == .previousAmount
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
        if speaker.isFresh { whole = (side == .previousAmount ? .amount : side, speaker.period) }
        speaker.isFresh = false
        expectation = .statement
    }

    /// 较上年3.27万元: the amount that a change is held against.
    private mutating func takeCompared(_ amount: StatedAmount, _ number: NumberToken) {
        guard let comparison, let topic = speaker.topic else { return leaveOver(number) }
        switch Self.base(of: comparison) {
        case .lastYear: add(topic, .previousAmount, .amount(amount), number)
        case .ownBudget: add(topic, comparison.side ?? .budget, .amount(amount), number)
        case .lastYearsBudget where plainSide != .amount: add(topic, .previousAmount, .amount(amount), number)
        default: leaveOver(number)
        }
    }

    /// 占本年支出612.29万元的…: the whole a share is of.
    private mutating func takeWhole(_ amount: StatedAmount, _ number: NumberToken, text: FoldedText) {
        guard case .measure(let part, _) = phrase.meaning(in: text),
            case .measure(let topic, let subject)? = noun(of: part, text: text)
        else { return leaveOver(number) }
        phrase = NounPhrase()
        add(topic, plainSide, .amount(amount), number, subject: subject, isOther: true)
    }

    /// 收、支总计各是A、B万元: the first is the income's, the second the expenditure's.
    private func pairTopic(_ topic: Topic, tokens: [ProseToken], index: Int) -> Topic? {
        let isFirst = NumberPairs.isPair(tokens, at: index)
        guard isFirst || index >= 2 && NumberPairs.isPair(tokens, at: index - 2) else { return nil }
        return switch topic {
        case .incomeAndExpenditure: isFirst ? .incomeTotal : .expenditureTotal
        case .fiscalIncomeAndExpenditure: isFirst ? .fiscalIncome : .fiscalExpenditure
        default: nil
        }
    }

    private mutating func takePercentage(_ number: NumberToken, tokens: [ProseToken], index: Int, text: FoldedText) {
        if expectation == .explanation {
            result.explained.append(number)
            return
        }
        guard comparison == nil, let percentage = number.percentage else { return leaveOver(number) }
        if expectation == .share {
            settleFund(by: phrase.meaning(in: text))
            phrase = NounPhrase()
        } else {
            speak(text)
        }
        guard let spoken = speaker.topic, linePart == nil else { return leaveOver(number) }
        var topic = pairTopic(spoken, tokens: tokens, index: index) ?? spoken
        if section == .performance, spoken == .evaluatedProjects || spoken == .averageScore, case .rate = expectation {
            topic = .projectEvaluation
        }
        switch expectation {
        case .share:
            add(topic, .share, .percentage(percentage), number)
            expectation = .statement
        case .rate(let basis):
            add(topic, Self.aspect(of: basis), .percentage(percentage), number)
            expectation = .statement
        case .change(let sign): placeRate(topic, percentage.signed(sign), number)
        default:
            guard let lastChange else {
                // A percentage that nothing announced ends what was spoken of: the head of its sentence is cut off.
                if speaker.isFresh, !isLocked { speaker = Speaker(noun: .none) }
                return leaveOver(number)
            }
            placeRate(topic, percentage.signed(lastChange), number)
        }
        if !NumberPairs.isPair(tokens, at: index) { lastChange = nil }
    }

    /// 基本支出…，占一般公共预算支出的84%: the whole says of which funds the part is.
    private mutating func settleFund(by whole: NounPhrase.Meaning) {
        guard case .measure(.topic(let whole, _), _) = whole, case .measure(let topic, let subject) = speaker.noun,
            let settled = TopicResolver.part(topic, of: whole), settled != topic
        else { return }
        speaker.noun = .measure(settled, subject: subject)
        if let last = result.mentions.indices.last, result.mentions[last].topic == topic {
            result.mentions[last].topic = settled
        }
    }

    private mutating func placeRate(_ topic: Topic, _ percentage: StatedPercentage, _ number: NumberToken) {
        guard let aspect = changeAspect(isRate: true) else { return leaveOver(number) }
        add(topic, aspect, .percentage(percentage), number)
    }

    private static func side(of basis: BudgetBasis) -> Aspect {
        switch basis {
        case .initialBudget: .initialBudget
        case .adjustedBudget: .adjustedBudget
        case .unspecified: .budget
        }
    }

    private static func aspect(of basis: BudgetBasis) -> Aspect {
        switch basis {
        case .initialBudget: .rateOnInitialBudget
        case .adjustedBudget: .rateOnAdjustedBudget
        case .unspecified: .rateOnBudget
        }
    }

    private mutating func takeCount(
        _ number: NumberToken, counter: String, tokens: [ProseToken], index: Int, text: FoldedText
    ) {
        guard expectation != .explanation, number.number.decimals == 0 || counter == "分" || counter == "个百分点" else {
            return
        }
        let meaning = phrase.meaning(in: text)
        if case .measure = meaning { speak(text) }
        let spoken = speaker
        // 一般公务用车6辆 is a kind of vehicle, not all of them.
        if counter == "辆", spoken.topic != .assetVehicles, let kind = Self.vehicles(meaning, in: text) {
            return takeVehicles(number, kind: kind, of: spoken.topic, text: text)
        }
        phrase = NounPhrase()
        let value = FigureValue.count(number.number.digits, counter: counter)
        if let evaluated = evaluated(number, counter: counter, tokens: tokens, index: index, text: text) {
            return add(evaluated.topic, .count, value, number, subject: evaluated.grade)
        }
        let counted = CountedTopic.resolve(
            spoken.topic, counter: counter, section: section, around: number.range, in: text)
        switch counted {
        case nil:
            if section == .threePublic || section == .assets || counter == "个百分点" { leaveOver(number) }
        case let counted? where counter == "分": add(counted, .score, .score(number.number), number)
        case .gradedProjects?: add(.gradedProjects, .count, value, number, subject: spoken.subject)
        case .assetVehicles?:
            let kind = CountedTopic.vehicleKind(before: number.range.lowerBound, in: text)
            add(.assetVehicles, .count, value, number, subject: kind)
        case .largeEquipment?: add(.largeEquipment, .count, value, number, subject: threshold)
        case let counted?: add(counted, .count, value, number)
        }
    }

    /// The words of a phrase that is no measure and ends as kinds of vehicles do.
    private static func vehicles(_ meaning: NounPhrase.Meaning, in text: FoldedText) -> Range<Int>? {
        guard case .unknown(let range) = meaning else { return nil }
        let last = text.scalars[range.upperBound - 1]
        return last == "车" || last == "辆" ? range : nil
    }

    /// 购置执法用车1辆 counts what was bought; any other kind of vehicle is left over.
    private mutating func takeVehicles(_ number: NumberToken, kind: Range<Int>, of topic: Topic?, text: FoldedText) {
        let words = String(String.UnicodeScalarView(text.scalars[phraseRange(kind, in: text)]))
        let isBought = ["购置", "更新", "新购", "购买", "购入"].contains { words.holds($0) }
        guard isBought, Self.isOfVehicles(topic) else { return leaveOver(number) }
        add(.vehiclesPurchased, .count, .count(number.number.digits, counter: "辆"), number)
    }

    /// The words of a clause up to the end of a range.
    private func phraseRange(_ range: Range<Int>, in text: FoldedText) -> Range<Int> {
        max(0, range.lowerBound - 8)..<range.upperBound
    }

    /// 对7个项目开展绩效自评, 优4个: counts of the part on performance that stand before their noun or behind a grade.
    private func evaluated(
        _ number: NumberToken, counter: String, tokens: [ProseToken], index: Int, text: FoldedText
    ) -> (topic: Topic, grade: String?)? {
        guard section == .performance, home == nil, counter == "个" else { return nil }
        for grade in ["优", "良", "中", "差"] where number.range.lowerBound >= 2 {
            let before = text.scalars[number.range.lowerBound - 2]
            if text.scalars[number.range.lowerBound - 1] == grade.unicodeScalars.first, !ScalarFolding.isDigit(before),
                before == ":" || before == "，" || before == "、"
            {
                return (.gradedProjects, grade)
            }
        }
        guard text.hasPrefix(["项", "目"], at: number.range.upperBound) else { return nil }
        for token in tokens[(index + 1)...].prefix(6) {
            switch token.kind {
            case .cue(.topic(let topic))
            where topic == .evaluatedProjects || topic == .targetedProjects
                || topic == .trackedProjects:
                return (topic, nil)
            case .comma, .semicolon, .period: return nil
            default: continue
            }
        }
        return nil
    }

    /// A number with nothing behind it is a figure only where a change was announced: 增长 13.95 without
    /// its percent sign.
    private mutating func takeBare(_ number: NumberToken, text: FoldedText) {
        if isCell(number.range, in: text) { return leaveOver(number) }
        if number.number.digits == 0, endsClause(number.range, in: text) {
            switch phrase.meaning(in: text) {
            case .measure, .side:
                var zero = number
                zero.unit = .money(.yuan)
                return takeAmount(zero, tokens: [], index: 0, text: text)
            default: break
            }
        }
        guard case .change = expectation, speaker.topic != nil, section != .other, section != .performance else {
            return
        }
        leaveOver(number)
        expectation = .statement
    }

    private func endsClause(_ range: Range<Int>, in text: FoldedText) -> Bool {
        guard range.upperBound < text.scalars.count else { return true }
        switch text.scalars[range.upperBound] {
        case "，", ",", "。", "；", ";", "、", ")": return true
        default: return false
        }
    }

    /// Whether a number stands between the bars of a table laid down as text.
    private func isCell(_ range: Range<Int>, in text: FoldedText) -> Bool {
        range.upperBound < text.scalars.count && text.scalars[range.upperBound] == "|"
            || range.lowerBound > 0 && text.scalars[range.lowerBound - 1] == "|"
    }

    private mutating func leaveOver(_ number: NumberToken) {
        result.leftovers.append(number)
        phrase = NounPhrase()
    }

    private mutating func add(
        _ topic: Topic, _ aspect: Aspect, _ value: FigureValue, _ number: NumberToken, subject: String? = nil,
        isOther: Bool = false
    ) {
        let spoken = speaker.measure
        let named = isOther ? subject : subject ?? (topic == spoken?.topic ? spoken?.subject : nil)
        result.mentions.append(
            Mention(topic: topic, subject: named, aspect: aspect, value: value, range: number.range))
    }
}
