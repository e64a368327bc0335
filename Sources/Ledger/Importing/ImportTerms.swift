/// What a person decided about an import.
package struct ImportTerms: Hashable, Sendable {
    /// What becomes of a document that says of a body's year something else than the ledger.
    package enum Decision: String, Hashable, Sendable, CaseIterable {
        /// It takes the place of what is known; that stays as history.
        case edition
        /// It tells what is not known yet; where both state a figure, what is known stands.
        case supplement
        /// What is known stands; the document is kept as history.
        case keep
    }

    /// What becomes of a document that contradicts the ledger; `nil` to refuse it.
    package var decision: Decision?
    /// Whether a person has looked at figures that look wrong (a year in another unit, a copy of the year before, rows
    /// twice) and holds them to be right.
    package var isConfirmed: Bool
    /// Who imports.
    package var who: String
    /// Why.
    package var why: String

    package init(decision: Decision? = nil, isConfirmed: Bool = false, who: String = "", why: String = "") {
        self.decision = decision
        self.isConfirmed = isConfirmed
        self.who = who
        self.why = why
    }
}
