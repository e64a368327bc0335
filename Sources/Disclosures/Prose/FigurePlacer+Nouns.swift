import FinalAccounts
import OfficialForm

/// What a noun of a phrase means in the part of the form it stands in.
extension FigurePlacer {
    func noun(of part: NounPhrase.Part, text: FoldedText) -> Speaker.Noun? {
        switch part {
        case .category(let name): return .measure(.category, subject: name)
        case .bare(let topic, let range):
            guard Self.hasTotals(section) || isOfBody(range, in: text) || hasPartsOfBody(topic, range, in: text) else {
                return nil
            }
            return noun(ofFund(TopicResolver.resolve(total(topic), in: section)), subject: nil)
        case .fund(let fund, let range):
            guard Self.hasFunds(section) else { return nil }
            return noun(
                TopicResolver.total(of: fund, isIncome: speaksOfIncome(before: range.lowerBound, in: text)),
                subject: nil)
        // 政府性基金预算财政拨款收支总计: what one fund turns over is no measure.
        case .topic(.incomeAndExpenditure, _) where section == .governmentFund || section == .stateCapital: return nil
        // 政府性基金收支预算 is no total of the body.
        case .topic(.incomeAndExpenditure, let range) where isBehindFund(range): return .unknown(text.quote(range))
        case .topic(let topic, let range):
            var resolved = ofNamedFund(topic, before: range) ?? resolve(topic)
            if let part = resolved, case .measure(let whole, _)? = course.whole ?? wholeBefore(part) {
                resolved = TopicResolver.part(part, of: whole) ?? part
            }
            if topic == .yearIncome || topic == .yearExpenditure { resolved = ofFund(resolved) }
            return noun(resolved, subject: subject(of: topic, as: resolved, range, in: text))
        default: return nil
        }
    }

    /// Whether a fund besides the general one is named right before a noun.
    private func isBehindFund(_ range: Range<Int>) -> Bool {
        phrase.parts.contains { part in
            switch part {
            case .fund(.governmentFund, let fund), .fund(.stateCapital, let fund): fund.upperBound == range.lowerBound
            default: false
            }
        }
    }

    /// 其中：基本支出…。项目支出…: the whole that the sentence before spoke of the other kind of.
    private func wholeBefore(_ part: Topic) -> Speaker.Noun? {
        guard part == .projectExpenditure, section == .other, course.isEmpty,
            courseBefore.hasStated(.measure(.generalPublicBasic, subject: nil))
        else { return nil }
        return courseBefore.whole
    }

    /// 使用政府性基金财政拨款安排基本支出: the kind of expenditure of the fund that is named right before it.
    private func ofNamedFund(_ topic: Topic, before range: Range<Int>) -> Topic? {
        guard topic == .basicExpenditure || topic == .projectExpenditure,
            let place = phrase.parts.firstIndex(of: .topic(topic, range)), place >= 2,
            case .fund(let fund?, _) = phrase.parts[place - 2], case .words(let words) = phrase.parts[place - 1],
            words.count <= 4
        else { return nil }
        return TopicResolver.resolve(topic, in: fund.section)
    }

    /// 本年支出 in a sentence that began with one fund: the fund's.
    private func ofFund(_ topic: Topic?) -> Topic? {
        guard let fundOfSentence, section == .fiscalTotals, topic == .fiscalIncome || topic == .fiscalExpenditure else {
            return topic
        }
        return TopicResolver.total(of: fundOfSentence, isIncome: topic == .fiscalIncome)
    }

    /// Whether 收入, 支出 alone are those of the body that the words before them name.
    private func isOfBody(_ range: Range<Int>, in text: FoldedText) -> Bool {
        guard section == .other, nouns == .form else { return false }
        let before = text.words(max(0, range.lowerBound - 3)..<range.lowerBound)
        return ["本单位", "本部门", "我单位", "我部门"].contains(before) || before.closes(with: "我局")
    }

    /// Whether the parts named behind the amount of 收入, 支出 alone are those that only a body's have: 2022年支出90万元，其中基本支出….
    private func hasPartsOfBody(_ topic: Topic, _ range: Range<Int>, in text: FoldedText) -> Bool {
        guard section == .other || isOfWhole, nouns == .form, course.isEmpty || isOfWhole else { return false }
        let behind = text.scalars[range.upperBound...].prefix(Self.reachOfParts)
        let words = String(String.UnicodeScalarView(behind))
        guard words.prefixMatch(of: /(?:为|:)?[0-9]/) != nil, let parts = words.firstRange(of: "其中") else {
            return false
        }
        let rest = words[parts.upperBound...].drop { ":，,".contains($0) }
        return (topic == .yearIncome ? Self.partsOfIncome : Self.partsOfExpenditure).contains { rest.opens(with: $0) }
    }

