import FinalAccounts

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
            statement("因公出国（境）费", .abroad, share: "“三公”经费"),
            sentence(
                "全年安排",
                [
                    Piece(before: "因公出国（境）团组", topic: .abroadGroups, aspect: .count, after: "个"),
                    Piece(before: "累计", topic: .abroadVisits, aspect: .count, after: "人次"),
                ]),
        ])
    }

    private mutating func vehicles() -> String? {
        joined([
            statement("公务用车购置及运行维护费", .vehicles, share: "“三公”经费"),
            statement("公务用车购置费", .vehiclePurchase, share: "“三公”经费"),
            sentence("全年", [Piece(before: "购置公务用车", topic: .vehiclesPurchased, aspect: .count, after: "辆")]),
            statement("公务用车运行维护费", .vehicleRunning, share: "“三公”经费"),
            sentence("年末", [Piece(before: "公务用车保有量", topic: .vehiclesHeld, aspect: .count, after: "辆")]),
        ])
    }

    private mutating func reception() -> String? {
        joined([
            statement("公务接待费", .reception, share: "“三公”经费"),
            sentence(
                "",
                [
                    Piece(before: "国内公务接待支出", topic: .domesticReception, aspect: .amount),
                    Piece(before: "国内公务接待", topic: .receptionBatches, aspect: .count, after: "批次"),
                    Piece(before: "接待人次", topic: .receptionVisitors, aspect: .count, after: "人次"),
                ]),
            sentence(
                "",
                [
                    Piece(before: "外宾接待支出", topic: .foreignReception, aspect: .amount),
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
