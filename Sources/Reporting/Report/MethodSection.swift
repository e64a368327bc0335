import FinalAccounts

/// How the forecast was made, how far it was off in the past, and every subject's forecast.
struct MethodSection {
    let report: UnitReport

    var section: ReportPage.Section? {
        guard !report.forecasts.isEmpty || !report.accuracy.isEmpty else { return nil }
        let accuracy = report.accuracy.map { report.tables.html($0, showsTitle: true) }
        let models = Dictionary(grouping: report.nextForecasts.values, by: \.model).mapValues(\.count)
        let rows = models.sorted { ($1.value, $0.key.rawValue) < ($0.value, $1.key.rawValue) }.map {
            model, count -> [ReportCell] in
            [.text(ModelLabel(language: report.language).text(model)), .integer(count)]
        }
        let table = ReportTable(
            name: "models", title: report.text(.modelsUsed),
            columns: [
                ReportColumn("model", title: report.text(.model)),
                ReportColumn("subjects", title: report.text(.subjectsWithModel), kind: .number),
            ], rows: rows)
        return ReportPage.Section(
            id: "method", title: report.text(.method),
            body: "<p>\(report.text(.methodText))</p>\n\(report.tables.html(table))\(accuracy)")
    }
}
