/// A row of the two-sided tables.
package struct FormRow: Sendable {
    /// The number before its label; `nil` for the sums and balances at the foot, which have none.
    package let number: Int?
    /// Its label in folded form; empty for the name of the measure that declares it.
    package let label: String

    /// Declares a row.
    package init(_ number: Int? = nil, _ label: String = "") {
        self.number = number
        self.label = FormWords.folded(label)
    }
}
