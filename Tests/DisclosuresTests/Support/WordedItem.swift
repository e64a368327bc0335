import Disclosures
import FinalAccounts
import OfficialForm

/// One item of the explanation in one of the wordings that disclosures use, and what it states.
struct WordedItem {
    /// Code and names of 类, 款 and 项.
    var names: [String]
    var code: String?
    var initialBudget: BudgetState = .notStated
    var adjustedBudget: Amount?
    var actual: Amount?
    var rate: StatedPercentage?
    var change: Amount?
    var changeRate: StatedPercentage?
    var previous: Amount?
    var comparison: BudgetComparison?
    var reason: String?
    /// The words of the item with its number, unwrapped.
    var text = ""

    /// What a read line says otherwise; `nil` where it says the same.
    func difference(_ found: DisclosedLine) -> String? {
        let line = found.line
        if line.subject.names != names { return "names \(line.subject.names)" }
        if let code, line.subject.code != code { return "code \(line.subject.code ?? "none")" }
        if line.initialBudget != initialBudget { return "initial budget \(line.initialBudget)" }
        if line.adjustedBudget != adjustedBudget { return "adjusted budget \(String(describing: line.adjustedBudget))" }
        if line.actual != actual { return "actual \(String(describing: line.actual))" }
        if found.statedRate != rate { return "rate \(found.statedRate?.text ?? "none")" }
        if found.statedChange?.amount != change { return "change \(found.statedChange?.text ?? "none")" }
        if found.statedChangeRate != changeRate { return "change rate \(found.statedChangeRate?.text ?? "none")" }
        if found.statedPreviousActual?.amount != previous {
            return "previous \(found.statedPreviousActual?.text ?? "none")"
        }
        if found.comparison != comparison { return "comparison \(String(describing: found.comparison))" }
        if line.reason != reason { return "reason \(line.reason ?? "none")" }
        return nil
    }
}
