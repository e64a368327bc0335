/// One thing in a document that does not fit, with everything a person needs to look it up and mend it.
///
/// ```swift
/// let findings = CheckEngine().check(disclosure)
/// for finding in findings where finding.severity == .error { print(finding.message, finding.quote) }
/// ```
public struct Finding: Hashable, Sendable, Codable {
    /// The rule's id, as in ``RuleCatalogue``.
    public var rule: String
    /// How grave it is.
    public var severity: FindingSeverity
    /// What is wrong, in one or two sentences.
    public var message: String
    /// The page, counted from 1; `nil` where the document has none.
    public var page: Int?
    /// The sentence, heading, row or cell concerned, as printed; blanks dropped.
    public var quote: String
    /// The figure or words that stand there; `nil` where something is missing rather than wrong.
    public var stated: String?
    /// The figure or words that would fit; `nil` where the document does not tell.
    public var computed: String?
    /// `stated` less `computed`, in the same unit; `nil` for words.
    public var difference: String?
    /// What to do.
    public var suggestion: String

    /// Creates a finding.
    public init(
        rule: String, severity: FindingSeverity, message: String, page: Int? = nil, quote: String,
        stated: String? = nil, computed: String? = nil, difference: String? = nil, suggestion: String
    ) {
        self.rule = rule
        self.severity = severity
        self.message = message
        self.page = page
        self.quote = quote
        self.stated = stated
        self.computed = computed
        self.difference = difference
        self.suggestion = suggestion
    }
}
