/// A column of the tables: what its header says and every wording of it.
package struct FormColumn: Sendable {
    /// What the header says of the column.
    package let label: HeaderLabel
    /// The header as it is printed; empty for the name of the measure that declares it.
    package let name: String
    /// Every wording of the header in folded form, the printed one included.
    package let words: [String]

    /// Declares a column.
    package init(_ label: HeaderLabel, _ name: String = "", _ others: [String] = []) {
        self.label = label
        self.name = name
        words = ((name.isEmpty ? [] : [name]) + others).map(FormWords.folded)
    }
}
