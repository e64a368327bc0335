import Disclosures
import FinalAccounts
import Platform

/// A subject named differently in the accounts and in the glossary.
enum GlossaryNameRule: ConsistencyRule {
    static let about = RuleDescription(
        "glossary-name", .identity, .warning, title: Bilingual("科目名称与名词解释", "Name in accounts and glossary"),
        compares: Bilingual("科目说明与名词解释中的同一科目名称", "the name of a subject in the accounts with its name in the glossary"),
        example: "其他组织事务（项），名词解释为其他组织事务支出（项）")

    static func findings(in context: CheckContext) -> [RuleFinding] {
        GlossaryPairs(context.disclosure).misnamed.map { line, entry in
            let (stated, other) = (SubjectNames.path(line.names), SubjectNames.path(entry.names))
            return RuleFinding(
                about,
                message: Bilingual(
                    "科目说明为“\(stated)”，名词解释为“\(other)”。", "The accounts have “\(stated)”, the glossary “\(other)”."),
                in: context.text, at: line.range, stated: stated, computed: other,
                suggestion: Bilingual("按政府收支分类科目统一名称。", "Use the name of the classification in both."))
        }
    }
}
