import Platform

/// A job file that cannot be run: everything that is wrong with it, each with its place.
public struct InvalidJob: ExplainedError, Hashable {
    /// One thing that is wrong.
    public struct Problem: Hashable, Sendable {
        /// The line, counted from 1.
        public let line: Int
        /// The column, counted from 1.
        public let column: Int
        /// What is wrong and what to write instead.
        public let message: String
    }

    /// The job file as it was given.
    public let file: String
    /// What is wrong, in order of place.
    public let problems: [Problem]
    /// ``ErrorKind/data`` for a faulty file, ``ErrorKind/noInput`` for one that cannot be read or names no document.
    public let kind: ErrorKind

    /// The file, with the place of the first problem.
    public var location: String? { problems.first.map { "\(file):\($0.line):\($0.column)" } ?? file }
    /// The first of what is wrong.
    public var problem: String { problems.first?.message ?? "it cannot be run" }
    /// What to do.
    public var remedy: String { "put the job file right and run again" }

    /// One line for each problem: file, line, column, message.
    public var description: String {
        problems.map { "\(file):\($0.line):\($0.column): \($0.message)" }.joined(separator: "\n")
    }

    init(file: String, problems: [Problem], kind: ErrorKind = .data) {
        self.file = file
        self.problems = problems.sorted { ($0.line, $0.column, $0.message) < ($1.line, $1.column, $1.message) }
        self.kind = kind
    }
}
