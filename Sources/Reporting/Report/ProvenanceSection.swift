import FinalAccounts

/// Which documents the figures come from.
struct ProvenanceSection {
    let report: UnitReport

    var section: ReportPage.Section? {
        guard !report.sources.isEmpty else { return nil }
        let table = ReportTable(
            name: "sources", title: report.text(.provenance),
            columns: [
                ReportColumn("file", title: report.text(.document)),
                ReportColumn("years", title: report.text(.year), kind: .label),
                ReportColumn("origin", title: report.text(.origin), kind: .label),
                ReportColumn("lines", title: report.text(.lines), kind: .number),
                ReportColumn("sha256", title: "SHA-256"),
            ],
            rows: report.sources.map { source in
                [
                    .text(source.file), .text(YearList.text(source.years)), .origin(source.origin, in: report.language),
                    .integer(source.lines), .text(ifStated: source.sha256),
                ]
            })
        return ReportPage.Section(
            id: "provenance", title: report.text(.provenance),
            body: "<p class=\"note\">\(report.text(.provenanceHint))</p>\n\(report.tables.html(table))")
    }
}
