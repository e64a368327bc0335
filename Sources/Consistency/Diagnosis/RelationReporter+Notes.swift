import FinalAccounts
import Platform

/// Differences that rounding explains.
extension RelationReporter {
    /// A difference between two statements of one figure explains the sums that differ by as much; two notes on the
    /// same two numbers are one.
    func roundingNotes() -> [RuleFinding] {
        let twins = Twins(relations, assessor: assessor, replacing: diagnosis.corrected)
        var seen: Set<[String]> = []
        return relations.filter { !twins.explain($0) }.compactMap(note).filter {
            guard let stated = $0.stated, let computed = $0.computed else { return true }
            return seen.insert([stated, computed]).inserted
        }
    }

    private func note(_ relation: Relation) -> RuleFinding? {
        let assessment = assessor.assess(relation, replacing: diagnosis.corrected)
        guard let computed = assessment.computed, let rule = RuleCatalogue.description(of: relation.rule)
        else { return nil }
        let why: Bilingual
        var severity = FindingSeverity.note
        switch assessment.verdict {
        case .rounding: why = Bilingual("，四舍五入可以解释", "; rounding explains it")
        case .closing:
            why = Bilingual("，为使占比之和等于100%而调整末位", "; the last digit was moved so that the shares add up to 100%")
        case .cutOff:
            why = Bilingual("，末位被截断而未四舍五入", "; it was cut off instead of rounded")
            severity = .warning
        case .holds, .loose, .violated, .undefined: return nil
        }
        let fact = assessor.facts[relation.target]
        let stated = fact.number.text
        var right = fact.number.text(computed)
        // 15621.11万元 of 156211123元: one figure in two units, rounded rightly.
        if isRoundedInOtherUnit(relation, stated: stated, right) { return nil }
        // A figure that another place states with more digits is shown as it is there.
        if stated == right, case .sum(let terms) = relation.form, let other = terms.first, terms.count == 1 {
            right = assessor.facts[other.fact].number.text
        }
        guard stated != right else { return nil }
        let group = relation.noteGroup ?? "\(fact.place.table?.rawValue ?? fact.place.quote)|\(fact.place.page ?? 0)"
        return RuleFinding(
            rule, severity: severity,
            message: Bilingual(
                "\(fact.label.zhHans)为\(stated)，按\(relation.source.zhHans)为\(right)\(why.zhHans)。",
                "\(fact.label.en) is \(stated); by \(relation.source.en) it is \(right)\(why.en)."),
            place: fact.place, stated: stated, computed: right, difference: difference(fact, computed),
            suggestion: severity == .note
                ? Bilingual("一般无需更正。", "Usually nothing needs to be done.")
                : Bilingual("改为\(right)。", "Change it to \(right)."),
            facts: relation.facts, cause: "rounding|\(group)|\(severity.rawValue)")
    }

    private func isRoundedInOtherUnit(_ relation: Relation, stated: String, _ right: String) -> Bool {
        guard stated == right, case .sum(let terms) = relation.form, terms.count == 1, let term = terms.first,
            case .amount(let unit) = assessor.facts[relation.target].number.kind,
            case .amount(let other) = assessor.facts[term.fact].number.kind
        else { return false }
        return unit != other
    }
}
