import Disclosures
import FinalAccounts
import OfficialForm
import Platform

/// A total of the text and the topics that the form says it is the sum of.
struct PartsRelation {
    var rule: String
    var section: Section
    var total: Topic
    var aspect: Aspect = .amount
    var source: Bilingual

    private var parts: [Topic] { total.parts }

    /// The relation where every part is stated or denied; a bound where some are silent; `nil` where nothing
    /// can be said.
    func relation(in facts: FactBase) -> Relation? {
        guard let total = facts.first(total, aspect, in: section), !facts.hasUnplaced(inQuoteOf: total) else {
            return nil
        }
        var terms: [Relation.Term] = []
        var isComplete = true
        for part in parts {
            if let fact = facts.first(part, aspect, in: section) {
                terms.append(Relation.Term(fact))
            } else if !part.parts.isEmpty, part.parts.contains(where: { facts.first($0, aspect, in: section) != nil }) {
                // 购置费…，运行维护费…: the parts of a part that is not stated stand for it.
                terms += part.parts.compactMap { facts.first($0, aspect, in: section) }.map { Relation.Term($0) }
            } else if !isDenied(part, facts) {
                isComplete = false
            }
        }
        guard !terms.isEmpty else { return nil }
        if isComplete || sums(terms, reach: total, in: facts) || sharesAreComplete(in: facts) {
            var relation = Relation(rule: rule, target: total, form: .sum(terms), source: source)
            let quotes = Set(relation.facts.map { facts[$0].place.quote })
            if quotes.count > 2 || terms.count < parts.count { relation.proof = .inferred }
            return relation
        }
        // What is not stated can only add to the parts: they may not exceed the total.
        guard let first = terms.first else { return nil }
        return Relation(
            rule: rule, target: first.fact,
            form: .notAbove([Relation.Term(total)] + terms.dropFirst().map { Relation.Term($0.fact, -1) }),
            source: Bilingual("合计减其他各部分", "the total less the other parts"))
    }

    /// Whether the shares stated of the parts add up to 100%: what is not stated is then nothing.
    private func sharesAreComplete(in facts: FactBase) -> Bool {
        guard aspect == .amount else { return false }
        let stated = parts.filter { facts.first($0, .amount, in: section) != nil }
        let shares = stated.compactMap { facts.first($0, .share, in: section) }.map { facts[$0].number }
        guard shares.count == stated.count, shares.count > 1, let sum = Rational.sum(shares.map(\.value)),
            let slack = Rational.sum(shares.map(\.half))
        else { return false }
        return Rational.differ(sum, .hundred, atMost: slack)
    }

    private func sums(_ terms: [Relation.Term], reach total: Fact.ID, in facts: FactBase) -> Bool {
        Rational.sum(terms.map { facts[$0.fact].number.value }) == facts[total].number.value
    }

    /// Whether a sentence of the section names the part together with a word for nothing.
    private func isDenied(_ part: Topic, _ facts: FactBase) -> Bool {
        let words = part.form.denials
        guard !words.isEmpty else { return false }
        let text = facts.disclosure.text
        for span in text.spans where span.section == section {
            let sentences = text.quote(span.range).split(whereSeparator: { "。；".contains($0) })
            for sentence in sentences where words.contains(where: { sentence.contains($0) }) {
                if ["未", "无", "没有", "不涉及"].contains(where: { sentence.contains($0) }) { return true }
            }
        }
        return false
    }
}
