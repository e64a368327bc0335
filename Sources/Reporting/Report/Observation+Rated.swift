import FinalAccounts
import Platform

extension Observation {
    /// Of how many subjects a rate of execution is, in brackets; empty where all of them state a budget.
    func ratedPart(in language: Language) -> String {
        guard let parts, parts.isBudgetedInPart else { return "" }
        return language.words(
            "（\(parts.subjects) 个科目中 \(parts.withBudget) 个说明有无年初预算）",
            " (\(parts.withBudget) of \(parts.subjects) subjects say whether they had a budget)")
    }
}
