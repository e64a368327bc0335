import FinalAccounts
import Platform

/// Puts what the diagnosis found into findings.
struct RelationReporter {
    let assessor: RelationAssessor
    let relations: [Relation]
    let diagnosis: Diagnosis

    /// One finding for each cause, and one note for each group of differences that rounding explains.
    func findings() -> [RuleFinding] {
        diagnosis.blames.compactMap(finding) + roundingNotes()
    }

    // MARK: Contradictions

    private func finding(_ blame: Blame) -> RuleFinding? {
        // What failed as it is stated names the cause; what failed only with another figure corrected follows from it.
        let contradicted = blame.mended.filter { assessor.assess($0).verdict.isContradiction }
        let ordered = (contradicted.isEmpty ? blame.mended : contradicted).enumerated().sorted {
            let (first, second) = (RuleCatalogue.precedence($0.element.rule), RuleCatalogue.precedence($1.element.rule))
            return first != second ? first < second : $0.offset < $1.offset
        }.map(\.element)
        guard let primary = ordered.first, let named = RuleCatalogue.description(of: primary.rule) else { return nil }
        let isTurned = ordered.contains { ChangeDirectionRule.explains($0, assessor, [:]) }
        let rule = isTurned ? ChangeDirectionRule.about : named
        guard blame.isCertain, let first = blame.corrections.first else {
            return uncertain(primary, rule: rule, others: ordered.count - 1)
        }
        let fact = assessor.facts[first.fact]
        let (stated, right) = (fact.number.text, fact.number.text(first.value))
        var message = Bilingual(
            "\(fact.label.zhHans)表述为\(stated)，应为\(right)",
            "\(fact.label.en) is stated as \(stated) and should be \(right)")
        message =
            message + cause(of: fact, right: first.value) + evidence(ordered, of: first.fact)
            + copies(blame.corrections)
        return RuleFinding(
            rule, severity: max(severity(of: primary, rule), blame.isLoose ? .warning : .error), message: message,
            place: fact.place,
            stated: stated, computed: right, difference: difference(fact, first.value),
            suggestion: Bilingual("核对后将\(stated)改为\(right)。", "Verify and change \(stated) to \(right)."),
            facts: blame.corrections.map(\.fact))
    }

    private func uncertain(_ relation: Relation, rule: RuleDescription, others: Int) -> RuleFinding? {
        let assessment = assessor.assess(relation, replacing: diagnosis.corrected)
        let plain = assessor.assess(relation)
        // What holds as it is stated and fails only with another figure corrected is a consequence of that one.
        guard plain.verdict.isContradiction else { return nil }
        guard let target = (assessment.verdict.isContradiction ? assessment : plain).computed else { return nil }
        let (blamed, computed) = likeliest(relation, computed: target)
        let fact = assessor.facts[blamed]
        let (stated, right) = (fact.number.text, fact.number.text(computed))
        let isBound = if case .notAbove = relation.form { true } else { false }
        var message =
            isBound
            ? Bilingual(
                "\(fact.label.zhHans)为\(stated)，大于\(relation.source.zhHans)\(right)",
                "\(fact.label.en) is \(stated), more than \(relation.source.en), \(right)")
            : Bilingual(
                "\(fact.label.zhHans)为\(stated)，按\(relation.source.zhHans)应为\(right)",
                "\(fact.label.en) is \(stated); by \(relation.source.en) it should be \(right)")
        message =
            message + cause(of: fact, right: computed)
            + whole(of: relation, blaming: blamed, computed: target, shown: right)
        message = message + basis(of: relation, blaming: blamed) + alternatives(relation, blaming: blamed)
        if let remark = relation.remark { message = message + Bilingual("。", ". ") + remark }
        message = message + Bilingual("。", ".")
        let verdict = (assessment.verdict.isContradiction ? assessment : plain).verdict
        let severity = severity(of: relation, rule)
        return RuleFinding(
            rule, severity: verdict == .loose ? max(severity, .warning) : severity, message: message,
            place: fact.place, stated: stated, computed: right, difference: difference(fact, computed),
            suggestion: Bilingual(
                "核对\(stated)与\(relation.source.zhHans)，更正有误的一方。",
                "Check \(stated) against \(relation.source.en) and correct the one that is wrong."),
            facts: relation.facts)
    }

    /// What is only inferred is no contradiction beyond doubt.
    private func severity(of relation: Relation, _ rule: RuleDescription) -> FindingSeverity {
        let usual = relation.severity ?? rule.severity
        return relation.proof == .stated || isSlip(relation) ? usual : max(usual, .warning)
    }

    /// Whether one slip of the hand in a figure of some length makes a relation hold exactly.
    private func isSlip(_ relation: Relation) -> Bool {
        // A part of a round sum may be left out of a list: a round gap there is no slip.
        if relation.rule == ListedSumRule.id, relation.facts.allSatisfy({ assessor.facts[$0].number.decimals == 0 }) {
            return false
        }
        return Set(relation.facts).contains { id in
            let fact = assessor.facts[id]
            guard fact.isOfDigits, let solution = assessor.solve(relation, for: id), solution.slack.isZero,
                let step = fact.number.printedHalf.times(Rational(2)),
                let wrong = fact.number.value.divided(by: step), let right = solution.value.divided(by: step),
                let digits = wrong.digits(decimals: 0)?.magnitude, digits >= 1000
            else { return false }
            switch Slip(wrong: wrong, right: right, decimals: 0) {
            case .transposed, .digit, .dropped, .decimalPoint, .unit: return true
            case .fraction, .sign, .staleYear, .otherFigure, nil: return false
            }
        }
    }

    /// The figure of a relation that a slip of the hand explains, with what it should be; else the relation's result.
    private func likeliest(_ relation: Relation, computed: Rational) -> (Fact.ID, Rational) {
        let target = assessor.facts[relation.target]
        if let slip = Slip.near(target.number, right: computed, within: assessor.rounding(of: relation)) {
            return (relation.target, slip.value)
        }
        let slips = slipsOfParts(relation)
        return slips.count == 1 ? slips[0] : (relation.target, computed)
    }

    /// The figures of a relation but its result that a slip of the hand would explain, with what each should be.
    func slipsOfParts(_ relation: Relation) -> [(fact: Fact.ID, value: Rational)] {
        Set(relation.facts).sorted().compactMap { fact -> (fact: Fact.ID, value: Rational)? in
            guard fact != relation.target, assessor.facts[fact].isOfDigits,
                let solution = assessor.solve(relation, for: fact, replacing: diagnosis.corrected),
                let slip = Slip.near(
                    assessor.facts[fact].number, right: solution.value, within: max(solution.slack, solution.rounding))
            else { return nil }
            switch slip.slip {
            case .decimalPoint, .unit: return (fact, slip.value)
            case .transposed: return solution.slack.isZero ? (fact, slip.value) : nil
            default: return nil
            }
        }
    }

    func difference(_ fact: Fact, _ right: Rational) -> String? {
        fact.number.value.minus(right).map { fact.number.text($0) }
    }
}
