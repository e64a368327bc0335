import FinalAccounts

/// Writes account lines as JSON, amounts as decimal strings in yuan, members in order of the alphabet.
package enum AccountLineJSONWriter {
    /// Writes a line.
    package static func write(_ line: AccountLine, to text: inout ByteText) {
        text.beginObject()
        text.member("actual", line.actual)
        text.member("adjustedBudget", line.adjustedBudget)
        text.member("basic", line.basic)
        text.member("budgetState", line.initialBudget.state)
        text.member("code", line.subject.code)
        text.member("fiscalYear", line.fiscalYear.number)
        text.member("fund", line.fund.rawValue)
        text.member("initialBudget", line.initialBudget.amount)
        text.member("level", line.subject.level.depth)
        text.member("names", line.subject.names)
        text.member("origin", line.origin.rawValue)
        text.member("page", line.source?.page)
        text.member("project", line.project)
        text.member("quote", line.source?.quote)
        text.member("reason", line.reason)
        text.member("unit", line.unit.name)
        text.endObject()
    }
}

extension BudgetState {
    /// What is known of the budget, as JSON names it.
    package var state: String {
        switch self {
        case .stated: "stated"
        case .unbudgeted: "unbudgeted"
        case .notStated: "not_stated"
        }
    }
}
