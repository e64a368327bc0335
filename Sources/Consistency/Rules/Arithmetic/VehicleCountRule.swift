import Disclosures
import FinalAccounts
import OfficialForm
import Platform

/// Vehicles by kind against all vehicles, and those held against those owned.
enum VehicleCountRule: ConsistencyRule {
    static let about = RuleDescription(
        "vehicle-count", .arithmetic, .error, title: Bilingual("车辆数", "Number of vehicles"),
        compares: Bilingual(
            "各类用车之和与车辆总数；公务用车保有量不大于车辆总数；购置数与购置费",
            "vehicles by kind with all vehicles; cars held are not more; cars bought with their cost"),
        example: "共有车辆3辆，其中应急保障用车1辆、执法执勤用车1辆")

    static func findings(in context: CheckContext) -> [RuleFinding] {
        let facts = context.facts
        guard context.disclosure.kind == .finalAccounts || context.disclosure.kind == .threePublic,
            let count = facts.figures(.vehiclesPurchased).first(where: { $0.measure.aspect == .count }),
            !context.value(count.fact).isZero
        else { return [] }
        let costs = [Topic.vehiclePurchase, .vehicles].map { facts.figures($0).filter { $0.measure.aspect == .amount } }
        guard let stated = costs.first(where: { !$0.isEmpty }), let first = stated.first,
            stated.allSatisfy({ context.value($0.fact).isZero })
        else { return [] }
        let number = facts[count.fact].number.text
        return [
            RuleFinding(
                about, severity: .warning,
                message: Bilingual(
                    "购置公务用车\(number)，而\(facts[first.fact].label.zhHans)为\(facts[first.fact].number.text)。",
                    "\(number) bought, and \(facts[first.fact].label.en) is \(facts[first.fact].number.text)."),
                place: facts[count.fact].place, stated: number,
                suggestion: Bilingual("核对购置数与购置费。", "Check the number bought against the cost."),
                facts: [count.fact, first.fact])
        ]
    }

    static func relations(in facts: FactBase) -> [Relation] {
        // Where no heading opens the part on assets, the sentence that states all of them and their kinds.
        guard let total = facts.first(.assetVehicles, .count, in: .assets) ?? facts.first(.assetVehicles, .count) else {
            return []
        }
        let kinds = facts.figures(.assetVehicles).filter {
            $0.stated.subject != nil && $0.measure.aspect == .count
                && (facts[total].place.section == .assets
                    ? $0.stated.section == .assets : $0.stated.quote == facts[total].place.quote)
        }
        var relations: [Relation] = []
        if !kinds.isEmpty, Set(kinds.compactMap(\.stated.subject)).count == kinds.count,
            listsAll(kinds.map(\.fact), of: total, in: facts)
        {
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

    /// Whether the kinds are all that are listed: 其中执法执勤用车10辆 names one of them, and a kind of no name that the form
    /// knows is counted beside the others. More than all there are is a slip either way.
    private static func listsAll(_ kinds: [Fact.ID], of total: Fact.ID, in facts: FactBase) -> Bool {
        if let sum = Rational.sum(kinds.map { facts[$0].number.value }), facts[total].number.value < sum { return true }
        guard kinds.count > 1 else { return false }
        let quote = Array(facts[total].place.quote.unicodeScalars)
        let counted = zip(quote, quote.dropFirst()).count { ("0"..."9").contains($0) && $1 == "辆" }
        return counted <= kinds.count + 1
    }
}
