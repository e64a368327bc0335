import Disclosures
import FinalAccounts

/// Vehicles by kind against all vehicles, and those held against those owned.
enum VehicleCountRule: ConsistencyRule {
    static let about = RuleDescription(
        "vehicle-count", .arithmetic, .error, title: Bilingual("车辆数", "Number of vehicles"),
        compares: Bilingual(
            "各类用车之和与车辆总数；公务用车保有量不大于车辆总数", "vehicles by kind with all vehicles; cars held are not more"),
        example: "共有车辆3辆，其中应急保障用车1辆、执法执勤用车1辆")

    static func relations(in facts: FactBase) -> [Relation] {
        guard let total = facts.first(.assetVehicles, .count, in: .assets) else { return [] }
        let kinds = facts.figures(.assetVehicles).filter { $0.stated.subject != nil && $0.stated.section == .assets }
        var relations: [Relation] = []
        if !kinds.isEmpty, Set(kinds.compactMap(\.stated.subject)).count == kinds.count {
            relations.append(
                Relation(
                    rule: id, target: total, form: .sum(kinds.map { Relation.Term($0.fact) }),
                    source: Bilingual("各类用车之和", "the vehicles by kind")))
        }
        if let held = facts.first(.vehiclesHeld, .count, in: .threePublic) {
            relations.append(
                Relation(
                    rule: id, target: held, form: .notAbove([Relation.Term(total)]),
                    source: Bilingual("车辆总数", "all vehicles"), severity: .warning))
        }
        return relations
    }
}
