import Consistency

/// What does not fit in one document, for the report.
public struct ReportFindings: Hashable, Sendable {
    /// The document.
    public let file: String
    /// The findings, the gravest first.
    public let findings: [Finding]

    /// Puts a document's findings together.
    public init(file: String, findings: [Finding]) {
        self.file = file
        self.findings = findings
    }
}
