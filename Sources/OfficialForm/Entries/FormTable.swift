/// One of the nine tables and what its title is told by.
package struct FormTable: Sendable {
    /// The table.
    package let kind: TableKind
    /// Its title on the form.
    package let title: String
    /// Its title on the form of budgets, without body and year.
    package let budgetTitle: String
    /// The titles and their variants in folded form.
    package let titles: [String]
    /// Words of which a title holds one, where no table before this one is told by its own.
    package let signs: [String]

    /// Declares a table.
    package init(_ kind: TableKind, _ title: String, budget: String, signs: [String], variants: [String] = []) {
        self.kind = kind
        self.title = title
        budgetTitle = budget
        self.signs = signs
        titles = ([title, budget] + variants).map(FormWords.folded)
    }
}
