import Platform

/// A subject table that cannot be used: which table, which line, what is wrong.
public struct SubjectDataError: ExplainedError, Hashable {
    /// The table, as the reader calls it: `functional`, `economic` or `crosswalk`.
    public let table: String
    /// The line, counted from 1; `nil` where the table as a whole is meant.
    public let line: Int?
    /// What was found and what was expected.
    public let message: String

    init(table: String, line: Int? = nil, _ message: String) {
        self.table = table
        self.line = line
        self.message = message
    }

    /// Always ``ErrorKind/data``.
    public var kind: ErrorKind { .data }
    /// The table, and the line in it.
    public var location: String? { "subject table '\(table)'" + (line.map { ", line \($0)" } ?? "") }
    /// What was found and what was expected.
    public var problem: String { message }
    /// What to do.
    public var remedy: String { "put the table right, or install the program's data again" }
}
