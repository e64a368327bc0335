import FinalAccounts
import OfficialForm

/// The words before a number: what they name, and when they say what is spoken of.
extension FigurePlacer {
    /// Whether a phrase counts inside an explanation: its own amounts belong to the explanation.
    static func isHeardInReasons(_ cue: Cue) -> Bool {
        if case .reason = cue { true } else { false }
    }

    mutating func name(_ topic: Topic, _ range: Range<Int>, text: FoldedText) {
        // 设备 and 车辆 are topics only where assets are listed.
        if topic == .largeEquipment || topic == .assetVehicles,
            section != .assets && (section != .other || range.count <= 2)
                && !(topic == .assetVehicles && countsVehicles(range.upperBound, in: text))
        {
            phrase.add(.words(range))
            return
        }
        if topic == .evaluatedProjects, home != nil || section != .performance && !isCarriedOut(range, in: text) {
            return
        }
        // 实行绩效管理的项目 are those with targets in a plan; in accounts they may be those that were evaluated.
        if topic == .targetedProjects, plainSide == .amount, text.hasPrefix(Self.managed, at: range.upperBound - 4) {
            return
        }
        // 购置费, 运行费 and 运行维护 alone are parts of the vehicles' costs.
        if range.count <= 3
            || range.count == 4
                && [Self.maintenance, Self.purchase].contains(where: { text.hasPrefix($0, at: range.lowerBound) }),
            topic == .vehiclePurchase || topic == .vehicleRunning,
            !Self.isOfVehicles(speaker.topic) && !phrase.isOfVehicles
                || range.count == 2 && !isAtNumber(range.upperBound, in: text)
        {
            phrase.add(.words(range))
            return
        }
        // 货物, 工程 and 服务 alone are told of procurement only.
        if range.count == 2, section != .procurement, !Self.isOfProcurement(speaker.topic),
            topic == .procurementGoods || topic == .procurementWorks || topic == .procurementServices
        {
            phrase.add(.words(range))
            return
        }
        // 收支 alone is a total only in the part on both sides.
        if topic == .incomeAndExpenditure, range.count <= 3, section != .totals, section != .fiscalTotals { return }
        if comparison != nil, nouns == .form {
            let noun = noun(of: .topic(topic, range), text: text)
            comparison?.noun = noun
        }
        // 货物类实际采购规模 is that of the goods.
        if topic != .procurement || !isBehindKind(range) { hear(.topic(counted(topic, range), range)) }
        // 实际采购规模 says its side itself.
        if text.hasPrefix(Self.actual, at: range.lowerBound) { name(Aspect.amount) }
    }

    private func isBehindKind(_ range: Range<Int>) -> Bool {
        phrase.parts.contains { part in
            guard case .topic(let kind, let own) = part, kind != .procurement, Self.isOfProcurement(kind) else {
                return false
            }
            return (0...1).contains(range.lowerBound - own.upperBound)
        }
    }

    private static let maintenance = Array("运行维护".unicodeScalars)
    private static let managed = Array("绩效管理".unicodeScalars)
    private static let actual = Array("实际".unicodeScalars)
    private static let purchase = Array("购置支出".unicodeScalars)

    /// Whether an evaluation is said to have been done: 开展绩效自评. Elsewhere the word tells of what money is for.
    private func isCarriedOut(_ range: Range<Int>, in text: FoldedText) -> Bool {
        ["开展", "开展了", "进行"].contains { word in
            let word = Array(word.unicodeScalars)
            return text.hasPrefix(word, at: range.lowerBound - word.count)
        }
    }

    /// Whether a number of vehicles stands at a position: 车辆5辆.
    private func countsVehicles(_ position: Int, in text: FoldedText) -> Bool {
        guard isAtNumber(position, in: text), section != .performance, section != .threePublic else { return false }
        let rest = text.scalars[position...].prefix(6).drop(while: ScalarFolding.isDigit)
        return rest.first == "辆" || rest.first == "台"
    }

    static func isOfProcurement(_ topic: Topic?) -> Bool {
        switch topic {
        case .procurement, .procurementGoods, .procurementWorks, .procurementServices: true
        default: false
        }
    }

    private func isAtNumber(_ position: Int, in text: FoldedText) -> Bool {
        position < text.scalars.count && ScalarFolding.isDigit(text.scalars[position])
    }

