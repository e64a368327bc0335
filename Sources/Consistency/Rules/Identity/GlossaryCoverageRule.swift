import Disclosures
import FinalAccounts
import Platform

/// Subjects without an entry in the glossary, and entries without a subject.
enum GlossaryCoverageRule: ConsistencyRule {
    static let about = RuleDescription(
        "glossary-coverage", .identity, .warning, title: Bilingual("名词解释的科目范围", "Subjects of the glossary"),
        compares: Bilingual("有支出的科目与名词解释所列科目", "the subjects spent on with those the glossary explains"),
        tolerance: Bilingual("只解释少数科目的名词解释不计缺项", "a glossary of a few subjects lacks none"),
        example: "名词解释有“其他医疗保障管理事务支出（项）”，而无此项支出")

    static func findings(in context: CheckContext) -> [RuleFinding] {
        let pairs = GlossaryPairs(context.disclosure)
        let missing = pairs.unexplained.map { line in
            let name = SubjectNames.path(line.names)
            return RuleFinding(
                about, message: Bilingual("“\(name)”没有名词解释。", "\(name) has no entry in the glossary."),
                in: context.text,
                at: line.range, stated: name, suggestion: Bilingual("补充该科目的解释。", "Add one."))
        }
        let idle = pairs.idle.map { entry in
            let name = SubjectNames.path(entry.names)
            return RuleFinding(
                about,
                message: Bilingual(
                    "名词解释有“\(name)”，而没有该科目的支出。", "The glossary explains \(name), on which nothing was spent."),
                in: context.text, at: entry.range, stated: name,
                suggestion: Bilingual("删去该解释，或核对是否漏列支出。", "Drop it, or see whether a line is missing."))
        }
        return missing + idle
    }
}
