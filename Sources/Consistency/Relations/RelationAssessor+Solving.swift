extension RelationAssessor {
    /// The value one figure would have to have for a relation to hold, and how far from it would still do.
    struct Solution: Sendable {
        var value: Rational
        var slack: Rational
        /// How far rounding of the figures of a sum may have moved the value.
        var rounding = Rational.zero
    }

    /// Solves a relation for one of its figures, the others being as given.
    ///
    /// - Returns: `nil` where no single value does: inequalities, a figure that cancels out.
    func solve(_ relation: Relation, for fact: Fact.ID, replacing values: [Fact.ID: Rational] = [:]) -> Solution? {
        func value(_ id: Fact.ID) -> Rational { values[id] ?? facts[id].number.value }
        switch relation.form {
        case .notAbove: return nil
        case .sum(let terms): return solveSum(relation, terms, for: fact, value)
        case .ratio(let part, let whole):
            if fact == relation.target {
                guard let computed = assess(relation, replacing: values).computed,
                    let digits = computed.digits(decimals: facts[fact].number.decimals),
                    let rounded = Rational(digits).times(.ten(toThe: -facts[fact].number.decimals))
                else { return nil }
                return Solution(value: rounded, slack: .zero)
            }
            return solveRatio(relation, part: part, whole: whole, for: fact, value)
        }
    }

    private func solveSum(
        _ relation: Relation, _ terms: [Relation.Term], for fact: Fact.ID, _ value: (Fact.ID) -> Rational
    ) -> Solution? {
        // 0 = Σ terms − target, solved for one figure.
        let all = terms + [Relation.Term(relation.target, -1)]
        var factor = 0
        var rest = Rational.zero
        for term in all {
            if term.fact == fact {
                factor += term.factor
                continue
            }
            guard let product = value(term.fact).times(Rational(term.factor)), let next = rest.plus(product)
            else { return nil }
            rest = next
        }
        guard factor != 0, let solved = rest.negated.divided(by: Rational(factor)) else { return nil }
        return Solution(value: solved, slack: .zero, rounding: rounding(of: relation))
    }

    /// Half a last digit of every figure of a sum; nothing for a ratio.
    func rounding(of relation: Relation) -> Rational {
        switch relation.form {
        case .sum(let terms), .notAbove(let terms):
            Rational.sum((terms.map(\.fact) + [relation.target]).map { facts[$0].number.half }) ?? .zero
        case .ratio: .zero
        }
    }

    private func solveRatio(
        _ relation: Relation, part: [Relation.Term], whole: [Relation.Term], for fact: Fact.ID,
        _ value: (Fact.ID) -> Rational
    ) -> Solution? {
        let rate = value(relation.target)
        let half = facts[relation.target].number.half
        let rates = [rate, rate.plus(half), rate.minus(half)]
        let solved = rates.map { rate -> Rational? in
            guard let rate, let (partFactor, partRest) = split(part, fact, value),
                let (wholeFactor, wholeRest) = split(whole, fact, value),
                let left = rate.times(wholeRest)?.minus(partRest.times(.hundred) ?? .zero),
                let first = partFactor.times(.hundred), let second = rate.times(wholeFactor),
                let right = first.minus(second)
            else { return nil }
            return left.divided(by: right)
        }
        guard let middle = solved[0], let high = solved[1], let low = solved[2],
            let first = high.minus(middle)?.magnitude, let second = low.minus(middle)?.magnitude
        else { return nil }
        return Solution(value: middle, slack: max(first, second))
    }

    /// The factor a figure enters a sum with, and the rest of the sum.
    private func split(
        _ terms: [Relation.Term], _ fact: Fact.ID, _ value: (Fact.ID) -> Rational
    ) -> (Rational, Rational)? {
        var factor = 0
        var rest = Rational.zero
        for term in terms {
            if term.fact == fact {
                factor += term.factor
            } else {
                guard let product = value(term.fact).times(Rational(term.factor)), let next = rest.plus(product)
                else { return nil }
                rest = next
            }
        }
        return (Rational(factor), rest)
    }
}
