import Platform

/// Why something about people and what they may do could not be done.
package struct AccessError: ExplainedError, Hashable {
    /// What went wrong, as far as a program cares.
    package enum Reason: String, Hashable, Sendable {
        /// The file cannot be opened or written.
        case store
        /// The file is something else, or of a later version.
        case notAStore
        /// What was given cannot be.
        case invalid
        /// There is no such member, invitation or token.
        case unknown
        /// The name is taken.
        case taken
    }

    package let reason: Reason
    package let problem: Bilingual
    package let remedy: Bilingual

    package init(_ reason: Reason, _ problem: Bilingual, _ remedy: Bilingual) {
        self.reason = reason
        self.problem = problem
        self.remedy = remedy
    }

    /// No place of its own.
    package var location: Bilingual? { nil }

    package var kind: ErrorKind {
        switch reason {
        case .store: .inputOutput
        case .notAStore: .data
        case .invalid, .taken: .usage
        case .unknown: .noInput
        }
    }
}
