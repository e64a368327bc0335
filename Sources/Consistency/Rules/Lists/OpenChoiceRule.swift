import Disclosures
import FinalAccounts
import Platform

/// Both words of a choice left standing: 增长（下降）.
enum OpenChoiceRule: ConsistencyRule {
    static let about = RuleDescription(
        "open-choice", .lists, .warning, title: Bilingual("未作选择的表述", "Choice left open"),
        compares: Bilingual("增加（减少）、大于（小于）等成对表述", "pairs of words of which one should have been deleted"),
        example: "减少0.15万元，下降（增长）27.78%")

    static func findings(in context: CheckContext) -> [RuleFinding] {
        pairs.flatMap { first, second in
            (["\(first)(\(second))", "\(first)/\(second)", "\(first)或\(second)", "\(first)、\(second)"]
                + joined(first, second))
                .flatMap { words in
                    context.text.ranges(of: words).filter { isOfFigures($0, words, context.text) }.map { range in
                        let stated = context.text.document.quote(range)
                        return RuleFinding(
                            about,
                            message: Bilingual("“\(stated)”未选择其一。", "“\(stated)”: one of the two words has to go."),
                            in: context.text,
                            at: range, stated: stated,
                            suggestion: Bilingual("保留与数据一致的一个。", "Keep the one that fits the figures."),
                            cause: "\(stated)|\(context.text.quote(around: range))")
                    }
                }
        }
    }

    /// 大小于: the two words with their last character once, which no sentence means.
    private static func joined(_ first: String, _ second: String) -> [String] {
        first.last == second.last ? [String(first.dropLast()) + second] : []
    }

    private static let pairs: [(String, String)] = [
        ("增加", "减少"), ("减少", "增加"), ("增长", "下降"), ("下降", "增长"), ("上升", "下降"), ("下降", "上升"), ("大于", "小于"),
        ("小于", "大于"), ("高于", "低于"), ("低于", "高于"), ("增长", "降低"), ("降低", "增长"), ("增加", "下降"), ("提高", "降低"),
    ]

    /// Without brackets the two words may be meant, unless a number follows.
    private static func isOfFigures(_ range: Range<Int>, _ words: String, _ text: TextIndex) -> Bool {
        if words.holds("(") || words.count == 3 { return text.document.section(at: range.lowerBound) != .glossary }
        return text.integer(at: range.upperBound) != nil
    }
}
