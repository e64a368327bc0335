import Disclosures
import FinalAccounts
import Platform

/// The vehicles at the end of a year against those at its beginning, those that came and those that went.
enum VehicleStockRule: ConsistencyRule {
    static let about = RuleDescription(
        "vehicle-stock", .arithmetic, .warning, title: Bilingual("车辆增减", "Vehicles that came and went"),
        compares: Bilingual(
            "年末车辆数与年初数加购置、调入，减报废、调出", "the vehicles at the end of the year with those at its beginning, more and less"),
        tolerance: Bilingual("同一段中有车辆数无法归类的，不核对", "a paragraph with vehicles of no known kind is not held to this"),
        example: "年初保有车辆7辆，当年购置2辆、报废3辆，年末保有量8辆")

    static func findings(in context: CheckContext) -> [RuleFinding] {
        let starts = context.text.document.lineStarts
        return zip(starts, starts.dropFirst() + [context.text.count]).compactMap { finding(in: $0..<$1, context.text) }
    }

    private enum Kind {
        case opening, closing, more, less
    }

    private static func finding(in paragraph: Range<Int>, _ text: TextIndex) -> RuleFinding? {
        var last = paragraph.lowerBound
        var opening: Int64?
        var change: Int64 = 0
        var changes = 0
        for number in text.document.numbers(in: paragraph) {
            defer { last = number.range.upperBound }
            guard number.unit == .counter("辆") else { continue }
            let value = number.number.digits
            switch kind(clause(before: number.range.lowerBound, from: last, text)) {
            case .opening: opening = value
            case .more: (change, changes) = (change + value, changes + 1)
            case .less: (change, changes) = (change - value, changes + 1)
            case .closing:
                guard let opening, changes > 0, opening + change != value else { return nil }
                let (stated, right) = ("\(value)辆", "\(opening + change)辆")
                return RuleFinding(
                    about,
                    message: Bilingual(
                        "年末车辆数为\(stated)，年初\(opening)辆经增减应为\(right)。",
                        "\(value) vehicles at the end of the year; \(opening) at its beginning, more and less, make \(opening + change)."
                    ),
                    in: text, at: number.range, stated: stated, computed: right,
                    suggestion: Bilingual("核对购置、报废与保有量。", "Check purchases, disposals and the stock."))
            case nil: return nil
            }
        }
        return nil
    }

    private static func clause(before position: Int, from lowest: Int, _ text: TextIndex) -> String {
        var start = position
        while start > lowest, !["，", "。", "；", ";", "、", ":"].contains(text[start - 1]) { start -= 1 }
        return text.folded(start..<position)
    }

    private static let words: [(Kind, [String])] = [
        (.less, ["报废", "处置", "注销", "调出", "划出", "拍卖", "核减"]), (.more, ["购置", "新购", "购入", "更新", "调入", "划入", "新增"]),
        (.opening, ["年初", "上年末", "上年年末"]), (.closing, ["年末", "年底", "期末"]),
    ]

    private static func kind(_ clause: String) -> Kind? {
        words.first { $0.1.contains(where: clause.holds) }?.0
    }
}
