import FinalAccounts
import OfficialForm

extension NarrativeDraft {
    /// 九: the three public costs, as a whole and one by one, with what was counted.
    mutating func writeThreePublic() {
        let whole = statement("\(year)年度“三公”经费财政拨款支出", .threePublic)
        let items = [abroad(), vehicles(), reception()]
        guard whole != nil || items.contains(where: { $0 != nil }) else { return }
        openChapter("财政拨款“三公”经费支出决算情况说明")
        openSection(1, "“三公”经费财政拨款支出决算总体情况说明")
        add(whole)
        openSection(2, "“三公”经费财政拨款支出决算具体情况说明")
        for (index, item) in items.compactMap(\.self).enumerated() {
            add(style == .itemized ? "\(index + 1).\(item)" : "\(index + 1)、\(item)")
        }
    }

    private mutating func abroad() -> String? {
        joined([
            statement(.abroad, share: "“三公”经费"),
            sentence(
                "全年安排",
                [
                    .named(.abroadGroups, .count, after: "个"),
                    Piece(before: "累计", topic: .abroadVisits, aspect: .count, after: "人次"),
                ]),
        ])
    }

    private mutating func vehicles() -> String? {
        joined([
            statement(.vehicles, share: "“三公”经费"),
            statement(.vehiclePurchase, share: "“三公”经费"),
            sentence("全年", [Piece(before: "购置公务用车", topic: .vehiclesPurchased, aspect: .count, after: "辆")]),
            statement(.vehicleRunning, share: "“三公”经费"),
            sentence("年末", [.named(.vehiclesHeld, .count, after: "辆")]),
        ])
    }

    private mutating func reception() -> String? {
        joined([
            statement(.reception, share: "“三公”经费"),
            sentence(
                "",
                [
                    .named(.domesticReception),
                    Piece(before: "国内公务接待", topic: .receptionBatches, aspect: .count, after: "批次"),
                    Piece(before: "接待人次", topic: .receptionVisitors, aspect: .count, after: "人次"),
                ]),
            sentence(
                "",
                [
                    .named(.foreignReception),
                    Piece(before: "接待外宾", topic: .foreignReceptionBatches, aspect: .count, after: "批次"),
                    Piece(before: "接待外宾", topic: .foreignReceptionVisitors, aspect: .count, after: "人次"),
                ]),
        ])
    }

    private func joined(_ sentences: [String?]) -> String? {
        let written = sentences.compactMap(\.self)
        return written.isEmpty ? nil : written.joined()
    }
}
