/// One of the nine tables and what its title is told by.
package struct FormTable: Sendable {
    /// The table.
    package let kind: TableKind
    /// Its title on the form.
    package let title: String
    /// The title and its variants in folded form.
    package let titles: [String]
    /// Words of which a title holds one, where no table before this one is told by its own.
    package let signs: [String]

    /// Declares a table.
    package init(_ kind: TableKind, _ title: String, signs: [String], variants: [String] = []) {
        self.kind = kind
        self.title = title
        self.signs = signs
        titles = ([title] + variants).map(FormWords.folded)
    }
}
