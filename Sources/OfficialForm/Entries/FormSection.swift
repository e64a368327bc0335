import FinalAccounts

/// One part of the form's text: what it speaks of before it names anything, and of which fund.
package struct FormSection: Sendable {
    /// The part.
    package let section: Section
    /// What it speaks of first; `nil` where that cannot be said.
    package let topic: Topic?
    /// The fund whose lines it lists.
    package let fund: Fund
    /// What the fund is called.
    package let fundName: String

    /// Declares a part.
    package init(
        _ section: Section, of topic: Topic?, fund: Fund = .generalPublicBudget, _ fundName: String = "一般公共预算"
    ) {
        self.section = section
        self.topic = topic
        self.fund = fund
        self.fundName = fundName
    }
}
