import FinalAccounts
import OfficialForm

/// Numbers of things.
extension FigurePlacer {
    mutating func takeCount(
        _ number: NumberToken, counter: String, tokens: [ProseToken], index: Int, text: FoldedText
    ) {
        if expectation == .explanation {
            result.explained.append(number)
            return
        }
        guard number.number.decimals == 0 || counter == "分" || counter == "个百分点" else { return leaveOver(number) }
        // 车辆5辆，比上年增加1辆: no measure of the form is a change of a number of things.
        if case .change = expectation, !phrase.namesMeasure { return leaveOver(number) }
        // 占全部项目7个的: the whole of a share.
        if expectation == .share { return result.leftovers.append(number) }
        let meaning = phrase.meaning(in: text)
        if case .measure = meaning { speak(text) }
        let spoken = speaker
        let isNamed = phrase.namesMeasure
        // 一般公务用车6辆 is a kind of vehicle, not all of them.
        if counter == "辆" || counter == "台", Self.isOfVehicles(spoken.topic),
            Self.isHeld(number.range.lowerBound, in: text)
        {
            phrase = NounPhrase()
            return add(.vehiclesHeld, .count, .count(number.number.digits, counter: counter), number)
        }
        if counter == "辆" || counter == "台", spoken.topic != .assetVehicles, let kind = Self.vehicles(meaning, in: text)
        {
            return takeVehicles(number, counter: counter, kind: kind, of: spoken.topic, text: text)
        }
        // 处置车辆1辆 is told of none of the form's.
        if counter == "辆", phrase.namesMeasure, case .unknown = meaning { return leaveOver(number) }
        phrase = NounPhrase()
        let value = FigureValue.count(number.number.digits, counter: counter)
        if let evaluated = evaluated(number, counter: counter, tokens: tokens, index: index, text: text) {
            countsSeveral = number.number.digits > 1
            return add(evaluated.topic, .count, value, number, subject: evaluated.grade)
        }
        let isEquipment = threshold != nil && (counter == "台" || counter == "套") && spoken.topic == .assetVehicles
        let counted = CountedTopic.resolve(
            Self.countedTopic(meaning) ?? (isEquipment ? .largeEquipment : spoken.topic), counter: counter,
            section: section, around: number.range,
            in: text)
        switch counted {
        case nil:
            // 绩效自评2个项目: what the sentence goes on about is none of the form's.
            if case .unknown(let range) = meaning, course.isEmpty, !isLocked, home == nil {
                speaker = Speaker(noun: .unknown(text.quote(range)))
                course.isNamed = true
            }
            leaveOver(number)
        case .abroadGroups? where course.whole != nil && hasCounted(.abroadGroups):
            // 其中赴日本2个: a part of the groups that were counted.
            leaveOver(number)
        case let counted? where isPart(counted, meaning):
            // 其中外省来访3批次, 环卫站1辆: a part of what was counted.
            course.countsParts = true
            leaveOver(number)
        case let counted?
        where course.countsParts && !isNamed && (counted == .receptionVisitors || counted == .receptionBatches):
            // 、26人次 of that part.
            leaveOver(number)
        case .evaluatedProjects? where course.isEmpty && !isNamed && Self.namesNothingKnown(meaning):
            // 全年完成审计项目26个: other projects.
            leaveOver(number)
        case .abroadGroups? where counter == "个" && !Self.countsGroups(number.range.upperBound, in: text):
            leaveOver(number)
        case .largeEquipment? where Self.isBought(number.range.lowerBound, in: text): leaveOver(number)
        case .receptionVisitors?, .receptionBatches?:
            // 其中陪同34人次 is a part of them.
            if text.hasPrefix(["陪", "同"], at: number.range.lowerBound - 2) { return leaveOver(number) }
            if let counted { add(counted, .count, value, number) }
        case let counted? where counter == "分":
            let isOfOne = result.mentions.last.map { $0.topic == .projectEvaluation } ?? false
            add(isOfOne ? .projectEvaluation : counted, .score, .score(number.number), number)
        case .targetedProjects?, .trackedProjects?, .evaluatedProjects?:
            countsSeveral = number.number.digits > 1
            if let counted { add(counted, .count, value, number) }
            // 项目2个，预算金额36万元: theirs, where nothing else is named.
            speaker.isFresh = true
        case .gradedProjects?: add(.gradedProjects, .count, value, number, subject: spoken.subject)
        case .assetVehicles?:
            let kind = CountedTopic.vehicleKind(before: number.range.lowerBound, in: text)
            add(.assetVehicles, .count, value, number, subject: kind)
        case .largeEquipment?: add(.largeEquipment, .count, value, number, subject: threshold)
        case let counted?: add(counted, .count, value, number)
        }
    }

    /// Whether a number counts a part of what was counted before it, named by words that the form does not have.
    private func isPart(_ topic: Topic, _ meaning: NounPhrase.Meaning) -> Bool {
        guard Self.namesNothingKnown(meaning), hasCounted(topic) else { return false }
        switch topic {
        case .receptionBatches, .receptionVisitors, .vehiclesHeld: return true
        // 其他用车7辆（含校车2辆）
        case .assetVehicles: return !outer.isEmpty
        default: return false
        }
    }

    private static func namesNothingKnown(_ meaning: NounPhrase.Meaning) -> Bool {
        if case .unknown = meaning { true } else { false }
    }

    /// Whether the number of a measure was stated since the parts began.
    private func hasCounted(_ topic: Topic) -> Bool {
        result.mentions.suffix(4).contains { $0.topic == topic && $0.aspect == .count }
    }

