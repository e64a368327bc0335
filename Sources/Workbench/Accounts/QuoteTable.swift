import FinalAccounts
import Platform
import Reporting

/// Where the figures of lines were read, and in what words.
package struct QuoteTable: Sendable {
    private let lines: [AccountLine]
    private let language: Language

    package init(_ lines: [AccountLine], language: Language) {
        self.lines = lines
        self.language = language
    }

    /// Columns: `fiscal_year, initial_budget, actual, reason, file, page, quote, origin`.
    package var table: ReportTable {
        ReportTable(
            name: "quotes", title: language.words("原文", "sources"),
            columns: [
                ReportColumn("fiscal_year", title: language.words("年度", "year"), kind: .number),
                ReportColumn("initial_budget", title: language.words("年初预算", "initial budget"), kind: .amount),
                ReportColumn("actual", title: language.words("支出决算", "actual"), kind: .amount),
                ReportColumn("reason", title: language.words("原因", "reason")),
                ReportColumn("file", title: language.words("文件", "file"), kind: .label),
                ReportColumn("page", title: language.words("页", "page"), kind: .number),
                ReportColumn("quote", title: language.words("原文", "quote")),
                ReportColumn("origin", title: language.words("来源", "origin"), kind: .label),
            ],
            rows: lines.sorted { $1.fiscalYear < $0.fiscalYear }.map { line in
                [
                    .integer(line.fiscalYear.number), .budget(line.initialBudget, in: language),
                    .amount(ifStated: line.actual), .text(ifStated: line.reason), .text(ifStated: line.source?.file),
                    line.source?.page.map { .integer($0) } ?? .empty, .text(ifStated: line.source?.quote),
                    .origin(line.origin, in: language),
                ]
            })
    }
}
