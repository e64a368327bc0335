/// Something in a document that does not fit, as a ledger keeps it.
package struct FindingRecord: Hashable, Sendable {
    /// The rule's id.
    package let rule: String
    /// The words it is about, without blanks.
    package let quote: String
    /// All of it as JSON, in both languages.
    package let zhHans: String
    package let en: String

    package init(rule: String, quote: String, zhHans: String, en: String) {
        (self.rule, self.quote, self.zhHans, self.en) = (rule, quote, zhHans, en)
    }
}

/// What somebody decided of a finding.
package struct FindingEvent: Hashable, Sendable, Identifiable {
    package enum Action: String, Hashable, Sendable, CaseIterable {
        /// It stands as it is.
        case accept
        /// It is to be looked at again.
        case reopen
    }

    package let id: Int64
    package let document: Int64
    package let rule: String
    package let quote: String
    package let action: Action
    package let who: String
    /// When, ISO 8601 in UTC.
    package let time: String
    package let why: String
}
