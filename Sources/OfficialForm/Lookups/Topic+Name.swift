extension Topic {
    /// The measure that a label of a table names by itself, in folded form; `nil` for any other words.
    package static func named(_ folded: String) -> Topic? { byName[folded] }

    private static let byName: [String: Topic] = Dictionary(
        FormMeasure.all.flatMap { measure in
            (measure.phrases + measure.rows.map { FormWords.folded($0.label) } + (measure.column?.words ?? [])).map {
                ($0, measure.topic)
            }
        }, uniquingKeysWith: { first, _ in first })
}

extension FormCategory {
    /// The name of the category that a label is, in folded form; `nil` for any other words.
    package static func named(_ folded: String) -> String? { byName[folded] }

    private static let byName: [String: String] = Dictionary(
        all.flatMap(\.names).flatMap { name in
            name.hasSuffix("支出") ? [(name, name), (String(name.dropLast(2)), name)] : [(name, name)]
        }.filter { !["其他", "转移性"].contains($0.0) }, uniquingKeysWith: { first, _ in first })
}
