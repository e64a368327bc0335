/// What a batch makes for every unit after its documents are in the ledger.
///
/// The raw value is the spelling in a job file.
package enum BatchStep: String, Hashable, Sendable, CaseIterable {
    /// Hold the documents against themselves and against last year's.
    case check
    /// The comparison with last year.
    case compare
    /// What does not fit, ranked.
    case anomalies
    /// Next year's spending by subject.
    case forecast
    /// The budget workbook.
    case draft
    /// The explanatory text.
    case narrate
    /// The report as one HTML file.
    case report
}
