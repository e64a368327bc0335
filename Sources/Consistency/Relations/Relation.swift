import FinalAccounts
import Platform

/// An equation or inequality that stated figures should satisfy.
struct Relation: Sendable {
    /// A figure and the factor it enters with.
    struct Term: Hashable, Sendable {
        var fact: Fact.ID
        var factor: Int

        init(_ fact: Fact.ID, _ factor: Int = 1) {
            self.fact = fact
            self.factor = factor
        }
    }

    /// How it is known that the figures belong together.
    enum Proof: Hashable, Sendable {
        /// The document says so: in one clause, in one row, by the same words.
        case stated
        /// It follows from the order of sentences and the like: what does not fit is no contradiction beyond doubt, unless
        /// a slip of the hand explains it.
        case inferred
    }

    /// The form of the relation.
    enum Form: Sendable {
        /// The target is the sum of the terms. A repeated figure is a sum of one term.
        case sum([Term])
        /// The target, a percentage, is a hundred times one sum over another.
        case ratio(part: [Term], whole: [Term])
        /// The target is not above the sum of the terms.
        case notAbove([Term])
    }

    /// The id of the rule that holds the figures to it.
    var rule: String
    /// The figure that is stated as the result; blamed when nothing else decides.
    var target: Fact.ID
    var form: Form
    /// What the right-hand side is, for the message: 各项支出之和.
    var source: Bilingual
    /// Whether the target belongs to shares that add up to exactly 100%: a last digit may have been moved to
    /// close the sum.
    var closesSum = false
    /// How sure it is that the figures are those the equation is of.
    var proof = Proof.stated
    /// The gravest severity a violation has; `nil` for the rule's own.
    var severity: FindingSeverity?
    /// What else a violation may mean, added to the message.
    var remark: Bilingual?
    /// Rounding notes of one group become one; `nil` groups by sentence or table.
    var noteGroup: String?

    /// The same relation, as sure as that.
    func with(proof: Proof) -> Relation {
        var relation = self
        relation.proof = proof
        return relation
    }

    /// Every figure that enters.
    var facts: [Fact.ID] {
        switch form {
        case .sum(let terms), .notAbove(let terms): [target] + terms.map(\.fact)
        case .ratio(let part, let whole): [target] + part.map(\.fact) + whole.map(\.fact)
        }
    }
}
