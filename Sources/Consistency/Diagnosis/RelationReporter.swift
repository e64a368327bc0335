import FinalAccounts

/// Puts what the diagnosis found into findings.
struct RelationReporter {
    let assessor: RelationAssessor
    let relations: [Relation]
    let diagnosis: Diagnosis

    /// One finding for each cause, and one note for each group of differences that rounding explains.
    func findings() -> [RuleFinding] {
        diagnosis.blames.compactMap(finding) + notes()
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
        message = message + basis(of: relation, blaming: blamed)
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

    /// The figures that a rate rests on, and which of them would explain it too if a slip of the hand were in that one.
    private func basis(of relation: Relation, blaming blamed: Fact.ID) -> Bilingual {
        guard case .ratio(let part, let whole) = relation.form, blamed == relation.target else {
            return Bilingual("", "")
        }
        let facts = (part + whole).map(\.fact).reduce(into: [Fact.ID]()) { if !$0.contains($1) { $0.append($1) } }
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
    private func whole(
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
            guard fact.isAmount, let solution = assessor.solve(relation, for: id), solution.slack.isZero,
                let step = fact.number.printedHalf.times(Rational(2)),
                let wrong = fact.number.value.divided(by: step), let right = solution.value.divided(by: step),
                let digits = wrong.digits(decimals: 0)?.magnitude, digits >= 1000
            else { return false }
            switch Slip(wrong: wrong, right: right, decimals: 0) {
            case .transposed, .digit, .dropped, .decimalPoint, .unit: return true
            case .sign, .staleYear, .otherFigure, nil: return false
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
    private func slipsOfParts(_ relation: Relation) -> [(fact: Fact.ID, value: Rational)] {
        Set(relation.facts).sorted().compactMap { fact -> (fact: Fact.ID, value: Rational)? in
            guard fact != relation.target, assessor.facts[fact].isAmount,
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

    private func cause(of fact: Fact, right: Rational) -> Bilingual {
        guard let slip = slip(of: fact, right: right) else { return Bilingual("", "") }
        return Bilingual("（\(slip.wording.zhHans)）", " (\(slip.wording.en))")
    }

    /// How the wrong figure came about: a slip of the digits, last year's figure, or the figure of another thing.
    private func slip(of fact: Fact, right: Rational) -> Slip? {
        let scale: Int
        let (wrong, target): (Rational, Rational)
        if case .amount(let unit) = fact.number.kind {
            let one = Rational(unit.minorUnits)
            guard let first = fact.number.value.divided(by: one), let second = right.divided(by: one) else {
                return nil
            }
            (wrong, target, scale) = (first, second, max(fact.number.decimals, 2))
        } else {
            (wrong, target, scale) = (fact.number.value, right, fact.number.decimals)
        }
        let slip = Slip(wrong: wrong, right: target, decimals: scale)
        switch slip {
        case .transposed, .decimalPoint, .unit, .sign: return slip
        default: break
        }
        if isLastYears(fact, right: right) { return .staleYear }
        guard fact.isAmount, !fact.number.value.isZero else { return slip }
        // Only a figure of some length is recognized by its digits alone.
        guard let digits = fact.number.value.digits(decimals: -4)?.magnitude, digits >= 1000 else { return slip }
        let twin = assessor.facts.first {
            $0.isAmount && $0.number.value == fact.number.value && $0.label != fact.label && !isSame($0, fact)
        }
        return twin.map { .otherFigure($0.label) } ?? slip
    }

    /// Whether a figure is what a change stated beside the right one gives for last year.
    private func isLastYears(_ fact: Fact, right: Rational) -> Bool {
        guard fact.isAmount else { return false }
        return relations.contains { relation in
            let pair: (amount: Fact.ID, previous: Rational?)
            switch relation.form {
            case .ratio(let part, let whole) where relation.rule == GrowthRateRule.id && part.count == 1:
                pair = (whole[0].fact, assessor.stated(whole[0].fact).minus(assessor.stated(part[0].fact)))
            case .sum(let terms) where relation.rule == ChangeAmountRule.id && terms.count == 2:
                pair = (terms[0].fact, assessor.stated(terms[1].fact))
            default: return false
            }
            let now = diagnosis.corrected[pair.amount] ?? assessor.stated(pair.amount)
            return now == right && pair.amount != fact.id && pair.previous == fact.number.value
        }
    }

    private func isSame(_ first: Fact, _ second: Fact) -> Bool {
        relations.contains { $0.facts.contains(first.id) && $0.facts.contains(second.id) }
    }

    /// What the right value follows from, with the figures that show it.
    private func evidence(_ mended: [Relation], of blamed: Fact.ID) -> Bilingual {
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

    private func copies(_ corrections: [(fact: Fact.ID, value: Rational)]) -> Bilingual {
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

    private func difference(_ fact: Fact, _ right: Rational) -> String? {
        fact.number.value.minus(right).map { fact.number.text($0) }
    }

    // MARK: Notes

    /// A difference between two statements of one figure explains the sums that differ by as much; two notes on the
    /// same two numbers are one.
    private func notes() -> [RuleFinding] {
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
}
