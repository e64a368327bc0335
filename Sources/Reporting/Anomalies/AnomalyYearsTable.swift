import FinalAccounts
import Platform
import Variance

/// The years of every subject of a listing, up to the year under review.
///
/// Columns: `rank, unit, subject_code, subject_name, fiscal_year, initial_budget, actual, execution_rate, change_rate,
/// reason, origin`.
struct AnomalyYearsTable {
    let listing: AnomalyListing

    var table: ReportTable {
        ReportTable(
            name: "years", title: listing.text(.yearSheet), columns: columns,
            rows: listing.anomalies.enumerated().flatMap { rank, anomaly in rows(of: anomaly, rank: rank + 1) })
    }

    /// The years of one subject, without the columns that name it.
    static func table(of anomaly: Anomaly, in listing: AnomalyListing) -> ReportTable {
        let own = AnomalyYearsTable(listing: listing)
        return ReportTable(
            name: "years", title: listing.name(of: anomaly.subject), columns: Array(own.columns.dropFirst(4)),
            rows: own.rows(of: anomaly, rank: 0).map { Array($0.dropFirst(4)) })
    }

    private var columns: [ReportColumn] {
        func column(_ key: String, _ title: Bilingual, _ kind: ReportColumn.Kind = .text) -> ReportColumn {
            ReportColumn(key, title: listing.text(title), kind: kind)
        }
        return [
            column("rank", .rank, .number), column("unit", .unit), column("subject_code", .subjectCode, .label),
            column("subject_name", .subject), column("fiscal_year", .year, .number),
            column("initial_budget", .initialBudget, .amount), column("actual", .actual, .amount),
            column("execution_rate", .executionRate, .number), column("change_rate", .changeOnYear, .number),
            column("reason", .reason), column("origin", .origin, .label),
        ]
    }

    private func rows(of anomaly: Anomaly, rank: Int) -> [[ReportCell]] {
        let years = anomaly.years
        return years.indices.map { index in
            let year = years[index]
            let earlier = index > 0 && years[index - 1].year.next == year.year ? years[index - 1].actual : nil
            return [
                .integer(rank), .text(anomaly.unit.name), .text(ifStated: anomaly.subject.code),
                .text(listing.name(of: anomaly.subject)), .integer(year.year.number),
                .budget(year.initialBudget, in: listing.language), .amount(ifStated: year.actual),
                .percentage(ifStated: year.executionRate), Self.change(from: earlier, to: year.actual),
                .text(ifStated: year.reason), .origin(year.origin, in: listing.language),
            ]
        }
    }

    private static func change(from earlier: Amount?, to actual: Amount?) -> ReportCell {
        guard let earlier, let actual, let change = try? actual.subtracting(earlier) else { return .empty }
        return .percentage(ifStated: StatedPercentage(of: change, in: earlier.magnitude))
    }
}

extension Anomaly {
    /// Every year up to the one under review, ascending.
    var years: [Observation] { earlier + (observation.map { [$0] } ?? []) }
}
