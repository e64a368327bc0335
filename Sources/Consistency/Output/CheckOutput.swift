/// What `check` writes as JSON for the documents it was given.
///
/// `{"documents":[{"file","findings":[{"rule","severity","message","page","quote","stated","computed","difference",
/// "suggestion"}]}]}`; keys without a value are left out.
public struct CheckOutput: Encodable, Sendable {
    /// One document.
    public struct Document: Encodable, Sendable {
        /// The file as it was given.
        public var file: String
        /// What does not fit, the gravest first.
        public var findings: [Finding]

        /// Creates the output for one document.
        public init(file: String, findings: [Finding]) {
            self.file = file
            self.findings = findings
        }
    }

    /// The documents in the order they were given.
    public var documents: [Document]

    /// Creates the output.
    public init(documents: [Document]) {
        self.documents = documents
    }

    /// Whether anything is at error level: `check` then exits with 1.
    public var hasErrors: Bool {
        documents.contains { $0.findings.contains { $0.severity == .error } }
    }
}
