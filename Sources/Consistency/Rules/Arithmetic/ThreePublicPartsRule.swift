import Disclosures
import FinalAccounts
import OfficialForm
import Platform

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
        // A statement of these costs alone has no part of the form for them.
        let isOfCosts = facts.disclosure.kind == .threePublic
        let costs = [Topic.threePublic] + Topic.threePublic.parts
        let stated = costs.lazy.compactMap { cost in facts.figures.first { $0.measure.topic == cost } }.first?.stated
            .section
        let section = isOfCosts ? stated ?? .threePublic : .threePublic
        var relations: [Relation] = []
        for aspect in [Aspect.amount, .initialBudget, .budget] {
            relations += [
                PartsRelation(
                    rule: id, section: section, total: .threePublic, aspect: aspect,
                    source: Bilingual("三项经费之和", "the three costs")),
                PartsRelation(
                    rule: id, section: section, total: .vehicles, aspect: aspect,
                    source: Bilingual("购置费与运行维护费之和", "purchase and running")),
            ].compactMap { $0.relation(in: facts) }
        }
        relations += ofSome(in: facts).filter { relation in !relations.contains { $0.target == relation.target } }
        let said = Set(relations.map(\.target))
        let inPlace = together(in: facts).filter { !said.contains($0.target) }
        return relations + inPlace + reception(in: facts) + changes(in: facts)
    }

    /// A total and its parts that one sentence or one table states, wherever it stands.
    private static func together(in facts: FactBase) -> [Relation] {
        struct Key: Hashable {
            var quote: String
            var aspect: Aspect
        }
        let sides: Set<Aspect> = [.amount, .initialBudget, .budget, .previousAmount]
        let groups = Dictionary(
            grouping: facts.figures.filter { sides.contains($0.measure.aspect) && facts[$0.fact].isAmount }
        ) {
            Key(quote: $0.stated.quote, aspect: $0.measure.aspect)
        }
        return groups.values.sorted { $0[0].fact < $1[0].fact }.flatMap { figures -> [Relation] in
            [Topic.threePublic, .vehicles].compactMap { whole in
                let totals = figures.filter { $0.measure.topic == whole }
                guard totals.count == 1, let parts = parts(of: whole, in: figures), parts.count > 1 else { return nil }
                return Relation(
                    rule: id, target: totals[0].fact, form: .sum(parts.map { Relation.Term($0) }),
                    source: Bilingual("各分项之和", "the parts"))
            }
        }
    }

    /// A statement that gives the total and some of the costs, and of the others no amount at all: known only where the total is
    /// their sum but for two digits that changed places.
    private static func ofSome(in facts: FactBase) -> [Relation] {
        guard facts.disclosure.kind == .threePublic else { return [] }
        return [Aspect.amount, .initialBudget, .budget].compactMap { aspect -> Relation? in
            func stated(_ topic: Topic) -> [Fact.ID] {
                facts.figures(topic).filter { $0.measure.aspect == aspect && facts[$0.fact].isAmount }.map(\.fact)
            }
            let parts = Topic.threePublic.parts.flatMap { part -> [Fact.ID] in
                let own = stated(part)
                return own.isEmpty ? part.parts.flatMap(stated) : own
            }
            guard let total = stated(.threePublic).first, stated(.threePublic).count == 1, parts.count > 1,
                let sum = Rational.sum(parts.map { facts[$0].number.value }),
                Slip.near(facts[total].number, right: sum, within: .zero)?.slip == .transposed
            else { return nil }
            return Relation(
                rule: id, target: total, form: .sum(parts.map { Relation.Term($0) }),
                source: Bilingual("所列各项之和", "the costs stated")
            ).with(proof: .inferred)
        }
    }

    /// Every part once, or what is stated of the parts of one that is not; `nil` where one is missing or stated twice.
    private static func parts(of whole: Topic, in figures: [FactBase.Figure]) -> [Fact.ID]? {
        var found: [Fact.ID] = []
        for part in whole.parts {
            let stated = figures.filter { $0.measure.topic == part }
            if stated.count == 1 {
                found.append(stated[0].fact)
            } else if stated.isEmpty, case let below = figures.filter({ part.parts.contains($0.measure.topic) }),
                !below.isEmpty, below.count <= part.parts.count
            {
                found += below.map(\.fact)
            } else {
                return nil
            }
        }
        return found
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

    /// The changes of the three costs add up to the change of the whole; what is said to be as it was changed by nothing.
    private static func changes(in facts: FactBase) -> [Relation] {
        [Aspect.change, .changeOnBudget].compactMap { aspect -> Relation? in
            guard let whole = facts.figures(.threePublic).first(where: { $0.measure.aspect == aspect }) else {
                return nil
            }
            var terms: [Relation.Term] = []
            for cost in Topic.threePublic.parts {
                let own = facts.figures(cost).filter { $0.measure.aspect == aspect }
                let below = cost.parts.flatMap { facts.figures($0) }.filter { $0.measure.aspect == aspect }
                if let change = own.first {
                    guard own.count == 1 else { return nil }
                    terms.append(Relation.Term(change.fact))
                } else if !below.isEmpty {
                    guard Set(below.map(\.measure.topic)).count == below.count,
                        cost.parts.allSatisfy({ part in
                            below.contains { $0.measure.topic == part } || isUnchanged(part, facts)
                                || isNothing(part, facts)
                        })
                    else { return nil }
                    terms += below.map { Relation.Term($0.fact) }
                } else if !isUnchanged(cost, facts) {
                    return nil
                }
            }
            // 差值为1.37万元 says how far, not which way.
            let isUnsigned = ([whole.fact] + terms.map(\.fact)).contains { facts[$0].place.quote.holds("差值") }
            guard !terms.isEmpty, terms.count > 1, !isUnsigned else { return nil }
            return Relation(
                rule: id, target: whole.fact, form: .sum(terms),
                source: Bilingual("三项增减额之和", "the changes of the three costs")
            ).with(proof: .inferred)
        }
    }

    /// Whether nothing was spent on a cost, which then is told without its change.
    private static func isNothing(_ cost: Topic, _ facts: FactBase) -> Bool {
        let stated = facts.figures(cost).filter { [.amount, .budget, .initialBudget].contains($0.measure.aspect) }
        return stated.allSatisfy { facts[$0.fact].number.value.isZero }
    }

    /// Whether the sentence or paragraph of a cost says that it is as it was.
    private static func isUnchanged(_ cost: Topic, _ facts: FactBase) -> Bool {
        facts.figures(cost).contains { figure in
            guard let range = figure.stated.range else { return false }
            let text = facts.disclosure.text
            let sentence = text.sentence(around: range)
            let words = String(String.UnicodeScalarView(text.folded[range.upperBound..<sentence.upperBound].prefix(40)))
            let own = words.split(whereSeparator: { "；;".contains($0) }).first ?? ""
            return own.holds("持平") || own.holds("无增减") || own.holds("无变化")
        }
    }
}
