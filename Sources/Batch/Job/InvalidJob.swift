/// A job file that cannot be run: everything that is wrong with it, each with its place.
public struct InvalidJob: Error, Hashable, Sendable, CustomStringConvertible {
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
    /// The exit code after sysexits.h: 65 for a faulty file, 66 for one that cannot be read.
    public let exitCode: Int32

    /// One line for each problem: file, line, column, message.
    public var description: String {
        problems.map { "\(file):\($0.line):\($0.column): \($0.message)" }.joined(separator: "\n")
    }

    init(file: String, problems: [Problem], exitCode: Int32 = 65) {
        self.file = file
        self.problems = problems.sorted { ($0.line, $0.column, $0.message) < ($1.line, $1.column, $1.message) }
        self.exitCode = exitCode
    }
}
