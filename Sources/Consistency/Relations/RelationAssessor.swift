/// Holds relations against values.
struct RelationAssessor: Sendable {
    /// How a relation fares.
    enum Verdict: Hashable, Sendable {
        /// It holds to the last digit.
        case holds
        /// It holds within half a last digit of every figure that enters.
        case rounding
        /// A share is one last digit off so that all shares add up to 100%.
        case closing
        /// A percentage was cut off where it should have been rounded.
        case cutOff
        /// It holds only if figures with fewer decimals than usual were rounded to those.
        case loose
        /// It does not hold.
        case violated
        /// There is nothing to compare: a whole of zero, a result out of range.
        case undefined

        /// Whether the figures contradict one another.
        var isContradiction: Bool { self == .violated || self == .loose }
    }

    /// A verdict and the value the target should have.
    struct Assessment: Sendable {
        var verdict: Verdict
        var computed: Rational?
    }

    let facts: [Fact]
    /// Multiples of the half last digit, by rule, where the settings change them.
    let tolerances: [String: Int]

    /// The stated value of a fact.
    func stated(_ id: Fact.ID) -> Rational { facts[id].number.value }

    /// Judges a relation with the values given, for figures that are taken to be others than stated.
    func assess(_ relation: Relation, replacing values: [Fact.ID: Rational] = [:]) -> Assessment {
        func value(_ id: Fact.ID) -> Rational { values[id] ?? facts[id].number.value }
        switch relation.form {
        case .sum(let terms):
            guard let sum = total(terms, value) else { return Assessment(verdict: .undefined) }
            return judgeSum(relation, stated: value(relation.target), computed: sum, terms: terms)
        case .notAbove(let terms):
            guard let sum = total(terms, value) else { return Assessment(verdict: .undefined) }
            if value(relation.target) <= sum { return Assessment(verdict: .holds, computed: sum) }
            return judgeSum(relation, stated: value(relation.target), computed: sum, terms: terms)
        case .ratio(let part, let whole):
            return judgeRatio(relation, stated: value(relation.target), part: part, whole: whole, value)
        }
    }

    // MARK: Sums

    private func judgeSum(
        _ relation: Relation, stated: Rational, computed: Rational, terms: [Relation.Term]
    ) -> Assessment {
        if stated == computed { return Assessment(verdict: .holds, computed: computed) }
        let multiple = Rational(tolerances[relation.rule] ?? 1)
        let all = [Relation.Term(relation.target)] + terms
        guard let difference = stated.minus(computed)?.magnitude,
            let usual = slack(all, { $0.half })?.times(multiple),
            let printed = slack(all, { $0.printedHalf })?.times(multiple)
        else { return Assessment(verdict: .undefined) }
        if difference <= usual { return Assessment(verdict: .rounding, computed: computed) }
        return Assessment(verdict: difference <= printed ? .loose : .violated, computed: computed)
    }

    private func total(_ terms: [Relation.Term], _ value: (Fact.ID) -> Rational) -> Rational? {
        var sum = Rational.zero
        for term in terms {
            guard let product = value(term.fact).times(Rational(term.factor)), let next = sum.plus(product)
            else { return nil }
            sum = next
        }
        return sum
    }

    private func slack(_ terms: [Relation.Term], _ half: (StatedNumber) -> Rational) -> Rational? {
        var sum = Rational.zero
        for term in terms {
            guard let product = half(facts[term.fact].number).times(Rational(term.factor.magnitude)),
                let next = sum.plus(product)
            else { return nil }
            sum = next
        }
        return sum
    }

    // MARK: Ratios

    private func judgeRatio(
        _ relation: Relation, stated: Rational, part: [Relation.Term], whole: [Relation.Term],
        _ value: (Fact.ID) -> Rational
    ) -> Assessment {
        guard let top = total(part, value), let bottom = total(whole, value), !bottom.isZero,
            let computed = top.times(.hundred)?.divided(by: bottom)
        else { return Assessment(verdict: .undefined) }
        let number = facts[relation.target].number
        guard let half = number.half.times(Rational(tolerances[relation.rule] ?? 1)),
            let difference = stated.minus(computed)?.magnitude
        else { return Assessment(verdict: .undefined) }
        if difference <= half { return Assessment(verdict: .holds, computed: computed) }
        if reaches(stated, half, part: (top, part), whole: (bottom, whole), { $0.half }) {
            return Assessment(verdict: .rounding, computed: computed)
        }
        if relation.closesSum, let step = number.half.times(Rational(2)), difference <= step {
            return Assessment(verdict: .closing, computed: computed)
        }
        if let printed = stated.digits(decimals: number.decimals),
            computed.cutDigits(decimals: number.decimals) == printed
        {
            return Assessment(verdict: .cutOff, computed: computed)
        }
        if reaches(stated, half, part: (top, part), whole: (bottom, whole), { $0.printedHalf }) {
            return Assessment(verdict: .loose, computed: computed)
        }
        return Assessment(verdict: .violated, computed: computed)
    }

    /// Whether some part and whole within their rounding give the stated percentage within its own.
    private func reaches(
        _ stated: Rational, _ half: Rational, part: (Rational, [Relation.Term]), whole: (Rational, [Relation.Term]),
        _ step: (StatedNumber) -> Rational
    ) -> Bool {
        guard let partSlack = slack(part.1, step), let wholeSlack = slack(whole.1, step) else { return false }
        if partSlack.isZero && wholeSlack.isZero { return false }
        var ends: [Rational] = []
        for partEnd in [partSlack, partSlack.negated] {
            for wholeEnd in [wholeSlack, wholeSlack.negated] {
                guard let top = part.0.plus(partEnd)?.times(.hundred), let bottom = whole.0.plus(wholeEnd),
                    !bottom.isZero, bottom.isNegative == whole.0.isNegative, let end = top.divided(by: bottom)
                else { return false }
                ends.append(end)
            }
        }
        guard let lowest = ends.min(), let highest = ends.max(), let low = stated.minus(half),
            let high = stated.plus(half)
        else { return false }
        return low <= highest && lowest <= high
    }
}
