/// What the heading of a part of the form is told by.
package struct FormTitle: Sendable {
    /// The part it opens.
    package let section: Section
    /// The heading holds all words of one of these.
    package let signs: [[String]]

    /// Declares a heading.
    package init(_ section: Section, _ signs: [String]...) {
        self.section = section
        self.signs = signs
    }
}
