import Disclosures
import FinalAccounts
import Platform

/// Expenditure of a fund that is not broken down to items.
enum LineDepthRule: ConsistencyRule {
    static let about = RuleDescription(
        "line-depth", .identity, .note, title: Bilingual("未细化到项", "Not broken down to items"),
        compares: Bilingual("各项预算支出是否细化到项级科目", "whether the expenditure of each fund goes down to items"),
        example: "国有资本经营预算支出（类）。支出决算为9.79万元")

    static func findings(in context: CheckContext) -> [RuleFinding] {
        [Fund.governmentFund, .stateCapital].compactMap { fund in
            guard let total = context.facts.first(fund.expenditureTopic, .amount, in: fund.section),
                !context.value(total).isZero,
                !context.facts.lines.contains(where: {
                    $0.disclosed.line.fund == fund && $0.disclosed.line.subject.level == .item
                }),
                let subject = context.disclosure.text.subjects.first(where: {
                    context.text.document.section(at: $0.range.lowerBound) == fund.section && $0.names.count < 3
                })
            else { return nil }
            let name = SubjectNames.path(subject.names)
            return RuleFinding(
                about, message: Bilingual("“\(name)”未细化到项级科目。", "\(name) is not broken down to items."),
                in: context.text,
                at: subject.range, stated: name, suggestion: Bilingual("按款、项列示。", "List it by section and item."))
        }
    }
}
