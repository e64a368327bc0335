import FinalAccounts

/// What a person decides about one subject of a draft; what is stored as a version of it.
package struct DraftEntry: Hashable, Sendable {
    /// What the money is for.
    package var subject: Subject
    /// The suggested budget.
    package var suggested: Amount?
    /// What a person added to the suggestion or took from it.
    package var adjustment: Amount?
    /// Where the line stands with those who approve it; `nil` where nobody has said.
    package var approval: Approval?
    /// A remark of that person.
    package var note: String?

    package init(
        subject: Subject, suggested: Amount? = nil, adjustment: Amount? = nil, approval: Approval? = nil,
        note: String? = nil
    ) {
        self.subject = subject
        self.suggested = suggested
        self.adjustment = adjustment
        self.approval = approval
        self.note = note
    }

    /// The budget that is asked for; `nil` where there is neither a suggestion nor an adjustment.
    ///
    /// - Throws: ``AmountError/overflow``.
    package func final() throws(AmountError) -> Amount? {
        guard suggested != nil || adjustment != nil else { return nil }
        return try (suggested ?? .zero).adding(adjustment ?? .zero)
    }
}
