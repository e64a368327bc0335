/// The rows that the two-sided tables of the form print: sources of income, categories of expenditure, sums.
package enum FormRows {
    /// The labels that carry numbers, in folded form.
    package static let numbered: [String] =
        rows.filter { $0.number != nil }.map(\.label) + FormCategory.all.flatMap(\.names)

    /// The labels without numbers, at the foot of the tables.
    package static let ends: [String] = rows.filter { $0.number == nil }.map(\.label)

    /// The number that the form gives a source of income or a category of expenditure; `nil` for other labels.
    package static func number(of label: String) -> Int? { numbers[label] }

    private static let rows = FormMeasure.all.flatMap(\.rows)

    private static let numbers: [String: Int] = {
        let sources = rows.compactMap { row in row.number.map { (row.label, $0) } }
        let categories = FormCategory.all.compactMap { category in
            category.number.map { (category.names[0], $0) }
        }
        return Dictionary(sources + categories, uniquingKeysWith: { first, _ in first })
    }()
}
