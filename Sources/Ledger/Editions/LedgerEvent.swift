import FinalAccounts

/// Something that was done to a document of a ledger, and what changed by it.
package struct LedgerEvent: Hashable, Sendable, Identifiable {
    /// What was done.
    package enum Action: String, Hashable, Sendable {
        /// It was imported.
        case imported = "import"
        /// A person took it out.
        case removed = "remove"
        /// A person put it back.
        case reinstated = "reinstate"
    }

    /// The number of the event in this ledger; later ones are higher.
    package let id: Int64
    /// What was done.
    package let action: Action
    /// The number and the name of the document.
    package let document: Int64
    package let fileName: String
    /// Who did it; empty where nobody said.
    package let who: String
    /// When, ISO 8601 in UTC; empty where nobody said.
    package let time: String
    /// Why; empty where nobody said.
    package let why: String
    /// The amounts that count since, and did not before.
    package var changes: [FigureChange] = []
}

/// One amount of the ledger before and after an event.
package struct FigureChange: Hashable, Sendable {
    /// The body.
    package let unit: BudgetUnit
    /// The year.
    package let fiscalYear: FiscalYear
    /// The fund.
    package let fund: Fund
    /// The subject.
    package let subject: Subject
    /// Which of its amounts.
    package let field: AmountField
    /// What it was; `nil` where nothing was stated.
    package let before: Amount?
    /// What it is; `nil` where nothing is stated any more.
    package let after: Amount?
}
