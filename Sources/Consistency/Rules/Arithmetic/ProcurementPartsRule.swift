import Disclosures
import FinalAccounts
import Platform

/// Goods, works and services against all procurement.
enum ProcurementPartsRule: ConsistencyRule {
    static let about = RuleDescription(
        "procurement-parts", .arithmetic, .error, title: Bilingual("政府采购合计", "Procurement by kind"),
        compares: Bilingual("货物、工程、服务支出之和与政府采购总额", "goods, works and services with all procurement"),
        tolerance: .sumTolerance, example: "政府采购支出总额1788.11万元，其中：货物98.84万元、工程96.58万元、服务1602.69万元")

    static func relations(in facts: FactBase) -> [Relation] {
        let parts = PartsRelation(
            rule: id, section: .procurement, total: .procurement,
            source: Bilingual("货物、工程、服务之和", "goods, works and services"))
        return [parts.relation(in: facts)].compactMap(\.self)
    }
}
