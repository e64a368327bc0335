import Disclosures
import FinalAccounts

/// Wrong characters in standing phrases.
enum MisprintRule: ConsistencyRule {
    static let about = RuleDescription(
        "misprint", .wording, .warning, title: Bilingual("错别字", "Misprint"),
        compares: Bilingual("固定用语中形近、音近的错字及重复、遗漏的字", "standing phrases with characters confused, doubled or missing"),
        example: "未单独设置顶级科目的其他项目支出")

    static func findings(in context: CheckContext) -> [RuleFinding] {
        Misprints.pairs.flatMap { wrong, right in
            context.text.ranges(of: wrong).map { range in
                let isStyle = wrong.hasPrefix("截止") || wrong.hasPrefix("支出(类)")
                return RuleFinding(
                    about, severity: isStyle ? .note : nil,
                    message: Bilingual("“\(wrong)”应为“\(right)”。", "“\(wrong)” should be “\(right)”."), in: context.text,
                    at: range, stated: wrong, computed: right,
                    suggestion: Bilingual("改为“\(right)”。", "Change it to “\(right)”."),
                    cause: wrong)
            }
        }
    }
}
