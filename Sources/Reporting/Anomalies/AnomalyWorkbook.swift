import FinalAccounts
import Platform
import Variance

/// A list of anomalies as a workbook: the list, a sheet of flags with their figures, the years, the thresholds.
///
/// Heads stay in view and can be filtered by; amounts, rates and p-values are numbers.
package struct AnomalyWorkbook: Sendable {
    /// What is written.
    package let listing: AnomalyListing

    /// Prepares a workbook.
    package init(_ listing: AnomalyListing) {
        self.listing = listing
    }

    /// Writes the workbook, whole or not at all.
    ///
    /// - Throws: ``OutputError`` when it cannot be written.
    package func write(to path: String) throws(OutputError) {
        try SpreadsheetFile.write(spreadsheet, to: path)
    }

    var spreadsheet: Spreadsheet {
        let sheets = TableSheet(renderer: listing.renderer)
        var list = sheets.sheet(named: listing.text(.anomaliesSheet), [listing.table()])
        // Rank, code and name stay in view beside the long sentences.
        list.frozenColumns = 3
        list.isWide = true
        var flags = sheets.sheet(named: listing.text(.flagSheet), [AnomalyFlagTable(listing: listing).table])
        flags.isWide = true
        var thresholds = sheets.sheet(
            named: listing.text(.thresholds), [ThresholdTable(listing: listing).table])
        thresholds.isFiltered = false
        return Spreadsheet(
            title: listing.title, year: listing.report.year.number,
            sheets: [
                list, flags, sheets.sheet(named: listing.text(.yearSheet), [AnomalyYearsTable(listing: listing).table]),
                thresholds,
            ])
    }
}
