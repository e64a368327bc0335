import Platform

/// What a command reports when it cannot go on.
struct CommandFailure: ExplainedError {
    let kind: ErrorKind
    /// The problem names the place.
    var location: Bilingual? { nil }
    let problem: Bilingual
    let remedy: Bilingual

    init(_ kind: ErrorKind, _ problem: Bilingual, _ remedy: Bilingual) {
        self.kind = kind
        self.problem = problem
        self.remedy = remedy
    }
}
