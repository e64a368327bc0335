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
}
