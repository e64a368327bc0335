/// The forms a ledger is exported in.
package enum ExportFormat: String, Hashable, Sendable, CaseIterable {
    /// Account lines as CSV, amounts in yuan, in the layout that `juesuan import --amount-unit yuan` reads back.
    case csv
    /// Documents with their lines, figures, evaluations and diagnostics, named as in the output of
    /// `juesuan read`.
    case json
}
