import Disclosures
import FinalAccounts
import Platform

/// Wrong characters in standing phrases.
enum MisprintRule: ConsistencyRule {
    static let about = RuleDescription(
        "misprint", .wording, .warning, title: Bilingual("错别字", "Misprint"),
        compares: Bilingual("固定用语中形近、音近的错字及重复、遗漏的字", "standing phrases with characters confused, doubled or missing"),
        example: "未单独设置顶级科目的其他项目支出")

    static func findings(in context: CheckContext) -> [RuleFinding] {
        doubled(in: context.text) + pairs(in: context.text) + alike(in: context)
    }

    /// 主要是主要是, 主要是是: words said twice in a row.
    private static func doubled(in text: TextIndex) -> [RuleFinding] {
        Misprints.doubled.flatMap { word in
            text.ranges(of: word + word).map { range in
                // The whole of it, with the words it stands in.
                let shown = max(0, range.lowerBound - 2)..<range.upperBound
                let stated = text.document.quote(shown)
                return RuleFinding(
                    about, message: Bilingual("“\(stated)”字句重复。", "“\(stated)”: words are doubled."), in: text,
                    at: range, stated: stated, computed: word,
                    suggestion: Bilingual("删去重复的“\(word)”。", "Take one “\(word)” out."), cause: word + "|" + stated)
            }
        }
    }

    /// 集体士地: a phrase of the classification or the form but for a character like the right one.
    private static func alike(in context: CheckContext) -> [RuleFinding] {
        (context.phrases?.misprints(in: context.text) ?? []).map { misprint in
            RuleFinding(
                about,
                message: Bilingual(
                    "“\(misprint.wrong)”应为“\(misprint.right)”。",
                    "“\(misprint.wrong)” should be “\(misprint.right)”."),
                in: context.text, at: misprint.range, stated: misprint.wrong, computed: misprint.right,
                suggestion: Bilingual("改为“\(misprint.right)”。", "Change it to “\(misprint.right)”."),
                cause: misprint.wrong)
        }
    }

    private static func pairs(in text: TextIndex) -> [RuleFinding] {
        Misprints.pairs.flatMap { wrong, right in
            text.ranges(of: wrong).map { range in
                let isStyle = wrong.opens(with: "截止") || wrong.opens(with: "支出(类)")
                return RuleFinding(
                    about, severity: isStyle ? .note : nil,
                    message: Bilingual("“\(wrong)”应为“\(right)”。", "“\(wrong)” should be “\(right)”."), in: text,
                    at: range, stated: wrong, computed: right,
                    suggestion: Bilingual("改为“\(right)”。", "Change it to “\(right)”."),
                    cause: wrong)
            }
        }
    }
}
