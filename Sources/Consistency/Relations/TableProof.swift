/// Tells tables that were read right by their own sums: where those that do not hold are more than few, it is the columns
/// that were taken for others, and nothing is wrong beyond doubt.
struct TableProof {
    private struct Group: Hashable {
        var rule: String
        var table: String
    }

    /// The relations, those of tables that do not add up as a whole as inferred.
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
            guard let group = group(relation), let count = counts[group], count.failed * 2 > count.held else {
                return relation
            }
            return relation.with(proof: .inferred)
        }
    }
}
