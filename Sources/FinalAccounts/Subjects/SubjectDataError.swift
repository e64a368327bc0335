/// A subject table that cannot be used: which table, which line, what is wrong.
public struct SubjectDataError: Error, Hashable, Sendable, CustomStringConvertible {
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

    /// One sentence that says what is wrong and where.
    public var description: String {
        let place = line.map { ", line \($0)" } ?? ""
        return "subject table '\(table)'\(place): \(message)"
    }
}
