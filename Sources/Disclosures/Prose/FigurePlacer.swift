import FinalAccounts
import OfficialForm

/// Decides, number by number, what a stretch of explanatory text states.
///
/// The reader keeps what the sentence speaks of (the topic), which side of it comes next (the aspect),
/// and whether a change, a rate or a share was announced. A number that nothing announced is left over.
struct FigurePlacer {
    private let section: Section
    private let fiscalYear: Int?
    /// Whether the topic is given and no phrase changes it: inside a subject line.
    private let isLocked: Bool
    private var topic: Topic?
    private var subject: String?
    /// Whether the topic was named after the last number: only then does a bare amount state it.
    private var isFresh = false
    private var aspect: Aspect?
    private var rate: BudgetBasis?
    private var direction: Int?
    private var comparesBudget = false
    /// Whether 比, 较 or 与 was said and not yet what of.
    private var comparesNext = false
    private var isShare = false
    private var isReason = false
    /// The token at which the explanation ends before its sentence does.
    private var reasonEnd: Int?
    /// Where the words behind the last stop begin, and whether the topic was named among them.
    private var clauseStart = 0
    private var isNamedInClause = true
    private var isPreviousYear = false
    /// Whether the last number was a change, so that a percentage behind it is the rate of that change.
    private var followsChange = false
    private var threshold: String?
    /// What the sentence spoke of when each open parenthesis began.
    private var outer: [(topic: Topic?, subject: String?, isFresh: Bool)] = []
    /// What an evaluation's sentence goes back to when it states a rate; `nil` elsewhere.
    private var home: (topic: Topic, subject: String?)?
    private var result = PlacedNumbers()

    init(section: Section, fiscalYear: Int?) {
        self.section = section
        self.fiscalYear = fiscalYear
        isLocked = false
        topic = TopicResolver.initial(of: section)
    }

    /// A placer for the words behind a subject line: every number is one of the line's.
    init(lineIn section: Section, fiscalYear: Int?, subject: String) {
        self.section = section
        self.fiscalYear = fiscalYear
        isLocked = true
        topic = .line
        self.subject = subject
        isFresh = true
    }

    /// A placer for a sentence about one evaluation.
    init(evaluation: Topic, subject: String?, fiscalYear: Int?) {
        section = .performance
        self.fiscalYear = fiscalYear
        isLocked = false
        topic = evaluation
        self.subject = subject
        home = (evaluation, subject)
    }

    /// Reads the tokens of one stretch.
    mutating func place(_ tokens: [ProseToken], in text: FoldedText) -> PlacedNumbers {
        for (index, token) in tokens.enumerated() {
            if index == reasonEnd { endReason() }
            switch token.kind {
            case .cue(let cue): take(cue, tokens: tokens, index: index, text: text)
            case .category(let name): speak(ofCategory: name)
            case .comma: comma(token.range)
            case .semicolon: semicolon(token.range)
            case .period: period(token.range)
            case .open: outer.append((topic, subject, isFresh))
            case .close: close()
            case .number(let number): take(number, text: text)
            }
        }
        return result
    }

    // MARK: Words

    private mutating func take(_ cue: Cue, tokens: [ProseToken], index: Int, text: FoldedText) {
        switch cue {
        case .topic(let next): name(next, followedBy: tokens, index: index, text: text)
        case .aspect(let next):
            guard !isShare else { return }
            if comparesNext, next == .initialBudget || next == .adjustedBudget || next == .budget {
                comparesBudget = true
            }
            comparesNext = false
            aspect = next
            direction = nil
        case .rate(let basis):
            rate = basis
            if let home { (topic, subject) = (home.topic, home.subject) }
        case .share: isShare = true
        case .direction(let sign): direction = sign
        case .againstLastYear: comparesBudget = false
        case .againstBudget: comparesBudget = true
        case .reason:
            isReason = true
            reasonEnd = ReasonEnd.index(in: tokens, after: index)
            direction = nil
        case .elsewhere: speakElsewhere()
        case .bare(let next): bare(next, tokens[index].range, text: text)
        case .against: comparesNext = true
        case .asOf: break
        case .including:
            aspect = nil
            direction = nil
        case .comparison, .purpose, .nothing: break
        }
    }

