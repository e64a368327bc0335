import Platform

/// Why a workbook could not be taken as an edited draft: where, what and what to do.
public struct EditedDraftError: ExplainedError, Hashable {
    /// The sheet and cell, for example `预算草案!T12`; empty where the whole file is meant.
    public let place: String
    /// What is wrong.
    public let problem: String
    /// What to do.
    public let remedy: String

    /// Creates an error.
    public init(place: String, problem: String, remedy: String) {
        self.place = place
        self.problem = problem
        self.remedy = remedy
    }

    /// Always ``ErrorKind/data``.
    public var kind: ErrorKind { .data }
    /// The sheet and cell.
    public var location: String? { place.isEmpty ? nil : place }
}
