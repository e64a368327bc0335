import Disclosures
import FinalAccounts
import OfficialForm
import Platform

/// Brackets and quotation marks of which one is missing.
enum UnbalancedBracketsRule: ConsistencyRule {
    static let about = RuleDescription(
        "unbalanced-brackets", .lists, .note, title: Bilingual("括号、引号不成对", "Unbalanced brackets"),
        compares: Bilingual("左右括号、左右引号是否成对", "opening with closing brackets and quotation marks"),
        example: "平均得分99.33分（其中，绩效评级为“优”的项目39个。")

    static func findings(in context: CheckContext) -> [RuleFinding] {
        context.text.document.spans.filter { sections.contains($0.section) }.flatMap { span in
            stretches(span, context.text).flatMap { unbalanced(in: $0, context) }
        }
    }

    private static let sections: Set<Section> = [
        .totals, .income, .expenditure, .fiscalTotals, .generalPublicBudget, .basicExpenditure, .threePublic,
        .governmentFund, .stateCapital, .agencyOperating, .procurement, .assets, .performance, .glossary,
    ]

    /// A section cut at its numbered items: a bracket is not closed in the next.
    private static func stretches(_ span: DocumentText.Span, _ text: TextIndex) -> [Range<Int>] {
        let marks = text.document.marks.filter { span.range.contains($0.range.lowerBound) }
        var result: [Range<Int>] = []
        var start = span.range.lowerBound
        for mark in marks {
            if start < mark.range.lowerBound { result.append(start..<mark.range.lowerBound) }
            start = mark.range.upperBound
        }
        if start < span.range.upperBound { result.append(start..<span.range.upperBound) }
        return result
    }

    private static func unbalanced(in range: Range<Int>, _ context: CheckContext) -> [RuleFinding] {
        let printed = context.text.document.printed
        var open: [Int] = []
        var quotes: [Int] = []
        var lonely: [Int] = []
        for position in range {
            switch printed[position] {
            case "（", "(": open.append(position)
            case "）", ")":
                // The closing bracket of a number, 1), has none to close.
                if open.popLast() == nil, !isNumber(before: position, printed) { lonely.append(position) }
            case "“": quotes.append(position)
            case "”": if quotes.popLast() == nil { lonely.append(position) }
            default: break
            }
        }
        return (open + quotes + lonely).sorted().map { position in
            let mark = String(printed[position])
            return RuleFinding(
                about, message: Bilingual("“\(mark)”没有成对。", "“\(mark)” has no counterpart."), in: context.text,
                at: position..<position + 1, stated: mark, suggestion: Bilingual("补充或删去。", "Add or drop one."),
                cause: "\(range.lowerBound)")
        }
    }

    private static func isNumber(before position: Int, _ printed: [Unicode.Scalar]) -> Bool {
        position > 0
            && (printed[position - 1].properties.numericType != nil
                || "一二三四五六七八九十".unicodeScalars.contains(printed[position - 1]))
    }
}
