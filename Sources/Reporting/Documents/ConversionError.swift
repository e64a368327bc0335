import Platform

/// Why a document could not be turned into another form: none of the programs that could do it is installed, or one did
/// not finish its work.
package struct ConversionError: ExplainedError, Hashable {
    /// Always ``ErrorKind/unavailable``.
    package var kind: ErrorKind { .unavailable }
    /// What was to be made.
    package let path: String
    /// What is wrong.
    package let problem: String
    /// What to do.
    package let remedy: String

    /// What was to be made.
    package var location: String? { path }

    /// One sentence that says where, what and what to do.
    package var description: String { "cannot make '\(path)': \(problem); \(remedy)" }
}
