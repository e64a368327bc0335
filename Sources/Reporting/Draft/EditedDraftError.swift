import Platform

/// Why a workbook could not be taken as an edited draft: where, what and what to do.
package struct EditedDraftError: ExplainedError, Hashable {
    /// The sheet and cell, for example `预算草案!T12`; empty where the whole file is meant.
    package let place: String
    /// What is wrong.
    package let problem: String
    /// What to do.
    package let remedy: String

    /// Creates an error.
    package init(place: String, problem: String, remedy: String) {
        self.place = place
        self.problem = problem
        self.remedy = remedy
    }

    /// Always ``ErrorKind/data``.
    package var kind: ErrorKind { .data }
    /// The sheet and cell.
    package var location: String? { place.isEmpty ? nil : place }
}
