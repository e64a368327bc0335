import FinalAccounts
import OfficialForm

/// Where explanations, parts, clauses, sentences and brackets begin and end.
extension FigurePlacer {
    mutating func explain(_ tokens: [ProseToken], _ index: Int, text: FoldedText) {
        endComparison()
        speak(text)
        if ReasonEnd.statesChanges(tokens, after: index, text: text) {
            expectation = .statement
            isBasePending = base != nil
            return
        }
        expectation = .explanation
        remark(.reason, behind: tokens[index].range)
        reasonEnd = ReasonEnd.index(in: tokens, after: index, text: text)
    }

    mutating func endReason() {
        expectation = .statement
        reasonEnd = nil
        base = nil
        phrase = NounPhrase()
    }

    mutating func include(_ text: FoldedText) {
        guard expectation != .explanation else { return }
        endComparison()
        phrase = NounPhrase()
        expectation = .statement
        base = nil
        isBasePending = false
        frame = whole
        depthOfParts = outer.count
        course.include(in: speaker.noun)
        fundOfSentence = nil
        if case .unknown = speaker.noun { isInUnknownWhole = true }
        speaker.isFresh = false
    }

    mutating func comma(tokens: [ProseToken], index: Int, text: FoldedText) {
        if case .number = index > 0 ? tokens[index - 1].kind : .comma, NumberPairs.isPair(tokens, at: index - 1) {
            return
        }
        guard expectation != .explanation else { return }
        endComparison()
        isListed = false
        clause(text)
        switch expectation {
        case .share, .change: expectation = .statement
        default: break
        }
    }

    /// Ends a clause: what it named is spoken of on, words without a measure are not.
    mutating func clause(_ text: FoldedText) {
        isInvolving = false
        noteNothing(text)
        if phrase.isApposition(in: text) { phrase = NounPhrase() }
        switch phrase.meaning(in: text) {
        case .measure where expectation != .share: speak(text)
        case .side where expectation != .share: speak(text)
        case .unknown where phrase.namesOther: speak(text)
        default: phrase = NounPhrase()
        }
        namedPeriod = nil
    }

    mutating func semicolon(_ text: FoldedText) {
        guard expectation != .explanation else { return }
        endComparison()
        clause(text)
        expectation = .statement
        base = nil
        lastChange = nil
        isBasePending = false
        linePart = nil
        isListed = false
        course.part()
        turn = nil
        respective = nil
    }

    /// 收入100万元，其中：甲60万元，乙40万元；较上年增加3万元: behind a list that makes the whole the sentence goes on about that.
    mutating func resumeWhole() {
        guard expectation != .explanation, !isLocked, home == nil, let whole = course.listed else { return }
        speaker.noun = whole
    }

    mutating func period(_ text: FoldedText) {
        if expectation == .explanation { endReason() }
        semicolon(text)
        // 减少0万元。）: a stop right before the bracket closes ends what the bracket says, and no more.
        if !outer.isEmpty, let position, position + 1 < text.scalars.count, text.scalars[position + 1] == ")" { return }
        let isAnnounced = !course.hasAmounts && speaker.isFresh && speaker.topic != nil && speaker.period == .previous
        carriedPeriod = isAnnounced ? .previous : nil
        if !course.isEmpty { courseBefore = course }
        course = Course()
        depthOfParts = 0
        fundOfSentence = nil
        outer = []
        frame = (nil, .own)
        whole = (nil, .own)
        isInUnknownWhole = false
        speaker.isFresh = false
        speaker.side = nil
        speaker.period = .own
        threshold = nil
        countsSeveral = false
    }

    mutating func open() {
        outer.append((speaker, phrase, expectation, course))
    }

    mutating func close() {
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
        (speaker, phrase, expectation, course) = last
    }
}
