import OfficialForm

/// 会议费、培训费分别为3万元、4万元: numbers of a run that answer the nouns of a list one by one.
extension FigurePlacer {
    /// How the numbers behind a list belong to its nouns: 各 says a number of each, 分别 gives each its own.
    enum Respective {
        case each
        case inTurn
    }

    /// The nouns of a list and the run of numbers that answers them.
    struct Turn {
        var nouns: ArraySlice<Speaker.Noun>
        /// What each number of the run states, as the words before the run say.
        let expectation: Expectation
        let base: ComparisonBase?
        let speaker: Speaker
        /// How many brackets were open where the run began: what stands in further ones is said of one number.
        let depth: Int
    }

    /// Notes that words say 分别.
    mutating func noteRespective(_ range: Range<Int>, in text: FoldedText) {
        guard expectation != .explanation else { return }
        let words = String(String.UnicodeScalarView(text.scalars[range]))
        if Self.respectively.contains(where: words.holds) {
            respective = .inTurn
        } else if words.closes(with: "各") || Self.each.contains(where: words.holds) {
            respective = .each
        }
    }

    private static let respectively = ["分别", "依次"]
    private static let each = ["各为", "各是"]

    /// Keeps the nouns of the list that a phrase names; words that name something else end it.
    mutating func noteList(_ text: FoldedText) {
        let items = phrase.items(in: text)
        if items.count >= 2, !items[0].namesMeasure, phrase.namesMeasure {
            // 甲、乙两市“三公”经费: whose the figures are, and none of them the body's.
            listedNouns = items.map { _ in .unknown("") }
        } else if items.count >= 2 {
            var before: Topic?
            listedNouns = items.map { item in
                let noun = noun(of: item, after: before, in: text)
                if case .measure(let topic, _) = noun { before = topic }
                return noun
            }
        } else if phrase.namesMeasure, !phrase.isWhole(in: text) {
            listedNouns = []
        }
    }

    private func noun(of item: NounPhrase, after before: Topic?, in text: FoldedText) -> Speaker.Noun {
        switch item.meaning(in: text) {
        case .measure(let part, _):
            // 本年收入、支出: the other side of the same total.
            if case .bare(.yearExpenditure, _) = part, let before, let other = Self.counterparts[before] {
                return .measure(other, subject: nil)
            }
            return (nouns != .form ? regionalNoun(of: part, text: text) : noun(of: part, text: text)) ?? .none
        case .unknown(let range): return .unknown(text.quote(range))
        case .nothing, .side: return .none
        }
    }

    static let counterparts: [Topic: Topic] = [
        .yearIncome: .yearExpenditure, .incomeTotal: .expenditureTotal, .fiscalIncome: .fiscalExpenditure,
    ]

    /// Lets the next noun of the list be spoken of where a number answers it.
    ///
    /// Where a list and the numbers behind 分别 are not of one length, none of them can be told whose it is.
    mutating func takeTurn(_ tokens: [ProseToken], at index: Int, text: FoldedText) {
        guard expectation != .explanation, comparison == nil else { return }
        if turn == nil, let said = respective {
            respective = nil
            // 街道机关、环卫站各为1辆: of those, whatever was spoken of.
            if !phrase.namesMeasure, phrase.items(in: text).count >= 2 { speaker = Speaker(noun: .unknown("")) }
            if expectation != .share { speak(text) }
            let run = Self.run(tokens, from: index)
            // 收入总计、支出总计各增加10万元: one number is that of each.
            if run == 1, listedNouns.count < 2 || said == .each { return }
            if listedNouns.count < 2 { listedNouns = halves }
            guard run == listedNouns.count else {
                speaker = Speaker(noun: .unknown(""))
                listedNouns = []
                return
            }
            turn = Turn(
                nouns: listedNouns[...], expectation: expectation, base: base, speaker: speaker, depth: outer.count)
        }
        if turn == nil, let rates = rateTurn(tokens, at: index) { turn = rates }
        guard let turn, outer.count == turn.depth, let noun = turn.nouns.first else { return }
        phrase = NounPhrase()
        speaker = turn.speaker
        speaker.noun = noun
        speaker.isFresh = true
        expectation = turn.expectation
        base = turn.base
        self.turn?.nouns.removeFirst()
        if turn.nouns.count == 1 {
            self.turn = nil
            answered = (listedNouns, index)
        }
    }

    /// 收入、支出各增加3万元、4万元，增长1%、2%: the rates of the changes that answered a list right before.
    private func rateTurn(_ tokens: [ProseToken], at index: Int) -> Turn? {
        guard let answered, case .number(let number) = tokens[index].kind,
            number.percentage != nil, Self.run(tokens, from: index) == answered.nouns.count
        else { return nil }
        switch expectation {
        case .change: break
        // ，占采购总额的比例为42%、21%和37%: the words between name the whole.
        case .share where tokens[answered.end + 1].kind == .comma:
            guard index - answered.end <= Self.farthestShares,
                !tokens[(answered.end + 1)..<index].contains(where: Self.endsList)
            else { return nil }
            return Turn(
                nouns: answered.nouns[...], expectation: expectation, base: base, speaker: speaker, depth: outer.count)
        default: return nil
        }
        let isBeside = tokens[(answered.end + 1)..<index].allSatisfy { token in
            switch token.kind {
            case .comma, .cue(.direction), .cue(.shortDirection): true
            case .words: token.range.count == 1
            default: false
            }
        }
        guard isBeside else { return nil }
        return Turn(
            nouns: answered.nouns[...], expectation: expectation, base: base, speaker: speaker, depth: outer.count)
    }

    private static let farthestShares = 12

    private static func endsList(_ token: ProseToken) -> Bool {
        switch token.kind {
        case .number, .semicolon, .period, .cue(.direction): true
        default: false
        }
    }

    /// The two nouns of one that names both: 公务用车购置费和运行费, 收支总计.
    private var halves: [Speaker.Noun] {
        guard let topic = speaker.topic, let both = Self.both[topic] else { return [] }
        return both.map { .measure($0, subject: nil) }
    }

    private static let both: [Topic: [Topic]] = [
        .vehicles: [.vehiclePurchase, .vehicleRunning],
        .incomeAndExpenditure: [.incomeTotal, .expenditureTotal],
        .fiscalIncomeAndExpenditure: [.fiscalIncome, .fiscalExpenditure],
    ]

    /// How many numbers follow one another from a token on, joined by 、, 和 or a comma; brackets between them are passed over.
    private static func run(_ tokens: [ProseToken], from start: Int) -> Int {
        var count = 0
        var depth = 0
        var isJoined = true
        for token in tokens[start...] {
            switch token.kind {
            case .open: depth += 1
            case .close:
                guard depth > 0 else { return count }
                depth -= 1
            case _ where depth > 0: continue
            case .number(let number):
                guard isJoined, number.unit != .year, !number.isThreshold else { return count }
                count += 1
                isJoined = false
            case .list, .comma: isJoined = true
            case .words where token.range.count == 1: isJoined = true
            default: return count
            }
        }
        return count
    }
}
