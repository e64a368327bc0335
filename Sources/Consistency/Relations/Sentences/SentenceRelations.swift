import FinalAccounts
import OfficialForm

/// The equations that the words of one sentence state of its numbers, whatever the numbers measure.
///
/// A rate is held against every amount beside it that it may be of: only where it is of none does the nearest count.
struct SentenceRelations {
    let facts: FactBase
    let assessor: RelationAssessor
    /// The figures that are those of the year before: no change of this year is taken off them.
    let previous: Set<Fact.ID>
    /// The figures that are changes, whatever words announce them.
    private let changes: Set<Fact.ID>
    /// The figures that are budgets: no actual is a share of one.
    let budgets: Set<Fact.ID>

    init(_ facts: FactBase) {
        self.facts = facts
        let sides: Set<Aspect> = [.budget, .initialBudget, .adjustedBudget]
        budgets = Set(facts.figures.filter { sides.contains($0.measure.aspect) }.map(\.fact))
        previous = Set(facts.figures.filter { $0.measure.aspect == .previousAmount }.map(\.fact))
        changes = Set(facts.figures.filter { [.change, .changeOnBudget].contains($0.measure.aspect) }.map(\.fact))
        assessor = RelationAssessor(facts: facts.facts, tolerances: [:])
    }

    func isAmount(_ number: FactSentence.Number) -> Bool { facts[number.fact].isAmount }

    /// Whether a number is an amount and no change.
    func isPlain(_ number: FactSentence.Number) -> Bool {
        isAmount(number) && number.words.direction == nil && !changes.contains(number.fact)
    }

    func isPercentage(_ number: FactSentence.Number) -> Bool { facts[number.fact].number.kind == .percentage }

    func holds(_ relation: Relation) -> Bool {
        switch assessor.assess(relation).verdict {
        case .holds, .rounding, .cutOff, .closing: true
        case .loose, .violated, .undefined: false
        }
    }
}
