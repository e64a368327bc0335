import FinalAccounts
import Ledger

/// Where a batch finds documents, and how it is to read them.
package struct BatchSource: Hashable, Sendable {
    /// A file, a folder, or a pattern with `*`, `?`, `[…]`, `{…,…}` and `**`; relative to the job file.
    package var path: String
    /// The body, for documents that do not name one.
    package var bodyName: String?
    /// The year, for documents that do not name one.
    package var fiscalYear: FiscalYear?
    /// The unit of amounts in CSV files.
    package var amountUnit: AmountUnit = .yuan
    /// Where the figures come from, if the file does not say.
    package var origin: Origin?
    /// What becomes of a document that contradicts the ledger; `nil` to refuse it.
    package var contradiction: ImportTerms.Decision?
    /// Whether figures that look wrong were looked at and are right.
    package var isConfirmed = false
    /// The line of the job file that names the source.
    package var line = 1
}
