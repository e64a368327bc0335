import FinalAccounts

/// A subject that will be asked about, and why.
package struct ReportQuestion: Hashable, Sendable {
    /// One thing that does not fit.
    package struct Flag: Hashable, Sendable {
        /// Its name: 超预算, over budget.
        package let label: String
        /// How grave it is.
        package let tone: ReportCell.Tone
        /// The figures in one sentence.
        package let sentence: String

        package init(label: String, tone: ReportCell.Tone, sentence: String) {
            self.label = label
            self.tone = tone
            self.sentence = sentence
        }
    }

    /// What the money was for.
    package let subject: Subject
    /// What does not fit, the gravest first.
    package let flags: [Flag]
    /// The reason the document gives; `nil` when it gives none.
    package let reason: String?
    /// Where the figure was read.
    package let source: SourceReference?

    /// Puts a question together.
    package init(subject: Subject, flags: [Flag], reason: String?, source: SourceReference? = nil) {
        self.subject = subject
        self.flags = flags
        self.reason = reason
        self.source = source
    }
}
