import FinalAccounts
import Interchange
import Platform
import Reporting

/// What counts in a ledger as a table for people: the columns of the account line interface under the heads that `juesuan import`
/// knows in either language, so that the file reads back.
package struct AccountLineTable: Sendable {
    private let lines: [AccountLine]
    private let language: Language

    package init(_ lines: [AccountLine], language: Language) {
        self.lines = lines
        self.language = language
    }

    /// The table; amounts are exact in every form.
    ///
    /// Columns: `unit, fiscal_year, fund, subject_code, subject_name, initial_budget, adjusted_budget, actual, basic, project, reason,
    /// origin`.
    package var table: ReportTable {
        ReportTable(
            name: "lines", title: language.words("科目数据", "account lines"), columns: columns, rows: lines.map(cells))
    }

    /// Yuan to the 分, in files for people and for programs.
    package static let amounts = AmountStyle(displayUnit: .yuan, displayDecimals: 2, machineUnit: .yuan)

    private var columns: [ReportColumn] {
        func column(_ name: String, _ zhHans: String, _ en: String, _ kind: ReportColumn.Kind = .text) -> ReportColumn {
            ReportColumn(name, title: language.words(zhHans, en), kind: kind)
        }
        return [
            column("unit", "单位", "unit"), column("fiscal_year", "年度", "fiscal year", .number),
            column("fund", "资金性质", "fund", .label), column("subject_code", "科目编码", "subject code", .label),
            column("subject_name", "科目名称", "subject name"), column("initial_budget", "年初预算", "initial budget", .amount),
            column("adjusted_budget", "调整预算", "adjusted budget", .amount), column("actual", "决算", "actual", .amount),
            column("basic", "基本支出", "basic", .amount), column("project", "项目支出", "project", .amount),
            column("reason", "原因", "reason"), column("origin", "来源", "origin", .label),
        ]
    }

    private func cells(_ line: AccountLine) -> [ReportCell] {
        [
            .text(line.unit.name), .integer(line.fiscalYear.number),
            .term(code: line.fund.rawValue, label: line.fund.name.text(in: language)),
            .text(ifStated: line.subject.code), .text(SubjectPath.text(of: line.subject)),
            .budget(line.initialBudget, in: language), .amount(ifStated: line.adjustedBudget),
            .amount(ifStated: line.actual), .amount(ifStated: line.basic), .amount(ifStated: line.project),
            .text(ifStated: line.reason), .origin(line.origin, in: language),
        ]
    }
}
