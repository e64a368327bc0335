import OfficialForm

/// What a number of things counts, from the word it is counted in and what the sentence speaks of.
enum CountedTopic {
    /// The topic of a count; `nil` when it is no figure of the form.
    static func resolve(
        _ topic: Topic?, counter: String, section: Section, around range: Range<Int>, in text: FoldedText
    ) -> Topic? {
        switch counter {
        case "批次", "批": batches(topic)
        case "人次", "人": people(topic, section: section)
        case "辆": vehicles(topic, section: section)
        case "台" where topic == .assetVehicles: .assetVehicles
        case "台" where topic == .vehiclesHeld: .vehiclesHeld
        case "台" where topic == .vehiclePurchase || topic == .vehiclesPurchased: .vehiclesPurchased
        case "台", "套": section == .assets || topic == .largeEquipment ? .largeEquipment : nil
        case "个", "次", "组", "团", "项": things(topic, counter: counter, around: range, in: text)
        case "分": topic == .averageScore ? .averageScore : nil
        default: nil
        }
    }

    /// The kind of vehicle a count stands behind: 应急保障用车 in 其中应急保障用车1辆; `nil` for all of them.
    static func vehicleKind(before position: Int, in text: FoldedText) -> String? {
        var start = position
        var isClosed = false
        while start > 0, position - start < 24 {
            switch text.scalars[start - 1] {
            case "，", ",", "、", ":", "；", "。", "中": return kind(text, start..<position)
            case "(" where !isClosed: return kind(text, start..<position)
            case "(": isClosed = false
            case ")": isClosed = true
            default: break
            }
            start -= 1
        }
        return nil
    }

    private static func kind(_ text: FoldedText, _ range: Range<Int>) -> String? {
        var end = range.upperBound
        if end > range.lowerBound, text.scalars[end - 1] == "为" { end -= 1 }
        let words = text.words(range.lowerBound..<end)
        return words.closes(with: "用车") ? words : nil
    }

    private static func batches(_ topic: Topic?) -> Topic? {
        switch topic {
        case .reception, .domesticReception, .receptionBatches, .receptionVisitors: .receptionBatches
        case .foreignReception, .foreignReceptionBatches, .foreignReceptionVisitors: .foreignReceptionBatches
        case .abroad, .abroadGroups: .abroadGroups
        default: nil
        }
    }

    private static func people(_ topic: Topic?, section: Section) -> Topic? {
        guard section == .threePublic || section == .other else { return nil }
        switch topic {
        case .reception, .domesticReception, .receptionBatches, .receptionVisitors: return .receptionVisitors
        case .foreignReception, .foreignReceptionBatches, .foreignReceptionVisitors: return .foreignReceptionVisitors
        case .abroad, .abroadGroups, .abroadVisits: return .abroadVisits
        default: return nil
        }
    }

    private static func vehicles(_ topic: Topic?, section: Section) -> Topic? {
        switch topic {
        case .vehiclesHeld: return .vehiclesHeld
        case .vehiclePurchase, .vehiclesPurchased: return .vehiclesPurchased
        case .assetVehicles: return .assetVehicles
        default: return section == .assets ? .assetVehicles : nil
        }
    }

    private static func things(
        _ topic: Topic?, counter: String, around range: Range<Int>, in text: FoldedText
    ) -> Topic? {
        switch topic {
        case .abroadGroups, .gradedProjects, .evaluationProblems, .indicators, .metIndicators, .unmetIndicators: topic
        case .targetedProjects, .trackedProjects, .evaluatedProjects:
            countsProjects(range, in: text) || saysTargets(range.lowerBound, in: text) ? topic : nil
        case .abroad where counter == "个" || counter == "组" || counter == "团": .abroadGroups
        case .receptionBatches, .foreignReceptionBatches: topic
        case .reception, .domesticReception: countsBatches(range.upperBound, in: text) ? .receptionBatches : nil
        default: nil
        }
    }

    /// 接待26个批次, 公务接待13个团组.
    private static func countsBatches(_ position: Int, in text: FoldedText) -> Bool {
        [["批", "次"], ["团", "组"]].contains { text.hasPrefix($0, at: position) }
    }

    /// 项目支出绩效目标3个: a target is one of a project.
    private static func saysTargets(_ position: Int, in text: FoldedText) -> Bool {
        text.hasPrefix(Array("支出绩效目标".unicodeScalars), at: position - 6)
    }

    /// Whether a count is one of projects: 项目4个, 4个项目.
    private static func countsProjects(_ range: Range<Int>, in text: FoldedText) -> Bool {
        let word: [Unicode.Scalar] = ["项", "目"]
        if text.hasPrefix(word, at: range.upperBound) { return true }
        return (2...4).contains { text.hasPrefix(word, at: range.lowerBound - $0) }
    }
}
