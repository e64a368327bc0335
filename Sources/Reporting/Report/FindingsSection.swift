import Consistency
import FinalAccounts
import Platform

/// Where documents do not agree with themselves: each finding with the words it is about and what to do.
struct FindingsSection {
    let report: UnitReport

    var section: ReportPage.Section? {
        guard !report.findings.isEmpty else { return nil }
        return ReportPage.Section(
            id: "findings", title: report.text(.findings), body: HTML.joined(report.findings.map(document)))
    }

    private func document(_ document: ReportFindings) -> HTML {
        let table = FindingTable(document.findings, file: document.file, language: report.language)
        let items = document.findings.map { finding -> HTML in "<li>\(text(finding))</li>\n" }
        let list: HTML = items.isEmpty ? .empty : "<ol class=\"questions\">\(items)</ol>\n"
        return "<p class=\"note\" dir=\"auto\">\(document.file) · \(table.summary)</p>\n\(list)"
    }

    /// The figure that is stated, the one that follows from the others, and how far they are apart.
    private func figures(of finding: Finding) -> HTML {
        let parts = [
            (Bilingual.stated, finding.stated), (.computed, finding.computed), (.difference, finding.difference),
        ]
        let cells = parts.compactMap { name, value -> HTML? in
            guard let value, !value.isEmpty else { return nil }
            return "<span>\(report.text(name)) <strong>\(value)</strong></span>"
        }
        return cells.isEmpty ? .empty : "<p class=\"facts\">\(cells)</p>\n"
    }

    private func text(_ finding: Finding) -> HTML {
        let tone = FindingTable.tone(finding.severity)
        let label = FindingTable.label(finding.severity).text(in: report.language)
        let title = FindingTable.title(of: finding, in: report.language)
        let place = finding.page.map { report.text(Bilingual.aside(report.text(Bilingual.page($0)))) } ?? ""
        let quote: HTML =
            finding.quote.isEmpty
            ? .empty : "<blockquote dir=\"auto\">\(finding.quote)<small>\(place)</small></blockquote>"
        return """
            <div><h3>\(title)</h3><div class="path">\(finding.rule)</div>
            <p><span class="tag \(tone.rawValue)">\(label)</span>\(finding.message)</p>
            \(figures(of: finding))\(quote)<p class="note">\(finding.suggestion)</p></div>
            """
    }
}
