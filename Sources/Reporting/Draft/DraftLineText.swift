import Budgeting
import FinalAccounts
import Platform
import Variance

/// What a draft says of a line in words: its class, what shows it, and what its years come to.
struct DraftLineText {
    let language: Language
    let amounts: AmountStyle

    /// The class; empty for sums.
    func lineClass(_ row: DraftRow) -> String {
        row.classification.map { LineClassText(language: language).name(of: $0.lineClass) } ?? ""
    }

    /// What shows the class; empty for sums.
    func evidence(_ row: DraftRow) -> String {
        row.classification.map { LineClassText(language: language).sentence($0.evidence) } ?? ""
    }

    /// What the years come to.
    func story(_ row: DraftRow) -> String {
        row.story.map { [amounts] story in
            LineStoryText(language: language) { amounts.text($0) }.sentence(story)
        } ?? ""
    }

    /// Both totals in one sentence: what is expected, what is asked for, and what is expected and not asked for.
    func totals(_ draft: BudgetDraft) throws(AmountError) -> String? {
        let (expected, requested, apart) = try draft.totals()
        guard let expected, let requested else { return nil }
        let money = { [amounts, language] (amount: Amount) in amounts.textWithUnit(amount, in: language) }
        let base = draft.rows.first?.observation(in: draft.baseYear)?.initialBudget.amount
        let words = [
            language.words(
                "\(draft.year)年预计执行\(money(expected))", "expected execution of \(draft.year): \(money(expected))"),
            language.words("申请预算\(money(requested))", "budget request: \(money(requested))"),
            base.map { language.words("本年年初预算\(money($0))", "this year's initial budget: \(money($0))") },
            apart.map { language.words("预计但不申请\(money($0))", "expected and not asked for: \(money($0))") },
        ].compactMap { $0 }
        return words.joined(separator: language.words("；", "; "))
    }

    /// Why the request differs from this year's initial budget: the lines that move it most; `nil` where it does not.
    func change(_ draft: BudgetDraft) throws(AmountError) -> String? {
        var moved: [TotalChange.Contribution] = []
        for place in draft.entryPlaces {
            guard let amount = draft.rows[place].changeOnBudget(of: draft.baseYear) else { continue }
            moved.append(TotalChange.Contribution(subject: draft.rows[place].subject, amount: amount))
        }
        let difference = try TotalChange.Difference(of: moved)
        guard !difference.largest.isEmpty else { return nil }
        return TotalChangeText(language: language, amounts: amounts).sentence(
            difference, language.words("比本年年初预算", "against this year's initial budget"))
    }

    /// A rule and how it stands.
    func rule(_ outcome: RuleOutcome) -> String {
        let money = { [amounts, language] (amount: Amount) in amounts.textWithUnit(amount, in: language) }
        let (before, after) = (money(outcome.before), money(outcome.after))
        let limit = outcome.limit.map { language.words("，上限\(money($0))", ", limit \(money($0))") } ?? ""
        return language.words(
            "\(outcome.rule.name)：\(outcome.lines)个科目，由\(before)到\(after)\(limit)",
            "\(outcome.rule.name): \(outcome.lines) lines, from \(before) to \(after)\(limit)")
    }
}
