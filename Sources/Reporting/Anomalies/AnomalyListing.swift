import FinalAccounts
import Platform
import Variance

/// The anomalies of one year as they are handed to a reader: the rows chosen, what was held against them, and wording.
///
/// ```swift
/// var listing = AnomalyListing(report, scheme: .china, language: .zhHans)
/// listing.forecasts = try ForecastRow.rows(forecasts)
/// try AnomalyWorkbook(listing).write(to: "anomalies.xlsx")
/// try AtomicFile.write(AnomalyPage(listing).html(chartScript: nil), to: "anomalies.html")
/// ```
package struct AnomalyListing: Sendable {
    /// The year under review, the thresholds, and how much was looked at.
    package let report: AnomalyReport
    /// The rows, in the order of the list.
    package var anomalies: [Anomaly]
    /// How many rows there were before any were left out.
    package var total: Int
    /// How codes nest, for the names of levels.
    package let scheme: SubjectScheme
    /// The language of headings and sentences.
    package let language: Language
    /// How money is written.
    package let amounts: AmountStyle
    /// What was forecast for the year before it began.
    package var forecasts: [ForecastRow] = []
    /// Where figures were read: the lines of the year, under the codes and names of their series.
    package var lines: [AccountLine] = []
    /// What else has to be said below the list.
    package var notes: [String] = []

    /// Prepares a listing of everything in a report; rows and the rest are set on the value.
    package init(_ report: AnomalyReport, scheme: SubjectScheme, language: Language, amounts: AmountStyle = .chinese) {
        self.report = report
        anomalies = report.anomalies
        total = report.anomalies.count
        self.scheme = scheme
        self.language = language
        self.amounts = amounts
    }

    /// The list as a table.
    ///
    /// - Parameter isBrief: whether a terminal gets the rows alone.
    package func table(isBrief: Bool = false) -> ReportTable {
        var table = AnomalyTable(anomalies, scheme: scheme, language: language, amounts: amounts, title: title)
        table.isBrief = isBrief
        return table.table.adding(notes: notes)
    }

    /// A phrase in the listing's language.
    func text(_ phrase: Bilingual) -> String { phrase.text(in: language) }

    /// The units that have rows.
    var units: [BudgetUnit] { Set(anomalies.map(\.unit)).sorted() }

    /// The heading.
    var title: String {
        let year = report.year.number
        guard let unit = units.first, units.count == 1 else { return text(Bilingual.anomaliesTitle(year: year)) }
        return text(Bilingual.anomaliesTitle(unit: BidirectionalText.isolated(unit.name), year: year))
    }

    /// The name of the profile the thresholds started from.
    var profileName: String {
        switch report.thresholds.profile {
        case .audit: text(.auditProfile)
        case .draft: text(.draftProfile)
        }
    }

    /// Writes tables.
    var renderer: TableRenderer { TableRenderer(language: language, amounts: amounts) }

    /// Writes flags.
    var flagText: FlagText {
        FlagText(language: language, unit: amounts.displayUnit, decimals: amounts.displayDecimals ?? 2)
    }

    /// A subject as people call it.
    func name(of subject: Subject) -> String { SubjectLabel(language: language).name(of: subject) }
}
