import Disclosures
import FinalAccounts

/// What rules look at.
struct CheckContext: Sendable {
    let disclosure: Disclosure
    let facts: FactBase
    let text: TextIndex
    /// The functional classification; `nil` when the engine was given none.
    let subjects: SubjectDictionary?
    /// The names of the classification and the form's words; `nil` when the engine knows no characters that are alike.
    var phrases: KnownPhrases?
    let settings: CheckSettings
    /// What figures found wrong should be.
    let corrected: [Fact.ID: Rational]

    /// A figure's value, corrected where it was found wrong.
    func value(_ fact: Fact.ID) -> Rational { corrected[fact] ?? facts[fact].number.value }
}
