/// Figures that are stated to be the same and differ by rounding: 236.63 in one table and 236.64 in another.
struct Twins: Sendable {
    private let assessor: RelationAssessor
    private let corrected: [Fact.ID: Rational]
    /// The values that the figures equal to each figure have.
    private var values: [Fact.ID: Set<Rational>] = [:]

    init(_ relations: [Relation], assessor: RelationAssessor, replacing corrected: [Fact.ID: Rational]) {
        self.assessor = assessor
        self.corrected = corrected
        var groups: [Fact.ID: [Fact.ID]] = [:]
        var leader: [Fact.ID: Fact.ID] = [:]
        for relation in relations {
            guard let (first, second) = Self.pair(relation) else { continue }
            switch assessor.assess(relation, replacing: corrected).verdict {
            case .holds, .rounding: break
            default: continue
            }
            let (left, right) = (leader[first] ?? first, leader[second] ?? second)
            let members = groups[left, default: [left]] + (left == right ? [] : groups[right, default: [right]])
            groups[right] = nil
            groups[left] = members
            for member in members { leader[member] = left }
        }
        for members in groups.values {
            let stated = Set(members.map { assessor.stated($0) })
            guard stated.count > 1 else { continue }
            for member in members { values[member] = stated }
        }
    }

    /// The two figures of a relation that says they are one.
    private static func pair(_ relation: Relation) -> (Fact.ID, Fact.ID)? {
        guard case .sum(let terms) = relation.form, terms.count == 1, let term = terms.first, term.factor == 1
        else { return nil }
        return (relation.target, term.fact)
    }

    /// Whether a sum holds with one of its figures as it is stated elsewhere.
    func explain(_ relation: Relation) -> Bool {
        guard Self.pair(relation) == nil else { return false }
        return Set(relation.facts).contains { fact in
            (values[fact] ?? []).contains { value in
                var replaced = corrected
                replaced[fact] = value
                return value != assessor.stated(fact)
                    && assessor.assess(relation, replacing: replaced).verdict == .holds
            }
        }
    }
}
