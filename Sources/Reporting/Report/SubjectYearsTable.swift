import FinalAccounts

/// What is known of one subject, year by year, with the reasons given.
struct SubjectYearsTable {
    let report: UnitReport
    let series: SpendingSeries

    var table: ReportTable {
        let synthetic = series.observations.contains { $0.origin == .synthetic }
        return ReportTable(
            name: "years", title: report.name(of: series.subject),
            columns: [
                ReportColumn("fiscal_year", title: report.text(.year), kind: .label),
                ReportColumn("initial_budget", title: report.text(.initialBudget), kind: .amount),
                ReportColumn("actual", title: report.text(.actual), kind: .amount),
                ReportColumn("execution_rate", title: report.text(.executionRate), kind: .number),
                ReportColumn("reason", title: report.text(.reason)),
            ],
            rows: series.observations.filter { $0.year <= report.year }.map { one in
                let mark = one.origin == .synthetic ? "*" : ""
                return [
                    .text(one.year.description + mark), .budget(one.initialBudget, in: report.language),
                    .amount(ifStated: one.actual), .percentage(ifStated: one.executionRate),
                    .text(ifStated: one.reason),
                ]
            },
            notes: synthetic ? [report.text(.syntheticAsterisk)] : [])
    }
}
