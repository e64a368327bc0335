import FinalAccounts

/// One subject of a budget draft: what was suggested, how a person changed it, what came of it.
package struct DraftLine: Hashable, Sendable {
    /// The fund; `nil` where the draft does not part funds.
    package var fund: Fund?
    /// What the money is for.
    package var subject: Subject
    /// The suggested budget.
    package var suggested: Amount?
    /// What a person added to the suggestion or took from it.
    package var adjustment: Amount?
    /// The budget that is asked for.
    package var final: Amount?
    /// A remark of the person who edited the line.
    package var note: String?

    package init(
        fund: Fund? = nil, subject: Subject, suggested: Amount? = nil, adjustment: Amount? = nil,
        final: Amount? = nil, note: String? = nil
    ) {
        self.fund = fund
        self.subject = subject
        self.suggested = suggested
        self.adjustment = adjustment
        self.final = final
        self.note = note
    }
}
