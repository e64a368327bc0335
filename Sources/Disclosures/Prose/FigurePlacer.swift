import FinalAccounts
import OfficialForm

/// Decides, number by number, what a stretch of explanatory text states.
///
/// Two states with names carry a sentence: the ``Speaker``, what is spoken of, and the ``Expectation``, what the next
/// number is expected to state. Phrases move them, numbers are placed by them. A noun that is not in the form ends what
/// was spoken of: its numbers are left over, and nothing inherits over it.
struct FigurePlacer {
    let section: Section
    let fiscalYear: Int?
    /// The side of a plain amount: the actual in accounts, the budget in a plan.
    let plainSide: Aspect
    /// How nouns are understood.
    let nouns: Nouns
    /// Whether the part on expenditure is that of all that is appropriated.
    let isOfAllFunds: Bool
    /// Whether the text evaluates how all that a body spends performed: its rates and totals without a noun are the body's.
    let isOfWhole: Bool
    /// Whether every number is one of a subject line.
    let isLocked: Bool
    var speaker: Speaker
    var expectation = Expectation.statement
    /// The words since the last number, stop or announcing phrase.
    var phrase = NounPhrase()
    /// The year named in the words since then.
    var namedPeriod: Speaker.Period?
    var base: ComparisonBase?
    /// The year that the sentence before named without stating an amount: 该局2013年“三公”经费预算与执行数一致。总数为…
    var carriedPeriod: Speaker.Period?
    /// How many brackets were open when 其中 was said last.
    var depthOfParts = 0
    /// The comparison whose words are being read: 与…相比.
    var comparison: Comparison?
    /// The side and year that parts behind 其中 take over from the whole before them.
    var frame: (side: Aspect?, period: Speaker.Period) = (nil, .own)
    /// The side and year of the statement that came last behind its noun.
    var whole: (side: Aspect?, period: Speaker.Period) = (nil, .own)
    /// Whether 其中 was said of a noun that is not in the form: its parts are none of the form either.
    var isInUnknownWhole = false
    /// The token at which the explanation ends before its sentence does.
    var reasonEnd: Int?
    /// Whether the last number was a change, and whether it fell: a percentage behind it is the rate of that change.
    var lastChange: Int?
    var threshold: String?
    /// What the sentence spoke of when each open parenthesis began.
    var outer: [(speaker: Speaker, phrase: NounPhrase, expectation: Expectation, course: Course)] = []
    /// What an evaluation's sentence goes back to when it states a rate; `nil` elsewhere.
    var home: Speaker?
    /// Whether what is spoken of was joined to what was stated before it by 、.
    var isListed = false
    /// The nouns of the list that was named last, and whether 各 or 分别 has been said since.
    var listedNouns: [Speaker.Noun] = []
    var respective: Respective?
    /// The run of numbers that answers such a list.
    var turn: Turn?
    /// The nouns that such a run has answered, and the token of its last number.
    var answered: (nouns: [Speaker.Noun], end: Int)?
    /// The part of a subject line that is spoken of.
    var linePart: Topic?
    /// The side of the measure that was named last, for funds that are named without one.
    var flow: TableSide?
    /// The one fund whose total the sentence began with: 本年支出 behind 一般公共预算本年收入 is that of the fund.
    var fundOfSentence: Fund?
    /// Whether a comparison is over whose change has not come yet.
    var isBasePending = false
    /// Whether the sentence has counted several evaluated projects.
    var countsSeveral = false
    /// Whether the sentence goes on to what projects are spoken of for: 涉及.
    var isInvolving = false
    /// Where the token stands that is read.
    var position: Int?
    /// What is being said in words.
    var remark: OpenRemark?
    /// What the sentence has stated, and what the sentence before it had.
    var course = Course()
    var courseBefore = Course()
    var result = PlacedNumbers()

    /// What the words of a comparison name so far.
    struct Comparison {
        var period: Speaker.Period?
        var side: Aspect?
        /// What the words of the comparison name: 与上年收入总计204万元相比.
        var noun: Speaker.Noun?
    }

    /// - Parameter heading: the measure that the heading right over the stretch names, if it names one.
    init(
        section: Section, fiscalYear: Int?, plainSide: Aspect = .amount, nouns: Nouns = .form,
        isOfAllFunds: Bool = false, isOfWhole: Bool = false, heading: Topic? = nil
    ) {
        self.section = section
        self.fiscalYear = fiscalYear
        self.plainSide = plainSide
        self.nouns = nouns
        self.isOfAllFunds = isOfAllFunds
        self.isOfWhole = isOfWhole
        isLocked = false
        let topic = heading ?? TopicResolver.initial(of: section, isOfAllFunds: isOfAllFunds)
        speaker = Speaker(noun: topic.map { .measure($0, subject: nil) } ?? .none, isFresh: heading != nil)
    }

    /// A placer for the words behind a subject line: every number is one of the line's.
    init(lineIn section: Section, fiscalYear: Int?, subject: String, plainSide: Aspect = .amount) {
        self.section = section
        self.fiscalYear = fiscalYear
        self.plainSide = plainSide
        nouns = .form
        isOfAllFunds = false
        isOfWhole = false
        isLocked = true
        speaker = Speaker(noun: .measure(.line, subject: subject), isFresh: true)
    }

    /// A placer for a sentence about one evaluation.
    init(evaluation: Topic, subject: String?, fiscalYear: Int?, plainSide: Aspect = .amount) {
        section = .performance
        self.fiscalYear = fiscalYear
        self.plainSide = plainSide
        nouns = .form
        isOfAllFunds = false
        isOfWhole = false
        isLocked = false
        speaker = Speaker(noun: .measure(evaluation, subject: subject))
        home = speaker
    }

