import Budgeting
import FinalAccounts
import Narration
import OfficialForm
import Reporting

extension Drafting {
    /// The explanatory text of the budget that a draft comes to: remarks of the draft's lines are the reasons of changes.
    ///
    /// - Parameter stated: what was stated of the year before the draft's beside its lines.
    package func explanation(
        of draft: BudgetDraft, stated: [StatedFigure], amountUnit: AmountUnit = .wan
    ) throws(AmountError) -> String {
        var lines: [BudgetedAccounts.Line] = []
        for row in draft.rows where row.isEntry {
            guard let amount = try row.final() else { continue }
            let share = row.parts?.basicShare ?? (row.classification?.lineClass == .personnel ? 1 : nil)
            lines.append(
                BudgetedAccounts.Line(
                    subject: row.subject, fund: row.parts?.fund ?? .generalPublicBudget, amount: amount,
                    before: row.observation(in: draft.baseYear)?.initialBudget ?? .notStated,
                    basic: try share.map { part throws(AmountError) in
                        try Amount(rounding: amount.doubleValue * part)
                    }, reason: row.note))
        }
        var before: Amount?
        for aspect in [Aspect.initialBudget, .budget] where before == nil {
            let figure = stated.first { $0.measure == Measure(.threePublic, aspect) }
            if case .amount(let amount)? = figure?.value { before = amount.amount }
        }
        let budget = BudgetedAccounts(
            unit: draft.unit, year: draft.year, lines: lines, threePublicBefore: before)
        return try BudgetNarrative(budget, amountUnit: amountUnit).text()
    }
}
