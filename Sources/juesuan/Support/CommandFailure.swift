import Platform

/// What a command reports when it cannot go on.
struct CommandFailure: ExplainedError {
    let kind: ErrorKind
    /// The message names the place.
    var location: String? { nil }
    let problem: String
    let remedy: String

    /// - Parameter message: what is wrong, and behind the last semicolon what to do.
    init(_ kind: ErrorKind, _ message: String) {
        self.kind = kind
        let parts = message.split(separator: "; ", omittingEmptySubsequences: false)
        problem = parts.count > 1 ? parts.dropLast().joined(separator: "; ") : message
        remedy = parts.count > 1 ? parts.last.map(String.init) ?? "" : ""
    }

    var description: String { remedy.isEmpty ? problem : problem + "; " + remedy }
}
