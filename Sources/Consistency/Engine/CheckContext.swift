import Disclosures
import FinalAccounts

/// What rules look at.
struct CheckContext: Sendable {
    let disclosure: Disclosure
    let facts: FactBase
    let text: TextIndex
    /// The functional classification; `nil` when the engine was given none.
    let subjects: SubjectDictionary?
    let settings: CheckSettings
    /// What figures found wrong should be.
    let corrected: [Fact.ID: Rational]

    /// A figure's value, corrected where it was found wrong.
    func value(_ fact: Fact.ID) -> Rational { corrected[fact] ?? facts[fact].number.value }
}
