import Consistency
import FinalAccounts
import Platform
import Reporting

/// Findings of several documents with where they stand and whether they are settled.
///
/// Columns: `finding, document, file, unit, severity, rule, page, message, quote, stated, computed, difference, suggestion, state, who,
/// why, time`.
package struct FindingListTable: Sendable {
    private let entries: [DocumentFindings.Entry]
    private let language: Language

    package init(_ entries: [DocumentFindings.Entry], language: Language) {
        self.entries = entries
        self.language = language
    }

    /// The table.
    package var table: ReportTable {
        ReportTable(
            name: "findings", title: language.words("问题", "Findings"),
            columns: [
                ReportColumn("finding", title: language.words("编号", "finding"), kind: .label, audience: .programs),
                ReportColumn("document", title: language.words("文件编号", "document"), kind: .number, audience: .programs),
                ReportColumn("file", title: language.words("文件", "file")),
                ReportColumn("unit", title: language.words("单位", "body"), kind: .label, audience: .programs),
                ReportColumn("severity", title: language.words("级别", "severity"), kind: .label),
                ReportColumn("rule", title: language.words("规则", "rule"), kind: .label),
                ReportColumn("page", title: language.words("页", "page"), kind: .number),
                ReportColumn("message", title: language.words("问题", "what is wrong")),
                ReportColumn("quote", title: language.words("原文", "quote")),
                ReportColumn("stated", title: language.words("表述", "stated"), audience: .programs),
                ReportColumn("computed", title: language.words("应为", "computed"), audience: .programs),
                ReportColumn("difference", title: language.words("差额", "difference"), audience: .programs),
                ReportColumn("suggestion", title: language.words("建议", "what to do"), audience: .programs),
                ReportColumn("state", title: language.words("状态", "state"), kind: .label),
                ReportColumn("who", title: language.words("核实人", "who"), kind: .label),
                ReportColumn("why", title: language.words("理由", "why")),
                ReportColumn("time", title: language.words("时间", "time"), kind: .label, audience: .programs),
            ], rows: entries.map(cells))
    }

    private func cells(_ entry: DocumentFindings.Entry) -> [ReportCell] {
        let own = FindingTable([entry.finding], file: entry.document.fileName, language: language).table
        func cell(_ key: String) -> ReportCell {
            own.columns.firstIndex { $0.key == key }.flatMap { own.rows.first?[$0] } ?? .empty
        }
        let state: ReportCell =
            entry.isAccepted
            ? .term(code: "accepted", label: language.words("已核实", "accepted"), tone: .good)
            : .term(code: "open", label: language.words("待核实", "open"))
        return [
            .text(entry.id), .integer(Int(entry.document.id)), .text(entry.document.fileName),
            .text(entry.bodies.map(\.name).sorted().joined(separator: ";")), cell("severity"), cell("rule"),
            cell("page"), cell("message"), cell("quote"), cell("stated"), cell("computed"), cell("difference"),
            cell("suggestion"), state, .text(ifStated: entry.event?.who), .text(ifStated: entry.event?.why),
            .moment(entry.event?.time),
        ]
    }
}
