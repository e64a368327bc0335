import Consistency
import FinalAccounts
import Platform

/// The catalogue of consistency rules as a table: `rule, family, severity, title, compares, tolerance, example`.
package struct RuleTable: Sendable {
    /// The language.
    package let language: Language

    /// Prepares the table.
    package init(language: Language) {
        self.language = language
    }

    /// The table, in the catalogue's order.
    package var table: ReportTable {
        ReportTable(
            name: "rules", title: language.words("勾稽与一致性规则", "Consistency rules"),
            columns: [
                ReportColumn("rule", title: language.words("规则", "rule"), kind: .label),
                ReportColumn("family", title: language.words("类别", "family"), kind: .label, dispensability: 2),
                ReportColumn("severity", title: language.words("级别", "severity"), kind: .label),
                ReportColumn("title", title: language.words("名称", "title")),
                ReportColumn("compares", title: language.words("比较内容", "compares"), dispensability: 1),
                ReportColumn("tolerance", title: language.words("允许差异", "tolerance"), dispensability: 3),
                ReportColumn("example", title: language.words("示例", "example"), dispensability: 4),
            ],
            rows: RuleCatalogue.descriptions.map { rule in
                [
                    .text(rule.id), .term(code: rule.family.rawValue, label: rule.family.name(in: language)),
                    .term(code: rule.severity.rawValue, label: FindingTable.label(rule.severity).text(in: language)),
                    .text(rule.title(in: language)), .text(rule.compares(in: language)),
                    .text(rule.tolerance(in: language)), .text(rule.example),
                ]
            })
    }
}