    private mutating func name(_ next: Topic, followedBy tokens: [ProseToken], index: Int, text: FoldedText) {
        guard !isLocked, !isShare, !isReason else { return }
        // 设备 and 车辆 are topics only where assets are listed.
        if next == .largeEquipment || next == .assetVehicles, section != .assets, section != .other { return }
        if next == .evaluatedProjects, section != .performance || home != nil { return }
        // 收支 alone is a total only in the part on both sides.
        if next == .incomeAndExpenditure, tokens[index].range.count == 2, section != .totals, section != .fiscalTotals {
            return
        }
        speak(of: TopicResolver.resolve(next, in: section))
        subject = subject(of: next, tokens[index].range, in: text)
    }

    private func subject(of phrase: Topic, _ range: Range<Int>, in text: FoldedText) -> String? {
        switch phrase {
        case .gradedProjects: quoted(after: range.upperBound, in: text)
        case .economicClass: text.quote(range)
        default: topic.flatMap { TopicResolver.fundName(of: $0, in: section) } ?? home?.subject
        }
    }

    private mutating func speak(of next: Topic?) {
        topic = next
        isFresh = next != nil
        isNamedInClause = true
        aspect = nil
        direction = nil
        rate = nil
    }

    private mutating func speakElsewhere() {
        guard !isLocked, !isShare, !isReason else { return }
        speak(of: nil)
        subject = nil
    }

    /// 2023年度收入800万元, ；支出60万元 in the parts on income and expenditure.
    private mutating func bare(_ next: Topic, _ range: Range<Int>, text: FoldedText) {
        guard !isLocked, !isShare, !isReason, Self.hasTotals(section), range.upperBound < text.scalars.count,
            ScalarFolding.isDigit(text.scalars[range.upperBound])
        else { return }
        switch range.lowerBound > 0 ? text.scalars[range.lowerBound - 1] : "。" {
        case "，", ",", "；", ";", "。", ":", "度", "年", "中": break
        default: return
        }
        speak(of: TopicResolver.resolve(next, in: section))
        subject = nil
    }

    private static func hasTotals(_ section: Section) -> Bool {
        switch section {
        case .totals, .income, .expenditure, .fiscalTotals, .governmentFund, .stateCapital: true
        default: false
        }
    }

    private mutating func speak(ofCategory category: String) {
        guard !isLocked, !isShare, !isReason else { return }
        speak(of: .category)
        subject = category
    }

    /// The word in quotation marks that follows: the grade in 绩效评级为“优”.
    private func quoted(after position: Int, in text: FoldedText) -> String? {
        guard position < text.scalars.count, text.scalars[position] == "\"" else { return nil }
        let end = min(position + 8, text.scalars.count)
        guard let close = text.scalars[position + 1..<end].firstIndex(of: "\"") else { return nil }
        return text.quote(position + 1..<close)
    }

    // MARK: Stops

    private mutating func comma(_ range: Range<Int>) {
        isShare = false
        direction = nil
        isPreviousYear = false
        comparesNext = false
        clauseStart = range.upperBound
        isNamedInClause = false
    }

    private mutating func semicolon(_ range: Range<Int>) {
        comma(range)
        aspect = nil
        rate = nil
        followsChange = false
    }

    private mutating func endReason() {
        isReason = false
        reasonEnd = nil
        comparesBudget = false
    }

    private mutating func close() {
        guard let last = outer.popLast() else { return }
        (topic, subject, isFresh) = last
        isNamedInClause = true
    }

    private mutating func period(_ range: Range<Int>) {
        semicolon(range)
        outer = []
        endReason()
        isFresh = false
        threshold = nil
    }

    // MARK: Numbers

    private mutating func take(_ number: NumberToken, text: FoldedText) {
        if number.isThreshold {
            threshold = text.quote(number.range) + "以上"
            return
        }
        switch number.unit {
        case .year: takeYear(number, text: text)
        case .money: takeAmount(number, text: text)
        case .percent: takePercentage(number)
        case .counter(let counter): takeCount(number, counter: counter, text: text)
        case .otherCurrency: result.leftovers.append(number)
        case .none: takeBare(number)
        }
    }

