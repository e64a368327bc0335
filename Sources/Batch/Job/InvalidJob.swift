import Platform

/// A job file that cannot be run: everything that is wrong with it, each with its place.
package struct InvalidJob: ExplainedError, Hashable {
    /// One thing that is wrong.
    package struct Problem: Hashable, Sendable {
        /// The line, counted from 1.
        package let line: Int
        /// The column, counted from 1.
        package let column: Int
        /// What is wrong and what to write instead.
        package let message: Bilingual
    }

    /// The job file as it was given.
    package let file: String
    /// What is wrong, in order of place.
    package let problems: [Problem]
    /// ``ErrorKind/data`` for a faulty file, ``ErrorKind/noInput`` for one that cannot be read or names no document.
    package let kind: ErrorKind
    /// Whom the file asks to tell, as far as it can be read.
    package private(set) var notifications: [BatchNotification] = []

    /// The job's name as far as it is known: the file's, without its ending.
    package var jobName: String { BatchJob.stem(of: FileEntry.name(of: file)) }

    /// The file, with the place of the first problem.
    package var location: Bilingual? {
        Bilingual(verbatim: problems.first.map { "\(file):\($0.line):\($0.column)" } ?? file)
    }
    /// The first of what is wrong.
    package var problem: Bilingual { problems.first?.message ?? Bilingual("无法运行", "it cannot be run") }
    /// What to do.
    package var remedy: Bilingual { Bilingual("请改正任务文件后重新运行", "put the job file right and run again") }

    /// One line for each problem: file, line, column, message.
    package var sentence: Bilingual {
        problems.map { $0.message.at("\(file):\($0.line):\($0.column)") }.joined(Bilingual(verbatim: "\n"))
    }

    init(file: String, problems: [Problem], kind: ErrorKind = .data, notifications: [BatchNotification] = []) {
        self.file = file
        self.problems = problems.sorted { ($0.line, $0.column, $0.message.en) < ($1.line, $1.column, $1.message.en) }
        self.kind = kind
        self.notifications = notifications
    }
}
