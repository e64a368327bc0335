import Consistency
import FinalAccounts
import Platform

/// What a reviewer of many documents works through: the bodies ranked by what matters, then what is wrong with each.
///
/// A body with more errors stands before one with fewer, then one with more warnings; notes are no work and not listed.
package struct CheckOverview: Sendable {
    /// The most findings of a document that a run over many needs to keep.
    package static let kept = 50
    /// The most rows a page shows; more are for the workbook.
    private static let pageRows = 2_000

    private let documents: [CheckOutput.Document]
    private let language: Language

    /// Ranks documents.
    package init(_ documents: [CheckOutput.Document], language: Language) {
        func rank(_ document: CheckOutput.Document) -> (Int, Int) {
            (-Self.count(.error, document), -Self.count(.warning, document))
        }
        self.documents = documents.enumerated().sorted { first, second in
            let (left, right) = (rank(first.element), rank(second.element))
            return left != right ? left < right : first.offset < second.offset
        }.map(\.element)
        self.language = language
    }

    private static func count(_ severity: FindingSeverity, _ document: CheckOutput.Document) -> Int {
        document.findings.count { $0.severity == severity }
    }

    /// The bodies, the one with the most to mend first.
    package var bodies: ReportTable {
        ReportTable(
            name: "bodies", title: language.words("单位排序", "Bodies by what is wrong"),
            columns: [
                ReportColumn("rank", title: language.words("序号", "rank"), kind: .number),
                ReportColumn("unit", title: language.words("单位", "body")),
                ReportColumn("fiscal_year", title: language.words("年度", "year"), kind: .number),
                ReportColumn("errors", title: language.words("错误", "errors"), kind: .number),
                ReportColumn("warnings", title: language.words("警告", "warnings"), kind: .number),
                ReportColumn("gravest", title: language.words("首要问题", "gravest")),
                ReportColumn("file", title: language.words("文件", "file")),
            ],
            rows: documents.enumerated().map { index, document in
                [
                    .integer(index + 1), .text(name(document)), document.fiscalYear.map { .integer($0) } ?? .empty,
                    .integer(Self.count(.error, document)), .integer(Self.count(.warning, document)),
                    .text(document.findings.first.flatMap { $0.severity == .note ? nil : title(of: $0) } ?? ""),
                    .text(document.file),
                ]
            })
    }

    /// Every error and warning, in the order of the bodies.
    package var findings: ReportTable { findings(limit: .max) }

    private func findings(limit: Int) -> ReportTable {
        let rows = documents.enumerated().flatMap { index, document in
            document.findings.filter { $0.severity != .note }.map { cells($0, rank: index + 1, document) }
        }
        let left = rows.count - limit
        let notes = left > 0 ? [language.words("另有\(left)条见工作簿或 CSV。", "\(left) more are in the workbook or CSV.")] : []
        return ReportTable(
            name: "findings", title: language.words("问题清单", "What is wrong"),
            columns: [
                ReportColumn("rank", title: language.words("序号", "rank"), kind: .number),
                ReportColumn("unit", title: language.words("单位", "body")),
                ReportColumn("fiscal_year", title: language.words("年度", "year"), kind: .number),
                ReportColumn("severity", title: language.words("级别", "severity"), kind: .label),
                ReportColumn("rule", title: language.words("规则", "rule")),
                ReportColumn("page", title: language.words("页", "page"), kind: .number),
                ReportColumn("message", title: language.words("问题", "what is wrong")),
                ReportColumn("quote", title: language.words("原文", "quote")),
                ReportColumn("suggestion", title: language.words("处理", "what to do")),
                ReportColumn("file", title: language.words("文件", "file")),
            ], rows: Array(rows.prefix(limit)), notes: notes)
    }

    private func cells(_ finding: Finding, rank: Int, _ document: CheckOutput.Document) -> [ReportCell] {
        [
            .integer(rank), .text(name(document)), document.fiscalYear.map { .integer($0) } ?? .empty,
            .term(
                code: finding.severity.rawValue, label: FindingTable.label(finding.severity).text(in: language),
                tone: FindingTable.tone(finding.severity)),
            .text(title(of: finding)), finding.page.map { .integer($0) } ?? .empty, .text(finding.message),
            .text(finding.quote), .text(finding.suggestion), .text(document.file),
        ]
    }

    private func name(_ document: CheckOutput.Document) -> String {
        document.unit ?? language.words("（未载明）", "(not stated)")
    }

    private func title(of finding: Finding) -> String {
        FindingTable.title(of: finding, in: language)
    }

    private var heading: String { language.words("勾稽检查总览", "Check overview") }

    private var summary: String {
        let errors = documents.reduce(0) { $0 + Self.count(.error, $1) }
        let warnings = documents.reduce(0) { $0 + Self.count(.warning, $1) }
        return language.words(
            "\(documents.count)份文件，\(errors)条错误，\(warnings)条警告",
            "\(documents.count) documents, \(errors) errors, \(warnings) warnings")
    }

    private var renderer: TableRenderer { TableRenderer(language: language) }

    /// The findings as CSV, with the rank of their body.
    package var csv: String { renderer.render(findings, as: .csv) }

    /// Writes a workbook of two sheets, whole or not at all.
    ///
    /// - Throws: ``OutputError`` when it cannot be written.
    package func write(workbook path: String) throws(OutputError) {
        let sheets = TableSheet(renderer: renderer)
        var ranking = sheets.sheet(named: language.words("单位", "bodies"), [bodies])
        ranking.frozenColumns = 2
        var list = sheets.sheet(named: language.words("问题", "findings"), [findings])
        list.frozenColumns = 2
        list.isWide = true
        let year = documents.compactMap(\.fiscalYear).max() ?? 0
        try SpreadsheetFile.write(
            Spreadsheet(title: heading, year: year, sheets: [ranking, list]), to: path)
    }

    /// One page that needs nothing else.
    package var html: String {
        let tables = HTMLTable(renderer: renderer)
        let page = ReportPage(
            language: language, title: heading, subtitle: summary, warnings: [],
            sections: [
                ReportPage.Section(id: "bodies", title: bodies.title, body: tables.html(bodies)),
                ReportPage.Section(
                    id: "findings", title: findings.title, body: tables.html(findings(limit: Self.pageRows))),
            ], footer: language.words("由决算（juesuan）生成", "Made by juesuan"), options: [:], chartScript: nil, isList: true
        )
        return page.html.markup
    }
}
