import FinalAccounts
import Platform
import Reporting

/// The reviewer's page over a batch: the units with the most to look at first, what changed in each, what weighs most in all
/// of them, and the documents; units lead to their reports.
package struct BatchIndex {
    private let summary: BatchSummary
    private let renderer: TableRenderer

    package init(_ summary: BatchSummary, renderer: TableRenderer) {
        self.summary = summary
        self.renderer = renderer
    }

    private var language: Language { renderer.language }

    /// The most rows a page shows of what weighs most; more are for the workbook.
    private static let pageRows = 2_000

    /// Columns: `rank, unit, weight, error, warning, anomalies, fiscal_year, total, change, change_rate, why, status,
    /// above_threshold, draft, files, remark`.
    package var units: ReportTable {
        ReportTable(
            name: "units", title: language.words("单位", "Bodies"),
            columns: [
                ReportColumn("rank", title: language.words("序号", "rank"), kind: .number),
                ReportColumn("unit", title: language.words("单位", "body")),
                ReportColumn("weight", title: language.words("权重", "weight"), kind: .number),
                ReportColumn("error", title: language.words("错误", "errors"), kind: .number),
                ReportColumn("warning", title: language.words("警告", "warnings"), kind: .number),
                ReportColumn("anomalies", title: language.words("异常", "anomalies"), kind: .number),
                ReportColumn("fiscal_year", title: language.words("年度", "year"), kind: .label),
                ReportColumn("total", title: language.words("支出合计", "total"), kind: .amount),
                ReportColumn("change", title: language.words("比上年增减", "change"), kind: .amount),
                ReportColumn("change_rate", title: language.words("增减幅度", "change %"), kind: .number),
                ReportColumn("why", title: language.words("主要来自", "changed most")),
                ReportColumn("status", title: language.words("结果", "result"), kind: .label),
                ReportColumn("above_threshold", title: language.words("超过阈值", "above threshold"), kind: .number),
                ReportColumn("draft", title: language.words("草案", "draft")),
                ReportColumn("files", title: language.words("文件夹", "folder")),
                ReportColumn("remark", title: language.words("说明", "remark")),
            ],
            rows: ranked.enumerated().map { index, unit in cells(unit, rank: index + 1) },
            notes: [
                language.words(
                    "权重：单位各异常的程度，加每条错误 40、每条警告 10，发现与异常各取最重的五项相加。点击单位打开其报告。",
                    "Weight: the severities of a body's anomalies, 40 for an error and 10 for a warning, of at most five findings and five anomalies. A body leads to its report."
                )
            ])
    }

    private func cells(_ unit: BatchUnitReport, rank: Int) -> [ReportCell] {
        let overview = unit.contents.overview
        let change = overview?.previous.flatMap { before in overview?.total.flatMap { try? $0.subtracting(before) } }
        let rate = change.flatMap { change in
            overview?.previous.flatMap { $0 > .zero ? StatedPercentage(of: change, in: $0) : nil }
        }
        return [
            .integer(rank), link(unit.name, to: "report.html", of: unit), .number(weight(unit), decimals: 0),
            .integer(count("error", unit)), .integer(count("warning", unit)), .integer(count("anomalies", unit)),
            .text(overview.map { String($0.year) } ?? ""), .amount(ifStated: overview?.total),
            .amount(ifStated: change), .percentage(ifStated: rate), .text(overview?.why ?? ""),
            status(unit.status.rawValue), .integer(unit.contents.aboveThreshold),
            unit.files.contains { $0.hasSuffix(".xlsx") }
                ? link(language.words("工作簿", "workbook"), to: ".xlsx", of: unit) : .empty,
            folder(of: unit).map { .link(language.words("打开", "open"), path: $0) } ?? .empty,
            .text(remark(unit)),
        ]
    }

    /// Columns: `rank, unit, kind, weight, subject, sentence, page`.
    package var points: ReportTable { points(limit: .max) }

    private func points(limit: Int) -> ReportTable {
        let all = summary.units.flatMap { unit in (unit.contents.overview?.points ?? []).map { (unit, $0) } }
            .enumerated().sorted { ($1.element.1.weight, $0.offset) < ($0.element.1.weight, $1.offset) }.map(\.element)
        let left = all.count - limit
        return ReportTable(
            name: "points", title: language.words("错误、警告与异常", "Errors, warnings and anomalies"),
            columns: [
                ReportColumn("rank", title: language.words("序号", "rank"), kind: .number),
                ReportColumn("unit", title: language.words("单位", "body")),
                ReportColumn("kind", title: language.words("类别", "kind"), kind: .label),
                ReportColumn("weight", title: language.words("权重", "weight"), kind: .number),
                ReportColumn("subject", title: language.words("科目或规则", "subject or rule")),
                ReportColumn("sentence", title: language.words("问题", "what does not fit")),
                ReportColumn("page", title: language.words("页", "page"), kind: .number),
            ],
            rows: all.prefix(limit).enumerated().map { index, entry in
                let (unit, point) = entry
                return [
                    .integer(index + 1), link(unit.name, to: "report.html", of: unit),
                    .term(
                        code: point.kind.rawValue, label: BatchWords.phrase(point.kind.rawValue).text(in: language),
                        tone: point.kind == .error ? .serious : point.kind == .warning ? .warning : .plain),
                    .number(point.weight, decimals: 0), .text(point.title), .text(point.sentence),
                    point.page.map { .integer($0) } ?? .empty,
                ]
            },
            notes: left > 0 ? [language.words("另有 \(left) 条见工作簿。", "\(left) more are in the workbook.")] : [])
    }

    /// Columns: `file, status, lines, figures, left_over, remark`.
    package var documents: ReportTable {
        ReportTable(
            name: "documents", title: language.words("文件", "Documents"),
            columns: [
                ReportColumn("file", title: language.words("文件", "file")),
                ReportColumn("status", title: language.words("结果", "result"), kind: .label),
                ReportColumn("lines", title: language.words("科目行", "lines"), kind: .number),
                ReportColumn("figures", title: language.words("陈述的数", "figures"), kind: .number),
                ReportColumn("left_over", title: language.words("未归位", "left over"), kind: .number),
                ReportColumn("remark", title: language.words("说明", "remark")),
            ],
            rows: summary.documents.map { document in
                [
                    .text(document.name), status(document.status.rawValue), .integer(document.contents.lines),
                    .integer(document.contents.figures), .integer(document.contents.diagnostics),
                    .text(([document.message].compactMap(\.self) + document.contents.warnings).joined(separator: "；")),
                ]
            })
    }

    /// One page that needs nothing else but the files it links to; its tables can be sorted and filtered.
    package var html: String {
        TableFile([units, points(limit: Self.pageRows), documents], renderer: renderer)
            .page(title: heading, subtitle: subtitle)
    }

    /// Writes the three tables as a workbook, whole or not at all.
    ///
    /// - Throws: `OutputError` when it cannot be written.
    package func write(workbook path: String) throws(OutputError) {
        try TableFile([units, points, documents], renderer: renderer).write(workbook: path)
    }

    private var heading: String { language.words("批处理总览：\(summary.job)", "Overview of the batch \(summary.job)") }

    private var subtitle: String {
        language.words(
            "\(summary.documents.count)份文件，\(summary.units.count)个单位，超过阈值\(summary.findingsAboveThreshold)条",
            "\(summary.documents.count) documents, \(summary.units.count) bodies, \(summary.findingsAboveThreshold) above the thresholds"
        )
    }

    /// Words that lead to a unit's file, by how its name ends; the words alone where it has none.
    private func link(_ words: String, to ending: String, of unit: BatchUnitReport) -> ReportCell {
        unit.files.first { $0.hasSuffix(ending) }.map { .link(words, path: $0) } ?? .text(words)
    }

    /// Where all that was made of a unit stands.
    private func folder(of unit: BatchUnitReport) -> String? {
        unit.files.first?.split(separator: "/").first.map { $0 + "/" }
    }

    /// Failures first, then by weight.
    private var ranked: [BatchUnitReport] {
        func rank(_ unit: BatchUnitReport) -> [Double] {
            [unit.status == .failed ? 0 : 1, -weight(unit), -Double(count("error", unit))]
        }
        return summary.units.enumerated().sorted { first, second in
            let (left, right) = (rank(first.element), rank(second.element))
            return left == right ? first.offset < second.offset : left.lexicographicallyPrecedes(right)
        }.map(\.element)
    }

    private func weight(_ unit: BatchUnitReport) -> Double {
        (unit.contents.overview?.points ?? []).reduce(0) { $0 + $1.weight }
    }

    private func count(_ kind: String, _ unit: BatchUnitReport) -> Int { unit.contents.findings[kind] ?? 0 }

    private func remark(_ unit: BatchUnitReport) -> String {
        ([unit.message, synthetic(unit)].compactMap(\.self) + unit.contents.warnings).joined(separator: "；")
    }

    private func synthetic(_ unit: BatchUnitReport) -> String? {
        unit.contents.overview?.synthetic.map { years in
            Bilingual.usesSyntheticYears(YearList.text(years.map { FiscalYear($0) })).text(in: language)
        }
    }

    private func status(_ name: String) -> ReportCell {
        .term(code: name, label: BatchWords.phrase(name).text(in: language), tone: name == "failed" ? .serious : .plain)
    }
}
