import Disclosures
import FinalAccounts
import Platform

/// The items of a category against the category, and the categories against the total.
enum CategorySumRule: ConsistencyRule {
    static let about = RuleDescription(
        "category-sum", .arithmetic, .error, title: Bilingual("类级科目合计", "Sum of categories"),
        compares: Bilingual(
            "文字中各类支出与其各项之和，各类之和与总数",
            "each category of the text with the sum of its items, and all categories with the total"),
        tolerance: .sumTolerance, example: "卫生健康（类）支出236.63万元，而其两项之和为336.64万元")

    static func relations(in facts: FactBase) -> [Relation] {
        let categories = facts.figures(.category).filter {
            $0.measure.aspect == .amount && $0.stated.section == .generalPublicBudget
        }
        return ofItems(categories, facts) + [ofCategories(categories, facts)].compactMap(\.self)
    }

    private static func ofItems(_ categories: [FactBase.Figure], _ facts: FactBase) -> [Relation] {
        let lines = facts.lines.filter { $0.disclosed.line.fund == .generalPublicBudget }
        let byCategory = Dictionary(grouping: lines) { SubjectNames.stem($0.disclosed.line.subject.names.first ?? "") }
        return categories.compactMap { category in
            guard let name = category.stated.subject, let items = byCategory[SubjectNames.stem(name)] else {
                return nil
            }
            let parts = items.compactMap(\.actual)
            guard parts.count == items.count else { return nil }
            return Relation(
                rule: id, target: category.fact, form: .sum(parts.map { Relation.Term($0) }),
                source: Bilingual("“\(name)”各项之和", "the items of \(name)")
            ).with(proof: .inferred)
        }
    }

    private static func ofCategories(_ categories: [FactBase.Figure], _ facts: FactBase) -> Relation? {
        // The last mention before the categories is the total they are the parts of.
        guard categories.count > 1, let first = categories.first else { return nil }
        let total = facts.figures(.generalPublicExpenditure).last {
            $0.measure.aspect == .amount && $0.stated.section == .generalPublicBudget && $0.fact < first.fact
        }
        guard let total, Set(categories.compactMap(\.stated.subject)).count == categories.count else { return nil }
        return Relation(
            rule: id, target: total.fact, form: .sum(categories.map { Relation.Term($0.fact) }),
            source: Bilingual("各类支出之和", "the categories")
        ).with(proof: .inferred)
    }
}
