import FinalAccounts
import OfficialForm

/// A budget in the figures that its explanation is written of.
package struct BudgetedAccounts: Hashable, Sendable {
    /// One line of the budget.
    package struct Line: Hashable, Sendable {
        package var subject: Subject
        package var fund: Fund
        /// What is budgeted.
        package var amount: Amount
        /// The initial budget of the year before.
        package var before: BudgetState
        /// The basic part; `nil` where nothing tells it.
        package var basic: Amount?
        /// Why it changed; `nil` where nobody has said.
        package var reason: String?

        package init(
            subject: Subject, fund: Fund, amount: Amount, before: BudgetState, basic: Amount? = nil,
            reason: String? = nil
        ) {
            self.subject = subject
            self.fund = fund
            self.amount = amount
            self.before = before
            self.basic = basic
            self.reason = reason
        }
    }

    package var unit: BudgetUnit
    package var year: FiscalYear
    package var lines: [Line]
    /// The budget of the “三公” costs of the year before; `nil` where it is not known.
    package var threePublicBefore: Amount?

    package init(unit: BudgetUnit, year: FiscalYear, lines: [Line], threePublicBefore: Amount? = nil) {
        self.unit = unit
        self.year = year
        self.lines = lines
        self.threePublicBefore = threePublicBefore
    }
}
