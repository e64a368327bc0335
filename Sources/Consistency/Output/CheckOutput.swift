import Interchange

/// What `check` writes as JSON for the documents it was given.
///
/// `{"documents":[{"file","findings":[{"rule","severity","message","page","quote","stated","computed","difference",
/// "suggestion"}]}]}`; keys without a value are left out.
public struct CheckOutput: Sendable {
    /// One document.
    public struct Document: Sendable {
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

    /// The output as JSON.
    public var json: JSONValue {
        .members(["documents": .array(documents.map(\.json))])
    }

    /// Whether anything is at error level: `check` then exits with 1.
    public var hasErrors: Bool {
        documents.contains { $0.findings.contains { $0.severity == .error } }
    }
}

extension CheckOutput.Document {
    fileprivate var json: JSONValue {
        .members(["file": .string(file), "findings": .array(findings.map(\.json))])
    }
}

extension Finding {
    fileprivate var json: JSONValue {
        .members([
            "rule": .string(rule), "severity": .string(severity.rawValue), "message": .string(message),
            "page": page.map(JSONValue.integer), "quote": .string(quote), "stated": stated.map(JSONValue.string),
            "computed": computed.map(JSONValue.string), "difference": difference.map(JSONValue.string),
            "suggestion": .string(suggestion),
        ])
    }
}
