import Disclosures
import FinalAccounts
import OfficialForm
import Platform

/// A number without its 元 or %.
enum MissingUnitWordRule: ConsistencyRule {
    static let about = RuleDescription(
        "missing-unit-word", .lists, .warning, title: Bilingual("缺少单位", "Missing “元” or %"),
        compares: Bilingual("数字之后是否有元、万元或百分号", "whether “元”, “万元” or a percent sign follows a number"),
        example: "增加1193.20万元，增长13.95。")

    static func findings(in context: CheckContext) -> [RuleFinding] {
        let text = context.text
        var found: [RuleFinding] = []
        for span in text.document.spans where sections.contains(span.section) {
            var position = span.range.lowerBound
            while position < span.range.upperBound {
                guard isDigit(text[position]) else {
                    position += 1
                    continue
                }
                let end = numberEnd(position, text)
                if let missing = missing(position..<end, text) {
                    found.append(finding(missing, position..<end, context))
                }
                position = end
            }
        }
        return found
    }

    private static let sections: Set<Section> = [
        .totals, .income, .expenditure, .fiscalTotals, .generalPublicBudget, .basicExpenditure, .threePublic,
        .governmentFund, .stateCapital, .agencyOperating, .procurement,
    ]

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

    private static func numberEnd(_ start: Int, _ text: TextIndex) -> Int {
        var end = start
        while isDigit(text[end]) || ((text[end] == "." || text[end] == ",") && isDigit(text[end + 1])) { end += 1 }
        return end
    }

    private static let stops: Set<Unicode.Scalar> = ["。", "，", "；", "、", ")", "("]
    private static let directions = ["增长", "下降", "上升", "降低", "占", "预算的", "预算数的"]
    private static let verbs = ["增加", "减少", "预算为", "决算为", "支出为", "决算数为", "预算数为", "总计", "合计", "均为"]

    /// The word that is missing behind a number.
    private static func missing(_ number: Range<Int>, _ text: TextIndex) -> String? {
        let after = text[number.upperBound]
        let hasPoint = text.folded(number).contains(".")
        if after == "万", stops.contains(text[number.upperBound + 1]) { return "元" }
        guard stops.contains(after) else { return nil }
        let before = text.folded(max(0, number.lowerBound - 5)..<number.lowerBound)
        // 1) and (1) are numbers of a list.
        if after == ")" || after == "(", !hasPoint { return nil }
        if directions.contains(where: { before.closes(with: $0) }) { return "%" }
        if hasPoint || verbs.contains(where: { before.closes(with: $0) }) {
            return verbs.contains { before.closes(with: $0) } || endsInName(before) ? "万元" : nil
        }
        return nil
    }

    private static func endsInName(_ before: String) -> Bool {
        ["支出", "收入", "经费", "费", "金额"].contains { before.closes(with: $0) }
    }

    private static func finding(_ word: String, _ number: Range<Int>, _ context: CheckContext) -> RuleFinding {
        let text = context.text
        let end = text[number.upperBound] == "万" ? number.upperBound + 1 : number.upperBound
        let stated = text.document.quote(number.lowerBound..<end)
        return RuleFinding(
            about, message: Bilingual("“\(stated)”之后缺少“\(word)”。", "“\(word)” is missing behind “\(stated)”."),
            in: text,
            at: number, stated: stated, computed: stated + word,
            suggestion: Bilingual("补充“\(word)”。", "Add “\(word)”."))
    }
}
