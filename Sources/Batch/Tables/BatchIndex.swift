import FinalAccounts
import Foundation
import Platform
import Reporting

/// The reviewer's page over a batch: the units with the most to look at first, each with links to what was made of it,
/// then the documents.
package struct BatchIndex {
    private let summary: BatchSummary
    private let language: Language

    package init(_ summary: BatchSummary, language: Language) {
        self.summary = summary
        self.language = language
    }

    /// Columns: `rank, unit, status, error, warning, anomalies, above_threshold, remark`.
    package var units: ReportTable {
        ReportTable(
            name: "units", title: language.words("单位", "Bodies"),
            columns: [
                ReportColumn("rank", title: language.words("序号", "rank"), kind: .number),
                ReportColumn("unit", title: language.words("单位", "body")),
                ReportColumn("status", title: language.words("结果", "result"), kind: .label),
                ReportColumn("error", title: language.words("错误", "errors"), kind: .number),
                ReportColumn("warning", title: language.words("警告", "warnings"), kind: .number),
                ReportColumn("anomalies", title: language.words("异常", "anomalies"), kind: .number),
                ReportColumn("above_threshold", title: language.words("超过阈值", "above threshold"), kind: .number),
                ReportColumn("remark", title: language.words("说明", "remark")),
            ],
            rows: ranked.enumerated().map { index, unit in
                [
                    .integer(index + 1), .text(unit.name), status(unit.status.rawValue),
                    .integer(count("error", unit)), .integer(count("warning", unit)),
                    .integer(count("anomalies", unit)),
                    .integer(unit.contents.aboveThreshold), .text(remark(unit)),
                ]
            })
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

    /// One page that needs nothing else but the files it links to.
    package var html: String {
        TableFile([units, documents], renderer: TableRenderer(language: language))
            .page(title: heading, subtitle: subtitle, behind: ["units": links])
    }

    private var heading: String { language.words("批处理总览：\(summary.job)", "Overview of the batch \(summary.job)") }

    private var subtitle: String {
        language.words(
            "\(summary.documents.count)份文件，\(summary.units.count)个单位，超过阈值\(summary.findingsAboveThreshold)条",
            "\(summary.documents.count) documents, \(summary.units.count) bodies, \(summary.findingsAboveThreshold) above the thresholds"
        )
    }

    /// What was made of each unit, in the order of the table.
    private var links: HTML {
        let items = ranked.filter { !$0.files.isEmpty }.map { unit -> HTML in
            let files = unit.files.map { file -> HTML in
                let name = file.split(separator: "/").last.map(String.init) ?? file
                return " <a href=\"\(Self.address(file))\">\(name)</a>"
            }
            return "<li dir=\"auto\"><strong>\(unit.name)</strong>\(files)</li>\n"
        }
        return items.isEmpty ? .empty : "<ul class=\"files\">\(items)</ul>"
    }

    private static func address(_ path: String) -> String {
        path.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed.subtracting(CharacterSet(charactersIn: ":")))
            ?? path
    }

    /// Failures first, then by errors, warnings and anomalies.
    private var ranked: [BatchUnitReport] {
        func weight(_ unit: BatchUnitReport) -> [Int] {
            [unit.status == .failed ? 0 : 1, -count("error", unit), -count("warning", unit), -count("anomalies", unit)]
        }
        return summary.units.enumerated().sorted { first, second in
            let (left, right) = (weight(first.element), weight(second.element))
            return left == right ? first.offset < second.offset : left.lexicographicallyPrecedes(right)
        }.map(\.element)
    }

    private func count(_ kind: String, _ unit: BatchUnitReport) -> Int { unit.contents.findings[kind] ?? 0 }

    private func remark(_ unit: BatchUnitReport) -> String {
        ([unit.message].compactMap(\.self) + unit.contents.warnings).joined(separator: "；")
    }

    private func status(_ name: String) -> ReportCell {
        .term(code: name, label: BatchWords.phrase(name).text(in: language), tone: name == "failed" ? .serious : .plain)
    }
}
