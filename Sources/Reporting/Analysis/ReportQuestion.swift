import FinalAccounts

/// A subject that will be asked about, and why.
public struct ReportQuestion: Hashable, Sendable {
    /// One thing that does not fit.
    public struct Flag: Hashable, Sendable {
        /// Its name: 超预算, over budget.
        public let label: String
        /// How grave it is.
        public let tone: ReportCell.Tone
        /// The figures in one sentence.
        public let sentence: String

        /// Creates a flag.
        public init(label: String, tone: ReportCell.Tone, sentence: String) {
            self.label = label
            self.tone = tone
            self.sentence = sentence
        }
    }

    /// What the money was for.
    public let subject: Subject
    /// What does not fit, the gravest first.
    public let flags: [Flag]
    /// The reason the document gives; `nil` when it gives none.
    public let reason: String?
    /// Where the figure was read.
    public let source: SourceReference?

    /// Puts a question together.
    public init(subject: Subject, flags: [Flag], reason: String?, source: SourceReference? = nil) {
        self.subject = subject
        self.flags = flags
        self.reason = reason
        self.source = source
    }
}
