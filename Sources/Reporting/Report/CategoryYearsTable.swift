import FinalAccounts

/// Actuals of the categories by year with the forecast and its range: the figures behind the drawings.
struct CategoryYearsTable {
    let report: UnitReport
    let categories: [SpendingSeries]
    let years: [FiscalYear]

    var table: ReportTable {
        let past = years.filter { $0 <= report.year }
        let ahead = years.filter { $0 > report.year }
        let synthetic = Set(report.syntheticYears)
        var columns = [ReportColumn("subject_name", title: report.text(.subject))]
        columns += past.map { year in
            let mark = synthetic.contains(year) ? "*" : ""
            return ReportColumn("actual_\(year.number)", title: year.description + mark, kind: .number)
        }
        for year in ahead {
            columns.append(
                ReportColumn(
                    "forecast_\(year.number)", title: year.description + report.text(.forecastMark), kind: .number))
            columns.append(ReportColumn("range_\(year.number)", title: report.text(.range80), kind: .number))
        }
        let rows = (categories + [report.total].compactMap { $0 }).map { series in
            [ReportCell.text(report.name(of: series.subject))]
                + past.map { .amount(ifStated: series.actual(in: $0)) } + ahead.flatMap { forecast(series, in: $0) }
        }
        let notes = synthetic.isEmpty ? [] : [report.text(.syntheticAsterisk)]
        return ReportTable(
            name: "categories", title: report.text(.historyCategories), columns: columns, rows: rows, notes: notes)
    }

    private func forecast(_ series: SpendingSeries, in year: FiscalYear) -> [ReportCell] {
        guard let row = report.forecasts(of: series.subject.key).first(where: { $0.targetYear == year }) else {
            return [.empty, .empty]
        }
        return [.amount(row.forecast), .text(ifStated: report.range80Text(row))]
    }
}