    private mutating func takeYear(_ number: NumberToken, text: FoldedText) {
        guard let fiscalYear, number.number.decimals == 0, number.number.digits == Int64(fiscalYear - 1) else { return }
        let before = number.range.lowerBound - 1
        guard before >= 0 else { return }
        switch text.scalars[before] {
        case "比", "较", "与", "同":
            comparesBudget = false
            comparesNext = false
        default: isPreviousYear = true
        }
    }

    private mutating func takeAmount(_ number: NumberToken, text: FoldedText) {
        guard let amount = number.amount else {
            result.leftovers.append(number)
            return
        }
        if isReason {
            add(.explanation, .amount, .amount(amount), number, subject: subject ?? topic?.rawValue)
            return
        }
        guard let topic else {
            result.leftovers.append(number)
            return
        }
        if let direction {
            add(topic, comparesBudget ? .changeOnBudget : .change, .amount(amount.signed(direction)), number)
            self.direction = nil
            followsChange = true
            return
        }
        followsChange = false
        if isPreviousYear, aspect != nil || isFresh {
            add(topic, .previousAmount, .amount(amount), number)
        } else if let aspect {
            add(topic, aspect, .amount(amount), number)
        } else if isFresh, stillSpeaks(before: number.range.lowerBound, text: text) {
            add(topic, .amount, .amount(amount), number)
        } else {
            result.leftovers.append(number)
            return
        }
        isFresh = false
        aspect = nil
    }

    /// Whether a plain amount is still of the topic named before: of the three public costs, running costs are told
    /// by kinds (加油, 维修) that are no measure.
    private func stillSpeaks(before position: Int, text: FoldedText) -> Bool {
        isNamedInClause || section != .threePublic || clauseStart > position
            || ClauseWords.areNeutral(text, clauseStart..<position)
    }

    private mutating func takePercentage(_ number: NumberToken) {
        guard !isReason, let topic, let percentage = number.percentage else {
            if !isReason { result.leftovers.append(number) }
            return
        }
        if isShare {
            add(topic, .share, .percentage(percentage), number)
            isShare = false
        } else if let rate {
            add(topic, Self.aspect(of: rate), .percentage(percentage), number)
            self.rate = nil
        } else if let direction {
            add(topic, changeRate, .percentage(percentage.signed(direction)), number)
            self.direction = nil
        } else if followsChange {
            let fell = result.mentions.last?.value.amount.map { $0 < .zero } ?? false
            add(topic, changeRate, .percentage(percentage.signed(fell ? -1 : 1)), number)
        } else {
            result.leftovers.append(number)
        }
        followsChange = false
    }

    private var changeRate: Aspect { comparesBudget ? .changeRateOnBudget : .changeRate }

    private static func aspect(of basis: BudgetBasis) -> Aspect {
        switch basis {
        case .initialBudget: .rateOnInitialBudget
        case .adjustedBudget: .rateOnAdjustedBudget
        case .unspecified: .rateOnBudget
        }
    }

    private mutating func takeCount(_ number: NumberToken, counter: String, text: FoldedText) {
        guard !isReason, number.number.decimals == 0 || counter == "分" else { return }
        let counted = CountedTopic.resolve(topic, counter: counter, section: section, around: number.range, in: text)
        guard let counted else { return }
        if counter == "分" {
            add(counted, .score, .score(number.number), number)
            return
        }
        var of = counted == .gradedProjects ? subject : nil
        if counted == .assetVehicles { of = CountedTopic.vehicleKind(before: number.range.lowerBound, in: text) }
        if counted == .largeEquipment { of = threshold }
        add(counted, .count, .count(number.number.digits, counter: counter), number, subject: of)
    }

    /// A number with nothing behind it is a figure only where a change was announced: 增长 13.95 without
    /// its percent sign.
    private mutating func takeBare(_ number: NumberToken) {
        guard direction != nil, !isReason, topic != nil, section != .other, section != .performance else { return }
        result.leftovers.append(number)
        direction = nil
    }

    private mutating func add(
        _ topic: Topic, _ aspect: Aspect, _ value: FigureValue, _ number: NumberToken, subject: String? = nil
    ) {
        let named = subject ?? (topic == self.topic ? self.subject : nil)
        result.mentions.append(
            Mention(topic: topic, subject: named, aspect: aspect, value: value, range: number.range))
    }
}
