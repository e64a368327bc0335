import FinalAccounts
import Platform

/// How a wrong figure came about.
extension RelationReporter {
    func cause(of fact: Fact, right: Rational) -> Bilingual {
        guard let slip = slip(of: fact, right: right) else { return Bilingual("", "") }
        return Bilingual("（\(slip.wording.zhHans)）", " (\(slip.wording.en))")
    }

    /// How the wrong figure came about: a slip of the digits, last year's figure, or the figure of another thing.
    private func slip(of fact: Fact, right: Rational) -> Slip? {
        if fact.number.isFraction(of: right) { return .fraction }
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
}