    /// 国(境)外公务接待2批次，接待人次14人: who is counted goes on being those from abroad.
    func counted(_ topic: Topic, _ range: Range<Int>) -> Topic {
        switch (topic, speaker.topic) {
        case (.receptionVisitors, .foreignReception),
            (.receptionVisitors, .foreignReceptionBatches)
        where range.count <= 4:
            .foreignReceptionVisitors
        case (.receptionBatches, .foreignReception) where range.count <= 4: .foreignReceptionBatches
        default: topic
        }
    }

    static func isOfVehicles(_ topic: Topic?) -> Bool {
        switch topic {
        case .vehicles, .vehiclePurchase, .vehicleRunning, .vehiclesPurchased, .vehiclesHeld: true
        default: false
        }
    }

    /// Whether 收入预算, 支出预算 are those of the body: in the parts on totals, and at the head of a sentence that names
    /// nothing else.
    var opensPlannedTotal: Bool {
        Self.hasPlannedTotals(section) || course.isEmpty && !result.mentions.isEmpty && !phrase.namesMeasure
    }

    /// Whether 部门预算支出 in accounts is the plan of all expenditure: at the head of a sentence of a part on totals.
    var opensOwnPlan: Bool {
        (Self.hasTotals(section) || isOfWhole) && course.isEmpty && !phrase.namesMeasure && !speaker.isFresh
    }

    /// 绩效目标管理的项目3个，涉及一般公共预算拨款64.80万元: the amount is that of the projects, whatever it is paid from.
    mutating func involve(_ text: FoldedText) {
        speak(text)
        switch speaker.topic {
        case .targetedProjects, .trackedProjects, .evaluatedProjects:
            isInvolving = true
            speaker.isFresh = true
        default: break
        }
    }

    mutating func hear(_ part: NounPhrase.Part) {
        guard expectation != .explanation, comparison == nil, !isInvolving else { return }
        phrase.add(part)
    }

    mutating func name(_ side: Aspect) {
        if comparison != nil {
            comparison?.side = side == .previousAmount ? .amount : side
            if side == .previousAmount { comparison?.period = .previous }
            return
        }
        if expectation == .share { return }
        phrase.add(.side(side))
    }

    mutating func name(_ period: Speaker.Period) {
        if comparison != nil {
            comparison?.period = period
        } else if fiscalYear != nil || period == .own {
            // Where no year is known, 去年 is as likely as not the year that is accounted for.
            namedPeriod = period
        }
    }

    mutating func words(_ range: Range<Int>, tokens: [ProseToken], index: Int, text: FoldedText) {
        noteRespective(range, in: text)
        guard expectation != .explanation, comparison == nil else { return }
        if index > 0, case .number = tokens[index - 1].kind, text.scalars[range] == ["中"] { return include(text) }
        if text.scalars[range] == ["中"] || text.scalars[range] == ["中", ":"], case .measure = phrase.meaning(in: text) {
            speak(text)
            return include(text)
        }
        if Definition.begins(text, tokens, at: index) {
            explain(tokens, index, text: text)
            return
        }
        phrase.add(.words(range))
    }

    /// Lets the phrase read so far say what is spoken of.
    mutating func speak(_ text: FoldedText) {
        defer { phrase = NounPhrase() }
        guard expectation != .explanation else { return }
        if expectation == .share {
            expectation = .statement
            if !phraseStates(text) { return }
        }
        noteList(text)
        let meaning = phrase.meaning(in: text)
        if case .nothing = meaning {} else { lastChange = nil }
        switch meaning {
        case .nothing where namesPlace(text):
            // (其中：旗本级减少20万元，园区增加5万元): parts by place are none of the form's, and not the whole.
            speaker = Speaker(noun: .unknown(""), isFresh: true)
            expectation = .statement
        case .nothing:
            if let namedPeriod {
                // 2023年100万元，2022年90万元: the same noun for the year before.
                if namedPeriod == .previous, speaker.period == .own, course.hasStated(speaker.noun) {
                    speaker.isFresh = true
                    speaker.side = nil
                }
                // 下降19.20%（上年11.20万元）: in the bracket behind a change stands what it is a change from.
                if namedPeriod == .previous, !outer.isEmpty, case .change = expectation { expectation = .statement }
                speaker.period = namedPeriod
            }
        case .side(let side):
            if course.isEmpty {
                resume(text)
            } else if !isLocked, home == nil, !speaker.isFresh, let whole = course.listed {
                speaker.noun = whole
            }
            if let period = namedPeriod ?? carriedPeriod {
                // The parts behind it are of the year that was named before.
                if namedPeriod == nil { speaker.isFresh = speaker.isFresh || !course.hasAmounts }
                speaker.period = period
            }
            carriedPeriod = nil
            expectation = .side(side)
        case .unknown(let range):
            guard !isLocked else { break }
            let words = text.quote(range)
            speaker = Speaker(
                noun: nouns != .form ? .measure(.other, subject: words) : .unknown(words), isFresh: true,
                period: namedPeriod ?? .own)
            expectation = .statement
            if !isBasePending { base = nil }
            course.isNamed = true
        case .measure(let part, let side): speak(of: part, side: side, text: text)
        }
        namedPeriod = nil
    }

