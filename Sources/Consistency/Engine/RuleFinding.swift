import FinalAccounts
import Platform

/// What a rule found, before settings and language.
struct RuleFinding: Sendable {
    var rule: String
    /// `nil` for the rule's own.
    var severity: FindingSeverity?
    var message: Bilingual
    var page: Int?
    var quote: String
    var stated: String?
    var computed: String?
    var difference: String?
    var suggestion: Bilingual
    /// The figures it rests on. Where one of them was found wrong by another rule, this is its consequence.
    var facts: [Fact.ID] = []
    /// Findings of one rule with the same cause become one; `nil` for a cause of its own.
    var cause: String?

    /// A finding on words of the running text.
    init(
        _ rule: RuleDescription, severity: FindingSeverity? = nil, message: Bilingual, in text: TextIndex,
        at range: Range<Int>, stated: String? = nil, computed: String? = nil, suggestion: Bilingual,
        cause: String? = nil
    ) {
        self.rule = rule.id
        self.severity = severity
        self.message = message
        page = text.document.page(at: range.lowerBound)
        quote = text.quote(around: range)
        self.stated = stated
        self.computed = computed
        self.suggestion = suggestion
        self.cause = cause
    }

    /// A finding on a figure.
    init(
        _ rule: RuleDescription, severity: FindingSeverity? = nil, message: Bilingual, place: Fact.Place,
        stated: String? = nil, computed: String? = nil, difference: String? = nil, suggestion: Bilingual,
        facts: [Fact.ID] = [], cause: String? = nil
    ) {
        self.rule = rule.id
        self.severity = severity
        self.message = message
        page = place.page
        quote = place.quote
        self.stated = stated
        self.computed = computed
        self.difference = difference
        self.suggestion = suggestion
        self.facts = facts
        self.cause = cause
    }
}