    private static let reachOfParts = 60
    private static let partsOfIncome = ["财政拨款", "一般公共预算", "公共财政", "上级补助", "事业收入"]
    private static let partsOfExpenditure = ["基本支出", "项目支出", "人员经费", "人员支出", "工资福利支出"]

    /// What a noun means in this part: in one on all that is appropriated 财政拨款支出 is of no single fund, and 本年支出 is
    /// that of the part where it is stated rather than the whole of a share.
    private func resolve(_ topic: Topic) -> Topic? {
        if isOfAllFunds, topic == .fiscalExpenditure || section == .basicExpenditure { return topic }
        if section == .generalPublicBudget, topic == .yearExpenditure, expectation != .share, nouns == .form {
            return isOfAllFunds ? .fiscalExpenditure : .generalPublicExpenditure
        }
        return TopicResolver.resolve(topic, in: section)
    }

    /// 收入 alone behind 收入总计: the total that was named.
    func total(_ topic: Topic) -> Topic {
        let wide: Topic = topic == .yearIncome ? .incomeTotal : .expenditureTotal
        return section == .totals && result.mentions.contains { $0.topic == wide } ? wide : topic
    }

    /// Whether a fund named now is a source of income: what was spoken of last, else the part of the form.
    func speaksOfIncome(before position: Int, in text: FoldedText) -> Bool {
        if section == .income { return true }
        return flow.map { $0 == .income } ?? text.scalars[max(0, position - 6)..<position].contains("收")
    }

    /// The side that a measure stands on; `nil` for what is on neither or both.
    static func side(of topic: Topic?) -> TableSide? {
        switch topic {
        case .yearIncome, .incomeTotal, .fiscalIncome, .generalPublicIncome, .governmentFundIncome, .stateCapitalIncome,
            .superiorSubsidyIncome, .businessIncome, .commercialIncome, .affiliateIncome, .otherIncome:
            .income
        case .yearExpenditure, .expenditureTotal, .fiscalExpenditure, .generalPublicExpenditure,
            .governmentFundExpenditure, .stateCapitalExpenditure, .basicExpenditure, .projectExpenditure:
            .expenditure
        default: nil
        }
    }

    /// The noun by its own words, but for the “三公” costs, which regions state as bodies do.
    func regionalNoun(of part: NounPhrase.Part, text: FoldedText) -> Speaker.Noun? {
        switch part {
        case .category(let name): .measure(.other, subject: name)
        case .topic(let topic, _)
        where nouns.formTopics?.contains(topic) ?? true:
            .measure(topic, subject: nil)
        case .topic(_, let range), .bare(_, let range), .fund(_, let range):
            .measure(.other, subject: text.quote(range))
        default: nil
        }
    }

    func noun(_ topic: Topic?, subject: String?) -> Speaker.Noun {
        topic.map { .measure($0, subject: subject) } ?? .none
    }

    func subject(of phrase: Topic, as topic: Topic?, _ range: Range<Int>, in text: FoldedText) -> String? {
        switch phrase {
        case .gradedProjects: quoted(after: range.upperBound, in: text)
        case .economicClass: text.words(range)
        default: topic.flatMap { TopicResolver.fundName(of: $0, in: section) } ?? home?.subject
        }
    }

    /// The word in quotation marks that follows: the grade in 绩效评级为“优”.
    func quoted(after position: Int, in text: FoldedText) -> String? {
        guard position < text.scalars.count, text.scalars[position] == "\"" else { return nil }
        let end = min(position + 8, text.scalars.count)
        guard let close = text.scalars[position + 1..<end].firstIndex(of: "\"") else { return nil }
        return text.quote(position + 1..<close)
    }

    /// Whether a part speaks of funds for their own sake: what procurement is paid from is no total of a fund.
    static func hasFunds(_ section: Section) -> Bool {
        switch section {
        case .procurement, .agencyOperating, .threePublic, .assets, .performance: false
        default: true
        }
    }

    static func hasPlannedTotals(_ section: Section) -> Bool {
        switch section {
        case .totals, .income, .expenditure, .other, .generalPublicBudget, .fiscalTotals: true
        default: false
        }
    }

    static func hasTotals(_ section: Section) -> Bool {
        switch section {
        case .totals, .income, .expenditure, .fiscalTotals, .governmentFund, .stateCapital: true
        default: false
        }
    }

    /// 其中：基本支出 of a subject line: its parts are no amounts of the line.
    mutating func lockedPart(_ part: NounPhrase.Part, text: FoldedText) {
        guard case .topic(let topic, _) = part else { return }
        switch topic {
        case .basicExpenditure, .projectExpenditure, .personnel, .operating, .economicClass, .generalPublicBasic,
            .generalPublicProject, .reception, .vehicleRunning, .meetings, .training, .abroad:
            linePart = topic
            speaker.isFresh = true
        default: break
        }
    }
}
