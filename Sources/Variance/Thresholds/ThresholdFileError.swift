import Platform

/// Why thresholds could not be used.
public struct ThresholdFileError: ExplainedError, Hashable {
    /// The file as it was given.
    public let file: String
    /// The line of the mistake, counted from 1; `nil` where it cannot be told.
    public let line: Int?
    /// What is wrong.
    public let problem: String
    /// What to do.
    public let remedy: String

    /// Always ``ErrorKind/data``.
    public var kind: ErrorKind { .data }
    /// The file, and the line in it.
    public var location: String? { file + (line.map { ":\($0)" } ?? "") }
}
