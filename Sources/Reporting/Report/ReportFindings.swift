import Consistency

/// What does not fit in one document, for the report.
package struct ReportFindings: Hashable, Sendable {
    /// The document.
    package let file: String
    /// The findings, the gravest first.
    package let findings: [Finding]

    /// Puts a document's findings together.
    package init(file: String, findings: [Finding]) {
        self.file = file
        self.findings = findings
    }
}
