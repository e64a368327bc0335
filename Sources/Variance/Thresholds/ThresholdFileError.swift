import Platform

/// Why thresholds could not be used.
package struct ThresholdFileError: ExplainedError, Hashable {
    /// The file as it was given.
    package let file: String
    /// The line of the mistake, counted from 1; `nil` where it cannot be told.
    package let line: Int?
    /// What is wrong.
    package let problem: String
    /// What to do.
    package let remedy: String

    /// Always ``ErrorKind/data``.
    package var kind: ErrorKind { .data }
    /// The file, and the line in it.
    package var location: String? { file + (line.map { ":\($0)" } ?? "") }
}
