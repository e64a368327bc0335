import FinalAccounts
import Variance

/// The thresholds a list was made with. Columns: `name, value, meaning`.
struct ThresholdTable {
    let listing: AnomalyListing

    var table: ReportTable {
        let own = listing.report.thresholds
        let profile: [ReportCell] = [.text("profile"), .text(own.profile.rawValue), .text(listing.profileName)]
        return ReportTable(
            name: "thresholds", title: listing.text(.thresholds),
            columns: [
                ReportColumn("name", title: listing.text(.threshold), kind: .label),
                ReportColumn("value", title: listing.text(.value), kind: .number),
                ReportColumn("meaning", title: listing.text(.meaning)),
            ],
            rows: [profile]
                + ThresholdKey.allCases.map { key in
                    [.text(key.rawValue), .text(key.text(in: own)), .text(key.meaning(in: listing.language))]
                })
    }
}