    /// Whether, among the parts that a bracket lists, words that name no measure name a part all the same.
    private func namesPlace(_ text: FoldedText) -> Bool {
        guard !isLocked, home == nil, depthOfParts > 0, depthOfParts == outer.count else { return false }
        return phrase.parts.contains { part in
            guard case .words(let range) = part else { return false }
            return NounWords.significant(range, in: text, isBehindNoun: true) != nil
        }
    }

    /// Whether the phrase names a measure: inside a share it is only the whole, until a stop.
    func phraseStates(_ text: FoldedText) -> Bool {
        if case .measure = phrase.meaning(in: text) { true } else { false }
    }

    /// Whether a noun is one that the form does not have in spite of its words: a part of a whole that is called as the
    /// whole is (其中一般公共预算拨款政府采购), or what a direction was said of that has no number (压减公用经费0.35亿元).
    private func isQualified(_ noun: Speaker.Noun) -> Bool {
        if case .change = expectation { return true }
        guard noun == course.whole else { return false }
        let isBare = phrase.parts.contains { if case .bare = $0 { true } else { false } }
        return phrase.parts.contains { part in
            switch part {
            case .fund: true
            // 其中：重大水利工程建设基金安排的支出
            case .words(let range): isBare && range.count >= 4
            default: false
            }
        }
    }

    /// 收入决算60万元。支出决算50万元: behind income of the body 支出 alone is its other side in any part.
    private func otherSide(_ part: NounPhrase.Part) -> Speaker.Noun? {
        guard case .bare(.yearExpenditure, _) = part, let topic = speaker.topic else { return nil }
        return Self.counterparts[topic].map { .measure($0, subject: nil) }
    }

    /// The 支出 of 支出决算 where income of the body is spoken of: elsewhere it is the side of a line.
    func spent(_ range: Range<Int>, in text: FoldedText) -> Range<Int>? {
        guard comparison == nil, range.count >= 4, text.hasPrefix(["支", "出"], at: range.lowerBound),
            let topic = speaker.topic, Self.counterparts[topic] != nil
        else { return nil }
        return range.lowerBound..<range.lowerBound + 2
    }

    mutating func speak(of part: NounPhrase.Part, side: Aspect?, text: FoldedText) {
        guard !isLocked else {
            lockedPart(part, text: text)
            if let side { expectation = .side(side) }
            return
        }
        guard
            let noun = nouns != .form
                ? regionalNoun(of: part, text: text) : noun(of: part, text: text) ?? otherSide(part)
        else {
            if case .fund = part { speaker = Speaker(noun: .none) }
            // 接待费预算5万元，支出4万元: what was spent of what is spoken of.
            if case .bare(.yearExpenditure, _) = part, side == nil, course.hasStated(speaker.noun), !speaker.isFresh,
                let topic = speaker.topic, NounPhrase.standsOver.contains(topic)
            {
                expectation = .side(.amount)
            }
            return
        }
        speaker.noun = isInUnknownWhole || isQualified(noun) ? .unknown("") : noun
        speaker.isFresh = true
        if let topic = speaker.topic, let fund = TopicResolver.fund(ofTotal: topic) {
            fundOfSentence = course.isEmpty || fund == fundOfSentence ? fund : nil
        }
        course.isNamed = true
        flow = Self.side(of: speaker.topic) ?? flow
        // 2021年会议费9万元、培训费4万元: a list is of one year.
        speaker.period = namedPeriod ?? (isListed ? speaker.period : frame.period)
        speaker.side = frame.side
        // 2011年“三公”经费支出48万元，公务接待费7万元: a cost behind the total of a year is of that year.
        if namedPeriod == nil, whole.period == .previous, let topic = speaker.topic, topic != .threePublic,
            NounPhrase.standsOver.contains(topic), course.hasStated(.measure(.threePublic, subject: nil))
        {
            (speaker.side, speaker.period) = whole
        }
        if !isBasePending { base = nil }
        expectation = side.map { .side($0) } ?? .statement
    }
}
