import Disclosures
import FinalAccounts
import Platform

/// Holds a document against itself, and against last year's where it is at hand.
///
/// ```swift
/// let disclosure = try DisclosureReader().read(file: "2023年度部门决算.pdf")
/// let findings = CheckEngine(language: .en).check(disclosure)
/// let mayPass = !findings.contains { $0.severity == .error }
/// ```
///
/// The engine holds no state: one value may be used by many tasks at once.
public struct CheckEngine: Sendable {
    /// Which rules run, and how.
    public var settings: CheckSettings
    /// The language of messages and suggestions.
    public var language: Language
    /// The functional classification; without it, names are held against the document only.
    public var subjects: SubjectDictionary?
    private let phrases: KnownPhrases?

    /// Creates an engine.
    ///
    /// - Parameter characters: which characters are alike, to find misspellings by; `nil` finds none.
    public init(
        settings: CheckSettings = .standard, language: Language = .zhHans, subjects: SubjectDictionary? = nil,
        characters: LikeCharacters? = nil
    ) {
        self.settings = settings
        self.language = language
        self.subjects = subjects
        phrases = characters.map { KnownPhrases($0, subjects: subjects) }
    }

    /// Everything in a document that does not fit, the gravest first, then in the document's order.
    ///
    /// - Parameters:
    ///   - disclosure: the document; of a blank form only that it is one is said.
    ///   - previous: last year's accounts as published.
    public func check(_ disclosure: Disclosure, previous: PreviousAccounts? = nil) -> [Finding] {
        assess(disclosure).findings(previous: previous)
    }

    /// Holds a document against itself, once, before it is known whether last year's accounts are at hand.
    public func assess(_ disclosure: Disclosure) -> Assessment {
        let rules = RuleCatalogue.rules.filter { settings.isEnabled($0.id) }
        let facts = FactBase(disclosure)
        let text = TextIndex(disclosure.text)
        var assessment = Assessment(composer: FindingComposer(settings: settings, language: language))
        if disclosure.kind == .blankForm {
            let context = CheckContext(
                disclosure: disclosure, facts: facts, text: text, subjects: nil, settings: settings, corrected: [:])
            assessment.found = PlaceholderRule.blankForm(in: context)
            return assessment
        }
        let assessor = RelationAssessor(facts: facts.facts, tolerances: settings.tolerances)
        let relations = RelationProof.judged(
            ListedSumRule.withoutRepetitions(rules.flatMap { $0.relations(in: facts) }, assessor), assessor,
            isWhole: facts.isWhole)
        let diagnosis = Diagnosis(assessor: assessor, relations: relations)
        let context = CheckContext(
            disclosure: disclosure, facts: facts, text: text, subjects: subjects, phrases: phrases, settings: settings,
            corrected: diagnosis.corrected)
        assessment.found = RelationReporter(assessor: assessor, relations: relations, diagnosis: diagnosis).findings()
        for rule in rules {
            if rule == RestatedFigureRule.self {
                assessment.restated = RestatedFigureRule.figures(in: context)
                assessment.restatedAt = assessment.found.count
            }
            assessment.found += rule.findings(in: context)
        }
        return assessment
    }
}
