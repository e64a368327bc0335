import FinalAccounts
import Platform
import Variance

/// One row for every flag of a listing, with the figures it rests on.
///
/// Columns: `rank, unit, subject_code, subject_name, flag, expected, observed, difference, rate, surprise, p_value,
/// adjusted_p_value, severity, explanation`.
struct AnomalyFlagTable {
    let listing: AnomalyListing

    var table: ReportTable {
        ReportTable(
            name: "flags", title: listing.text(.flagSheet), columns: columns,
            rows: listing.anomalies.enumerated().flatMap { index, anomaly in
                anomaly.flags.map { cells($0, of: anomaly, rank: index + 1) }
            })
    }

    private var columns: [ReportColumn] {
        func column(_ key: String, _ title: Bilingual, _ kind: ReportColumn.Kind = .text) -> ReportColumn {
            ReportColumn(key, title: listing.text(title), kind: kind)
        }
        return [
            column("rank", .rank, .number), column("unit", .unit), column("subject_code", .subjectCode, .label),
            column("subject_name", .subject), column("flag", .flag), column("expected", .expectedAmount, .amount),
            column("observed", .observedAmount, .amount), column("difference", .difference, .amount),
            column("rate", .rateOfExpected, .number), column("surprise", .surprise, .number),
            column("p_value", .pValue, .number), column("adjusted_p_value", .adjustedPValue, .number),
            column("severity", .severity, .number), column("explanation", .note),
        ]
    }

    private func cells(_ flag: AnomalyFlag, of anomaly: Anomaly, rank: Int) -> [ReportCell] {
        [
            .integer(rank), .text(anomaly.unit.name), .text(ifStated: anomaly.subject.code),
            .text(listing.name(of: anomaly.subject)),
            .term(
                code: flag.kind.rawValue, label: listing.flagText.name(of: flag.kind),
                tone: ReportQuestion.tone(of: flag.kind)),
            .amount(ifStated: flag.expected), .amount(ifStated: flag.observed), .amount(ifStated: flag.difference),
            .percentage(ifStated: flag.rate), .number(flag.surprise, decimals: 2),
            flag.significance.map { .number($0.pValue, decimals: 4) } ?? .empty,
            flag.significance.map { .number($0.falseDiscoveryRate, decimals: 4) } ?? .empty,
            .number(flag.severity, decimals: 2), .text(listing.flagText.sentence(for: flag)),
        ]
    }
}
