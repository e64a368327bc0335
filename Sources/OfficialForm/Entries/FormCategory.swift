/// A functional category (类) as the tables print it.
package struct FormCategory: Sendable {
    /// Its place among the categories of today; `nil` for one that the form numbers no more.
    package let number: Int?
    /// Its names, today's first.
    package let names: [String]
    /// Whether text names it without the sign （类）: 教育支出10万元.
    package let isNamedInText: Bool

    /// Declares a category.
    package init(_ number: Int?, _ name: String, formerly names: [String] = [], isNamedInText: Bool = true) {
        self.number = number
        self.names = [name] + names
        self.isNamedInText = isNamedInText
    }
}
