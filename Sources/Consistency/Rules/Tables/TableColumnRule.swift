import Disclosures
import FinalAccounts
import OfficialForm
import Platform

/// The rows of a table against the row that sums them up: items, sections, categories, total.
enum TableColumnRule: ConsistencyRule {
    static let about = RuleDescription(
        "table-column", .tables, .error, title: Bilingual("表内纵向合计", "Column sums"),
        compares: Bilingual(
            "项之和与款、款之和与类、类之和与合计；总表各行与本年合计、总计；经济分类与人员、公用经费合计",
            "items with sections, sections with categories, categories with the total; the rows of the overall tables with "
                + "their totals; economic subjects with personnel and operating costs"),
        tolerance: .sumTolerance, example: "208 社会保障和就业支出 754.75，其各款之和为745.75")

    static func relations(in facts: FactBase) -> [Relation] {
        (facts.isWhole || facts.grids.isEmpty ? facts.tables : []).flatMap { table -> [Relation] in
            switch table.kind {
            case .income, .expenditure, .generalPublicExpenditure, .governmentFund, .stateCapital: byCode(table)
            case .incomeAndExpenditure, .fiscalIncomeAndExpenditure: twoSided(table)
            case .basicExpenditure: economic(table)
            case .threePublic: []
            }
        } + facts.grids.flatMap { GridRelations($0, facts.facts).ofRows(rule: id) }
            + (facts.isWhole ? PlanTables(facts)?.columns(rule: id) ?? [] : [])
    }

    // MARK: Subjects by code

    private static func byCode(_ table: FactBase.Table) -> [Relation] {
        let roles = table.roles
        var relations: [Relation] = []
        for (length, below) in [(3, 5), (5, 7)] {
            for row in table.rows(ofLength: length) {
                guard let code = row.row.code else { continue }
                let children = table.rows(ofLength: below).filter { $0.row.code?.opens(with: code) == true }
                relations += sums(
                    of: children, in: row, roles, table, Bilingual("\(code)各下级科目之和", "the subjects below \(code)"))
            }
        }
        if let total = table.totalRow {
            relations += sums(of: table.rows(ofLength: 3), in: total, roles, table, Bilingual("各类之和", "the categories"))
        }
        return relations
    }

    private static func sums(
        of rows: [FactBase.Row], in total: FactBase.Row, _ roles: [ColumnRole], _ table: FactBase.Table,
        _ source: Bilingual
    ) -> [Relation] {
        guard !rows.isEmpty else { return [] }
        return roles.compactMap { role in
            let terms = rows.compactMap { $0.cell(role) }.map { Relation.Term($0) }
            guard let target = total.cell(role), !terms.isEmpty else { return nil }
            return Relation(
                rule: id, target: target, form: .sum(terms), source: source, noteGroup: table.kind.rawValue)
        }
    }

    // MARK: Overall tables

    private static func twoSided(_ table: FactBase.Table) -> [Relation] {
        let sides: [(TableRow.Side, String)] = [(.income, "本年收入合计"), (.expenditure, "本年支出合计")]
        return sides.flatMap { side, label -> [Relation] in
            let rows = table.rows.filter { $0.row.side == side }
            guard let sum = rows.firstIndex(where: { TableLabel.plain($0.row.label) == label }) else { return [] }
            var relations = sums(
                of: Array(rows[..<sum]), in: rows[sum], table.roles, table, Bilingual("本侧各行之和", "the rows above it"))
            guard let total = rows.firstIndex(where: { ["总计", "合计"].contains(TableLabel.plain($0.row.label)) }),
                total > sum
            else { return relations }
            // Below a balance its funds may be listed; they are parts of it, not further rows.
            let balances = rows[(sum + 1)..<total].filter { isBalance($0.row.label) }
            relations += sums(
                of: [rows[sum]] + balances, in: rows[total], table.roles, table,
                Bilingual("本年合计与结转结余之和", "the year with balances"))
            return relations
        }
    }

    private static func isBalance(_ label: String) -> Bool {
        ["结转", "结余", "弥补", "分配"].contains { label.contains($0) }
    }

    // MARK: Economic classification

    private static func economic(_ table: FactBase.Table) -> [Relation] {
        var relations: [Relation] = []
        let categories = table.rows(ofLength: 3)
        for row in categories {
            guard let code = row.row.code else { continue }
            let children = table.rows(ofLength: 5).filter { $0.row.code?.opens(with: code) == true }
            relations += sums(
                of: children, in: row, [.amount], table, Bilingual("\(code)各款之和", "the costs below \(code)"))
        }
        let personnel = categories.filter { isPersonnel($0.row.code) }
        let operating = categories.filter { !isPersonnel($0.row.code) }
        if let total = table.row("人员经费合计", "人员经费") {
            relations += sums(of: personnel, in: total, [.amount], table, Bilingual("301与303之和", "301 and 303"))
        }
        if let total = table.row("公用经费合计", "公用经费") {
            relations += sums(
                of: operating, in: total, [.amount], table, Bilingual("302、310等之和", "302, 310 and the rest"))
        }
        return relations
    }

    private static func isPersonnel(_ code: String?) -> Bool { code == "301" || code == "303" }
}
