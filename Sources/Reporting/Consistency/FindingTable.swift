import Consistency
import FinalAccounts
import Platform

/// What does not fit in one document, as a table in the order given.
///
/// Columns: `file, severity, rule, page, message, stated, computed, difference, quote, suggestion`.
package struct FindingTable: Sendable {
    /// The document.
    package let file: String
    /// The findings, the gravest first.
    package let findings: [Finding]
    /// The language of headings; messages are in the language they were made in.
    package let language: Language

    /// Prepares a table.
    package init(_ findings: [Finding], file: String, language: Language) {
        self.findings = findings
        self.file = file
        self.language = language
    }

    /// The table.
    package var table: ReportTable {
        ReportTable(
            name: "findings", title: "\(file): \(summary)",
            columns: [
                ReportColumn("file", title: language.words("文件", "file"), audience: .programs),
                ReportColumn("severity", title: language.words("级别", "severity"), kind: .label),
                ReportColumn("rule", title: language.words("规则", "rule"), kind: .label),
                ReportColumn("page", title: language.words("页", "page"), kind: .number, dispensability: 1),
                ReportColumn("message", title: language.words("问题", "what is wrong")),
                ReportColumn("stated", title: language.words("表述", "stated"), audience: .programs),
                ReportColumn("computed", title: language.words("应为", "computed"), audience: .programs),
                ReportColumn("difference", title: language.words("差额", "difference"), audience: .programs),
                ReportColumn("quote", title: language.words("原文", "quote"), dispensability: 2),
                ReportColumn("suggestion", title: language.words("建议", "what to do"), dispensability: 3),
            ], rows: findings.map(cells))
    }

    /// How many findings of each severity there are, in words.
    package var summary: String {
        let counts = FindingSeverity.allCases.map { severity in
            (severity, findings.count { $0.severity == severity })
        }
        if findings.isEmpty { return language.words("未发现问题", "nothing found") }
        return counts.filter { $0.1 > 0 }.map { severity, count in
            language.words("\(label(severity))\(count)条", "\(count) \(label(severity))\(count == 1 ? "" : "s")")
        }.joined(separator: language.words("，", ", "))
    }

    private func cells(_ finding: Finding) -> [ReportCell] {
        [
            .text(file),
            .term(
                code: finding.severity.rawValue, label: label(finding.severity), tone: Self.tone(finding.severity)),
            .term(code: finding.rule, label: Self.title(of: finding, in: language)),
            finding.page.map { .integer($0) } ?? .empty, .text(finding.message),
            .text(ifStated: finding.stated), .text(ifStated: finding.computed), .text(ifStated: finding.difference),
            .text(finding.quote), .text(finding.suggestion),
        ]
    }

    /// What the rule of a finding is called.
    package static func title(of finding: Finding, in language: Language) -> String {
        RuleCatalogue.description(of: finding.rule)?.title(in: language) ?? finding.rule
    }

    /// How a severity is coloured.
    static func tone(_ severity: FindingSeverity) -> ReportCell.Tone {
        switch severity {
        case .error: .serious
        case .warning: .warning
        case .note: .plain
        }
    }

    /// What a severity is called.
    static func label(_ severity: FindingSeverity) -> Bilingual {
        switch severity {
        case .error: Bilingual("错误", "error")
        case .warning: Bilingual("警告", "warning")
        case .note: Bilingual("提示", "note")
        }
    }

    private func label(_ severity: FindingSeverity) -> String { Self.label(severity).text(in: language) }
}
