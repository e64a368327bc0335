import FinalAccounts
import Platform

/// The figures that show why one is wrong.
extension RelationReporter {
    /// The figures that a rate or a difference rests on, and which of them would explain it too if a slip of the hand were in that one.
    func basis(of relation: Relation, blaming blamed: Fact.ID) -> Bilingual {
        guard blamed == relation.target else { return Bilingual("", "") }
        let terms: [Relation.Term]
        switch relation.form {
        case .ratio(let part, let whole): terms = part + whole
        case .sum(let difference) where difference.count == 2 && difference[1].factor == -1: terms = difference
        default: return Bilingual("", "")
        }
        let facts = terms.map(\.fact).reduce(into: [Fact.ID]()) { if !$0.contains($1) { $0.append($1) } }
        guard facts.count <= 3 else { return Bilingual("", "") }
        let texts = facts.map { assessor.facts[$0].number.text }
        var message = Bilingual(
            "（据\(texts.joined(separator: "、"))）", " (from \(texts.joined(separator: ", ")))")
        for id in facts {
            let number = assessor.facts[id].number
            guard let solution = assessor.solve(relation, for: id, replacing: diagnosis.corrected),
                let slip = Slip.near(number, right: solution.value, within: solution.slack)
            else { continue }
            let right = number.text(slip.value)
            message =
                message
                + Bilingual(
                    "；若\(number.text)应为\(right)（\(slip.slip.wording.zhHans)），则相符",
                    "; it would fit if \(number.text) were \(right) (\(slip.slip.wording.en))")
        }
        return message
    }

    /// Where one of the parts is named as the likelier slip, total and sum besides: it may be the total after all.
    func whole(
        of relation: Relation, blaming blamed: Fact.ID, computed: Rational, shown: String
    ) -> Bilingual {
        guard case .sum(let terms) = relation.form, terms.count > 1 else { return Bilingual("", "") }
        if blamed == relation.target {
            let exact = assessor.facts[blamed].number.text(computed)
            let sum =
                exact == shown
                ? Bilingual("", "")
                : Bilingual("；\(relation.source.zhHans)为\(exact)", "; \(relation.source.en) come to \(exact)")
            guard Slip.near(assessor.facts[blamed].number, right: computed, within: .zero) != nil,
                let other = slipsOfParts(relation).first
            else { return sum }
            // As much speaks for a slip in one of the parts.
            let part = assessor.facts[other.fact]
            let right = part.number.text(other.value)
            return sum
                + Bilingual(
                    "；也可能是\(part.label.zhHans)\(part.number.text)应为\(right)，两者必有一误",
                    "; or \(part.label.en), \(part.number.text), should be \(right): one of the two is wrong")
        }
        let total = assessor.facts[relation.target]
        let (stated, sum) = (total.number.text, total.number.text(computed))
        return Bilingual(
            "；\(total.label.zhHans)为\(stated)，\(relation.source.zhHans)为\(sum)，两者必有一误",
            "; \(total.label.en) is \(stated), \(relation.source.en) come to \(sum): one of the two is wrong")
    }

    /// Where nothing tells which figure of a short sum is the wrong one, what each of its parts would have to be.
    func alternatives(_ relation: Relation, blaming blamed: Fact.ID) -> Bilingual {
        guard blamed == relation.target, case .sum(let terms) = relation.form,
            (2...mostAlternatives).contains(terms.count),
            terms.allSatisfy({ $0.factor == 1 }), slipsOfParts(relation).count != 1,
            let sum = assessor.assess(relation, replacing: diagnosis.corrected).computed,
            Slip.near(assessor.facts[blamed].number, right: sum, within: .zero) == nil
        else { return Bilingual("", "") }
        let parts = terms.compactMap { term -> Bilingual? in
            guard let value = assessor.solve(relation, for: term.fact, replacing: diagnosis.corrected)?.value,
                !value.isNegative
            else { return nil }
            let fact = assessor.facts[term.fact]
            let (stated, right) = (fact.number.text, fact.number.text(value))
            return Bilingual(
                "\(fact.label.zhHans)\(stated)应为\(right)", "\(fact.label.en), \(stated), should be \(right)")
        }
        guard !parts.isEmpty else { return Bilingual("", "") }
        return Bilingual(
            "；或\(parts.map(\.zhHans).joined(separator: "，或"))", "; or \(parts.map(\.en).joined(separator: ", or "))")
    }

    /// More would hide the finding behind its guesses.
    private var mostAlternatives: Int { 3 }

    /// What the right value follows from, with the figures that show it.
    func evidence(_ mended: [Relation], of blamed: Fact.ID) -> Bilingual {
        let sources = mended.map { worded($0, besides: blamed) }.reduce(into: [Bilingual]()) { kept, source in
            if !kept.contains(source) { kept.append(source) }
        }
        guard !sources.isEmpty else { return Bilingual("。", ".") }
        let shown = sources.prefix(3)
        return Bilingual(
            "。依据：\(shown.map(\.zhHans).joined(separator: "；"))。",
            ". It follows from: \(shown.map(\.en).joined(separator: "; ")).")
    }

    /// The source of a relation; where the wrong figure is one of its terms, with the result it is stated to have and has.
    private func worded(_ relation: Relation, besides blamed: Fact.ID) -> Bilingual {
        guard relation.target != blamed, relation.facts.count > 2, let computed = assessor.assess(relation).computed
        else {
            return relation.source
        }
        let target = assessor.facts[relation.target].number
        return Bilingual(
            "\(relation.source.zhHans)（为\(target.text(computed))，表述为\(target.text)）",
            "\(relation.source.en) (\(target.text(computed)), stated as \(target.text))")
    }

    func copies(_ corrections: [(fact: Fact.ID, value: Rational)]) -> Bilingual {
        let others = corrections.dropFirst().prefix(4).map { correction in
            let fact = assessor.facts[correction.fact]
            let page = fact.place.page.map { ("（第\($0)页）", " (page \($0))") } ?? ("", "")
            return Bilingual(
                "\(fact.label.zhHans)\(fact.number.text)\(page.0)", "\(fact.label.en) \(fact.number.text)\(page.1)")
        }
        guard !others.isEmpty else { return Bilingual("", "") }
        return Bilingual(
            "同一原因还涉及：\(others.map(\.zhHans).joined(separator: "、"))。",
            " The same cause: \(others.map(\.en).joined(separator: ", ")).")
    }
}
