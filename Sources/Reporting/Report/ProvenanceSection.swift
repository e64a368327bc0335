import FinalAccounts

/// Which documents the figures come from.
struct ProvenanceSection {
    let report: UnitReport

    var section: ReportPage.Section? {
        guard !report.sources.isEmpty else { return nil }
        let table = ReportSourceTable(sources: report.sources, language: report.language).table
        return ReportPage.Section(
            id: "provenance", title: report.text(.provenance),
            body: "<p class=\"note\">\(report.text(.provenanceHint))</p>\n\(report.tables.html(table))")
    }
}