    private static let control = Array("控制率".unicodeScalars)

    /// Reads the tokens of one stretch.
    mutating func place(_ tokens: [ProseToken], in text: FoldedText) -> PlacedNumbers {
        for (index, token) in tokens.enumerated() {
            if index == reasonEnd {
                endRemark(at: token.range.lowerBound)
                endReason()
                if index > 0, tokens[index - 1].kind == .semicolon { course.part() }
            }
            position = token.range.lowerBound
            continueRemark(token)
            switch token.kind {
            case .cue(let cue): take(cue, tokens: tokens, index: index, text: text)
            case .category(let name): hear(.category(name))
            case .words: words(token.range, tokens: tokens, index: index, text: text)
            case .list:
                isListed = true
                phrase.add(.list)
            case .comma: comma(tokens: tokens, index: index, text: text)
            case .semicolon:
                semicolon(text)
                resumeWhole()
            case .period: period(text)
            case .open: open()
            case .close: close()
            case .number(let number): take(number, tokens: tokens, index: index, text: text)
            }
        }
        if let end = tokens.last?.range.upperBound { endRemark(at: end) }
        return result
    }

    /// Whether 去年 means the year that is accounted for: a report of the year after holds it against the year before.
    private func isOwn(_ period: Speaker.Period, _ range: Range<Int>, _ text: FoldedText) -> Bool {
        guard period == .previous, range.count == 2, plainSide == .amount, comparison == nil, let fiscalYear,
            text.scalars[range.lowerBound] == "去"
        else { return false }
        let end = text.scalars[range.upperBound...].prefix(160).firstIndex(of: "。") ?? range.upperBound
        let rest = String(String.UnicodeScalarView(text.scalars[range.upperBound..<end]))
        return !rest.holds("今年") && !rest.holds("本年") && !rest.holds("\(fiscalYear)年")
            && ["比上年", "较上年", "比前年", "同比", "较\(fiscalYear - 1)年", "比\(fiscalYear - 1)年"].contains(where: rest.holds)
    }

    mutating func take(_ cue: Cue, tokens: [ProseToken], index: Int, text: FoldedText) {
        if expectation == .explanation, !Self.isHeardInReasons(cue) { return }
        switch cue {
        case .topic(let topic): name(topic, tokens[index].range, text: text)
        case .bare(let topic): phrase.add(.bare(topic, tokens[index].range))
        case .fund(let fund): hear(.fund(fund, tokens[index].range))
        case .appropriation: hear(.fund(nil, tokens[index].range))
        case .aspect(let side):
            if let spent = spent(tokens[index].range, in: text) { hear(.bare(.yearExpenditure, spent)) }
            name(side)
        case .plannedTotal(let topic):
            if comparison == nil, plainSide == .amount ? opensOwnPlan : opensPlannedTotal {
                hear(.topic(topic, tokens[index].range))
            }
            name(Aspect.budget)
        case .year(let period): name(isOwn(period, tokens[index].range, text) ? .own : period)
        // 在职人员控制率 in an evaluation is no rate of its budget.
        case .rate where home != nil && text.hasPrefix(Self.control, at: tokens[index].range.lowerBound):
            phrase.add(.words(tokens[index].range))
        case .rate(let basis):
            speak(text)
            resumeList()
            expectation = .rate(basis)
            if let home { speaker = home }
            if isOfWhole, speaker.noun == .none, course.isEmpty {
                // 预算执行率97%: that of all that was spent.
                speaker.noun = .measure(.yearExpenditure, subject: nil)
            }
        case .share:
            speak(text)
            expectation = .share
        case .difference:
            speak(text)
            expectation = .difference
            base = .ownBudget
        case .differenceRate:
            speak(text)
            base = .ownBudget
            expectation = .change(1)
        case .shortAspect(let side):
            if index + 1 < tokens.count, case .number = tokens[index + 1].kind {
                // The parts of a budget are budgets, even where a part is carelessly called 决算.
                if frame.side == nil || frame.side == side || !phrase.namesMeasure { name(side) }
            } else if comparison == nil {
                phrase.add(.words(tokens[index].range))
            } else if side == .budget {
                // 比年初采购计划少花2.36亿元
                comparison?.side = side
            }
        case .direction(let sign): direct(sign, text: text, tokens, at: index)
        case .shortDirection(let sign):
            if Self.isDirection(tokens, index) {
                direct(sign, text: text, tokens, at: index)
            } else {
                phrase.add(.words(tokens[index].range))
            }
        case .economy(let sign):
            if Self.isDirection(tokens, index) {
                direct(sign, text: text)
                base = base ?? .ownBudget
            } else {
                phrase.add(.words(tokens[index].range))
            }
        case .against: compare(tokens, index, text: text)
        case .compared: endComparison()
        case .sameAsLastYear:
            speak(text)
            resume(text)
            base = .lastYear
        case .likeForLike:
            clause(text)
            base = .other
        case .reason: explain(tokens, index, text: text)
        case .including: include(text)
        case .elsewhere: phrase.add(.alien(tokens[index].range))
        case .asOf: break
        case .involving: involve(text)
        case .comparison(let comparison): exceed(comparison, tokens: tokens, index: index, text: text)
        case .purpose:
            speak(text)
            let isOfItems = text.scalars[tokens[index].range].contains("括")
            remark(isOfItems ? .contents : .purpose, behind: tokens[index].range)
        case .nothing: break
        }
    }
}
