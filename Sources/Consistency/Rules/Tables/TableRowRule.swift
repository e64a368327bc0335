import Disclosures
import FinalAccounts
import OfficialForm
import Platform

/// The cells of a row against its total.
enum TableRowRule: ConsistencyRule {
    static let about = RuleDescription(
        "table-row", .tables, .error, title: Bilingual("表内横向合计", "Row sums"),
        compares: Bilingual("每行各栏之和与该行合计", "the cells of each row with the row's total"), tolerance: .sumTolerance,
        example: "2120101 行政运行 合计1105.68 基本支出1096.91 项目支出9.77")

    static func relations(in facts: FactBase) -> [Relation] {
        // Of a few tables the columns are told by what holds of them, not by their place in the form.
        (facts.isWhole || facts.grids.isEmpty ? facts.tables : []).flatMap { table in
            table.rows.flatMap { row in
                (sums[table.kind] ?? []).compactMap { total, parts in
                    relation(total, parts, in: row, of: table)
                }
            }
        } + facts.grids.flatMap { GridRelations($0, facts.facts).ofColumns(rule: id) }
    }

    private static func relation(
        _ total: ColumnRole, _ parts: [ColumnRole], in row: FactBase.Row, of table: FactBase.Table
    ) -> Relation? {
        let terms = parts.compactMap { row.cell($0) }.map { Relation.Term($0) }
        guard let target = row.cell(total), !terms.isEmpty else { return nil }
        // A column whose header is none of the form's may hold a part.
        guard !row.row.cells.contains(where: { $0.role == nil && $0.amount != nil }) else { return nil }
        return Relation(
            rule: id, target: target, form: .sum(terms), source: Bilingual("本行各栏之和", "the row's cells"),
            noteGroup: table.kind.rawValue)
    }

    private static let sums: [TableKind: [(ColumnRole, [ColumnRole])]] = [
        .income: [(.total, Topic.yearIncome.partColumns())],
        .expenditure: [(.total, Topic.yearExpenditure.partColumns())],
        .fiscalIncomeAndExpenditure: [(.total, Topic.fiscalIncome.partColumns())],
        .generalPublicExpenditure: [(.total, [.basic, .project])], .governmentFund: [(.total, [.basic, .project])],
        .stateCapital: [(.total, [.basic, .project])],
        .threePublic: [Topic.threePublic, .vehicles].flatMap { whole in
            [true, false].compactMap { isBudget in
                whole.form.role(isBudget: isBudget).map { ($0, whole.partColumns(isBudget: isBudget)) }
            }
        },
    ]
}