    /// Whether nothing but words for groups stands behind a number of groups: 71个部门 are none.
    private static func countsGroups(_ position: Int, in text: FoldedText) -> Bool {
        guard position < text.scalars.count, text.scalars[position].value >= 0x4E00,
            text.scalars[position].value < 0xA000
        else { return true }
        return "团组批因出共累和参".unicodeScalars.contains(text.scalars[position])
    }

    /// Whether the clause before a number says that something is to be bought: it is no stock.
    private static func isBought(_ position: Int, in text: FoldedText) -> Bool {
        let clause = text.scalars[max(0, position - 30)..<position]
        let start = clause.lastIndex { $0 == "，" || $0 == "。" || $0 == "；" || $0 == "、" } ?? clause.startIndex
        return text.firstIndex(of: Array("购置".unicodeScalars), in: start..<position) != nil
    }

    /// What a phrase counts by itself, whatever whole it is a part of: vehicles, equipment.
    private static func countedTopic(_ meaning: NounPhrase.Meaning) -> Topic? {
        guard case .measure(.topic(let topic, _), _) = meaning, topic == .assetVehicles || topic == .largeEquipment
        else { return nil }
        return topic
    }

    /// The words of a phrase that is no measure and ends as kinds of vehicles do.
    static func vehicles(_ meaning: NounPhrase.Meaning, in text: FoldedText) -> Range<Int>? {
        guard case .unknown(let range) = meaning else { return nil }
        // 囚车、勘查车等 too.
        let last = text.scalars[..<range.upperBound].last { $0 != "等" }
        return last == "车" || last == "辆" ? range : nil
    }

    /// 购置执法用车1辆 counts what was bought; any other kind of vehicle is left over.
    mutating func takeVehicles(
        _ number: NumberToken, counter: String, kind: Range<Int>, of topic: Topic?, text: FoldedText
    ) {
        let words = String(String.UnicodeScalarView(text.scalars[phraseRange(kind, in: text)]))
        if ["购置", "更新", "新购", "购买", "购入"].contains(where: { words.holds($0) }) {
            guard Self.isOfVehicles(topic) else { return leaveOver(number) }
            return add(.vehiclesPurchased, .count, .count(number.number.digits, counter: "辆"), number)
        }
        // 公务用车2辆，单价50万元以上设备0台: vehicles of any kind where assets are listed.
        let isAny = Self.anyVehicle.contains(text.words(kind))
        if isAny, section == .assets || listsAssets(around: number.range, in: text) {
            phrase = NounPhrase()
            return add(.assetVehicles, .count, .count(number.number.digits, counter: counter), number)
        }
        guard Self.isOfVehicles(topic),
            isAny || ["现有", "年末", "实有", "保有", "共有", "期末"].contains(where: { words.holds($0) })
        else { return leaveOver(number) }
        add(.vehiclesHeld, .count, .count(number.number.digits, counter: "辆"), number)
    }

    private static let anyVehicle: Set<String> = ["公务用车", "公务车", "公车", "公务车辆"]

    /// Whether the sentence around a number lists what a body owns: 固定资产, 房屋, 单价50万元以上设备.
    private func listsAssets(around range: Range<Int>, in text: FoldedText) -> Bool {
        guard section == .other else { return false }
        let before = text.scalars[max(0, range.lowerBound - 40)..<range.lowerBound]
        let behind = text.scalars[range.upperBound...].prefix(40).prefix { $0 != "。" }
        let start = before.lastIndex(of: "。").map { $0 + 1 } ?? before.startIndex
        let words = String(String.UnicodeScalarView(before[start...])) + String(String.UnicodeScalarView(behind))
        return ["固定资产", "国有资产", "房屋", "办公用房", "单价", "单位价值"].contains(where: words.holds)
    }

    /// 年末保有3辆, 公车改革后保留3辆: how many vehicles are kept, behind what they cost.
    private static func isHeld(_ position: Int, in text: FoldedText) -> Bool {
        ["保有", "保有了", "保有量", "保留"].contains {
            text.hasPrefix(Array($0.unicodeScalars), at: position - $0.unicodeScalars.count)
        }
    }

    /// The words of a clause up to the end of a range.
    func phraseRange(_ range: Range<Int>, in text: FoldedText) -> Range<Int> {
        max(0, range.lowerBound - 8)..<range.upperBound
    }

    /// 对7个项目开展绩效自评, 优4个: counts of the part on performance that stand before their noun or behind a grade.
    func evaluated(
        _ number: NumberToken, counter: String, tokens: [ProseToken], index: Int, text: FoldedText
    ) -> (topic: Topic, grade: String?)? {
        guard counter == "个" else { return nil }
        if section == .performance || section == .other,
            let grade = Self.grade(before: number.range.lowerBound, in: text)
        {
            return (.gradedProjects, grade)
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

    /// The grade right before a number of projects: 优4个, 自评结果为“优”4个, 等次为优的7个.
    private static func grade(before position: Int, in text: FoldedText) -> String? {
        var end = position
        if end > 0, text.scalars[end - 1] == "的" { end -= 1 }
        if end > 0, text.scalars[end - 1] == "\"" { end -= 1 }
        guard end >= 2, let grade = grades.first(where: { text.scalars[end - 1] == $0 }) else { return nil }
        end -= 1
        if text.scalars[end - 1] == "\"" { end -= 1 }
        guard end > 0, ":，、为是,".unicodeScalars.contains(text.scalars[end - 1]) || tells(before: end, in: text) else {
            return nil
        }
        return String(Character(grade))
    }

    /// Whether 其中 stands right before a grade of projects.
    private static func tells(before end: Int, in text: FoldedText) -> Bool {
        text.hasPrefix(["其", "中"], at: end - 2)
    }

    private static let grades: [Unicode.Scalar] = ["优", "良", "中", "差"]
}
