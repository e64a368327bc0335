import Platform

/// What a command reports when it cannot go on.
struct CommandFailure: ExplainedError {
    let kind: ErrorKind
    /// The problem names the place.
    var location: String? { nil }
    let problem: String
    let remedy: String

    init(_ kind: ErrorKind, _ problem: String, _ remedy: String) {
        self.kind = kind
        self.problem = problem
        self.remedy = remedy
    }

    /// What to do where figures that could not be placed are no success.
    static let strict = "see the diagnostics, or leave --strict out"
}
