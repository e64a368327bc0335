/// A performance self-evaluation (绩效自评) table of a document, kept as the JSON its reader makes of it.
package struct EvaluationRecord: Hashable, Sendable {
    /// The project's or the unit's name.
    package var name: String
    /// The table as one JSON value; anything else is refused on import.
    package var content: String
    /// The page, counted from 1; `nil` where the form has no pages.
    package var page: Int?

    package init(name: String, content: String, page: Int? = nil) {
        self.name = name
        self.content = content
        self.page = page
    }
}
