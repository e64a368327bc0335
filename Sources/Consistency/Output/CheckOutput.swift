import Interchange

/// What `check` writes as JSON for the documents it was given.
///
/// `{"documents":[{"file","findings":[{"rule","severity","message","page","quote","stated","computed","difference",
/// "suggestion"}]}]}`; keys without a value are left out. Where settled findings were given, a document has besides
/// `"accepted":[{…,"who","why"}]`, and the output `"gone":[{"file","rule","quote","who","why"}]`.
public struct CheckOutput: Sendable {
    /// One document.
    public struct Document: Sendable {
        /// The file as it was given.
        public var file: String
        /// The body it is of, where it says so; not part of the JSON.
        public var unit: String?
        /// The year it is of, where it says so; not part of the JSON.
        public var fiscalYear: Int?
        /// What does not fit, the gravest first.
        public var findings: [Finding]
        /// What does not fit and was settled before.
        public var accepted: [Accepted] = []

        /// Creates the output for one document.
        public init(file: String, unit: String? = nil, fiscalYear: Int? = nil, findings: [Finding]) {
            self.file = file
            self.unit = unit
            self.fiscalYear = fiscalYear
            self.findings = findings
        }
    }

    /// A finding that was settled before.
    public struct Accepted: Hashable, Sendable {
        /// The finding.
        public var finding: Finding
        /// Who settled it.
        public var who: String
        /// Why it stands.
        public var why: String
    }

    /// The documents in the order they were given.
    public var documents: [Document]
    /// What was settled before and is found no more.
    public var gone: [AcceptedFindings.Entry] = []

    /// Creates the output.
    public init(documents: [Document]) {
        self.documents = documents
    }

    /// The output as JSON.
    public var json: JSONValue {
        .members([
            "documents": .array(documents.map(\.json)), "gone": gone.isEmpty ? nil : .array(gone.map(\.json)),
        ])
    }

    /// Whether anything is at error level: `check` then exits with 1.
    public var hasErrors: Bool {
        documents.contains { $0.findings.contains { $0.severity == .error } }
    }
}

extension CheckOutput.Document {
    fileprivate var json: JSONValue { .object(members) }

    /// The members of the document's object.
    package var members: [String: JSONValue] {
        var members: [String: JSONValue] = ["file": .string(file), "findings": .array(findings.map(\.json))]
        if !accepted.isEmpty { members["accepted"] = .array(accepted.map(\.json)) }
        return members
    }
}

extension CheckOutput.Accepted {
    fileprivate var json: JSONValue {
        guard case .object(var members) = finding.json else { return finding.json }
        members["who"] = .string(who)
        members["why"] = .string(why)
        return .object(members)
    }
}

extension AcceptedFindings.Entry {
    fileprivate var json: JSONValue {
        .members([
            "file": file.map(JSONValue.string), "rule": .string(rule), "quote": .string(quote), "who": .string(who),
            "why": .string(why),
        ])
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
