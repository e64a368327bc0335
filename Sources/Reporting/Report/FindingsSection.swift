/// Where the document does not agree with itself.
struct FindingsSection {
    let report: UnitReport

    var section: ReportPage.Section? {
        guard !report.findings.isEmpty else { return nil }
        return ReportPage.Section(
            id: "findings", title: report.text(.findings),
            body: HTML.joined(report.findings.map { report.tables.html($0) }))
    }
}
