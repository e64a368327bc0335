import Disclosures
import FinalAccounts
import OfficialForm

/// Travel abroad, cars and reception against the three public costs; the parts of cars and reception.
enum ThreePublicPartsRule: ConsistencyRule {
    static let about = RuleDescription(
        "three-public-parts", .arithmetic, .error, title: Bilingual("“三公”经费合计", "Three public costs"),
        compares: Bilingual(
            "因公出国（境）费、公务用车购置及运行维护费、公务接待费之和与“三公”经费；公务用车购置费与运行维护费之和；接待费的分项",
            "travel abroad, official cars and reception with their total; purchase and running with cars; the parts of reception"
        ),
        tolerance: .sumTolerance, example: "“三公”经费12.44万元，其中公务用车运行维护费12.44万元，公务接待费1.20万元")

    static func relations(in facts: FactBase) -> [Relation] {
        var relations: [Relation] = []
        for aspect in [Aspect.amount, .initialBudget, .budget] {
            relations += [
                PartsRelation(
                    rule: id, section: .threePublic, total: .threePublic, aspect: aspect,
                    source: Bilingual("三项经费之和", "the three costs")),
                PartsRelation(
                    rule: id, section: .threePublic, total: .vehicles, aspect: aspect,
                    source: Bilingual("购置费与运行维护费之和", "purchase and running")),
            ].compactMap { $0.relation(in: facts) }
        }
        return relations + reception(in: facts) + changes(in: facts)
    }

    /// Domestic and foreign reception are each a part of the whole; whether the domestic part includes the foreign
    /// differs from form to form.
    private static func reception(in facts: FactBase) -> [Relation] {
        guard let whole = facts.first(.reception, .amount, in: .threePublic) else { return [] }
        return FormMeasure.threePublic.filter { $0.bound == .reception }.compactMap { part in
            facts.first(part.topic, .amount, in: .threePublic).map {
                Relation(
                    rule: id, target: $0, form: .notAbove([Relation.Term(whole)]),
                    source: Bilingual("公务接待费", "reception"))
            }
        }
    }

    /// The changes of the three costs add up to the change of the whole.
    private static func changes(in facts: FactBase) -> [Relation] {
        guard let whole = facts.first(.threePublic, .change, in: .threePublic) else { return [] }
        let costs = Topic.threePublic.parts
        let parts = costs.compactMap { facts.first($0, .change, in: .threePublic) }
        guard parts.count == costs.count else { return [] }
        return [
            Relation(
                rule: id, target: whole, form: .sum(parts.map { Relation.Term($0) }),
                source: Bilingual("三项增减额之和", "the changes of the three costs"))
        ]
    }
}
