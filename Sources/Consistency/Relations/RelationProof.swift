/// Tells which relations are proven: those of one sentence, of one part of a whole document, of a table whose own sums hold.
/// What rests on more is inferred, and nothing that fails there is wrong beyond doubt.
struct RelationProof {
    private struct Group: Hashable {
        var rule: String
        var table: String
    }

    /// The relations, those that rest on more than is proven as inferred.
    static func judged(
        _ relations: [Relation], _ assessor: RelationAssessor, isWhole: Bool
    ) -> [Relation] {
        func group(_ relation: Relation) -> Group? {
            guard let table = assessor.facts[relation.target].place.table else { return nil }
            return Group(rule: relation.rule, table: table.rawValue)
        }
        var counts: [Group: (held: Int, failed: Int)] = [:]
        for relation in relations {
            guard let group = group(relation) else { continue }
            let verdict = assessor.assess(relation).verdict
            let isTelling = relation.facts.count { !assessor.stated($0).isZero } > 1
            if verdict.isContradiction {
                counts[group, default: (0, 0)].failed += 1
            } else if isTelling {
                counts[group, default: (0, 0)].held += 1
            }
        }
        return relations.map { relation in
            // Of a table that stands alone the columns may have been taken for others.
            if !isWhole, relation.facts.contains(where: { assessor.facts[$0].place.table != nil }) {
                return relation.with(proof: .inferred)
            }
            // What several parts of a text say may be of several things, unless the document is whole and its parts are the
            // form's.
            if !isWhole, isOfSeveralParts(relation, assessor) { return relation.with(proof: .inferred) }
            guard let group = group(relation), let count = counts[group], count.failed * 2 > count.held else {
                return relation
            }
            return relation.with(proof: .inferred)
        }
    }

    private static func isOfSeveralParts(_ relation: Relation, _ assessor: RelationAssessor) -> Bool {
        let places = relation.facts.map { assessor.facts[$0].place }.filter { $0.section != .tables }
        // Lines that name their levels are the form's wherever they stand.
        let isOfLines = places.dropFirst().allSatisfy { $0.range == nil }
        return Set(places.map(\.section)).count > 1 || !isOfLines && Set(places.map(\.quote)).count > 2
    }
}
