import Budgeting
import FinalAccounts
import Platform

/// Rules and how a draft keeps them: what each asks for, what its lines come to, what is left.
///
/// Columns: `rule, demand, lines, policy, final, limit, left, kept`.
package struct RuleVerdictTable: Sendable {
    private let verdicts: [RuleVerdict]
    private let language: Language
    private let amounts: AmountStyle

    package init(_ verdicts: [RuleVerdict], language: Language, amounts: AmountStyle) {
        self.verdicts = verdicts
        self.language = language
        self.amounts = amounts
    }

    /// The table, in the order of the rules.
    package var table: ReportTable {
        ReportTable(
            name: "rules", title: Bilingual.rulesSheet.text(in: language),
            columns: [
                ReportColumn("rule", title: language.words("规则", "Rule")),
                ReportColumn("demand", title: language.words("要求", "Demand")),
                ReportColumn("lines", title: language.words("科目数", "Lines"), kind: .number, audience: .programs),
                ReportColumn(
                    "policy", title: language.words("按政策", "By policy"), kind: .amount, audience: .programs),
                ReportColumn("final", title: Bilingual.finalBudget.text(in: language), kind: .amount),
                ReportColumn("limit", title: language.words("限额", "Limit"), kind: .amount, audience: .programs),
                ReportColumn("left", title: language.words("余额", "Left"), kind: .amount),
                ReportColumn("kept", title: language.words("是否满足", "Kept"), kind: .label),
            ],
            rows: verdicts.map { verdict in
                let outcome = verdict.outcome
                let left = outcome.limit.flatMap { try? $0.subtracting(outcome.after) }
                return [
                    .text(outcome.rule.name),
                    .text(RuleText(language: language, amounts: amounts).demand(outcome)), .integer(outcome.lines),
                    .amount(outcome.before), .amount(outcome.after), .amount(ifStated: outcome.limit),
                    .amount(ifStated: left),
                    verdict.isKept
                        ? .term(code: "true", label: language.words("满足", "kept"), tone: .good)
                        : .term(code: "false", label: language.words("未满足", "not kept"), tone: .serious),
                ]
            })
    }
}
