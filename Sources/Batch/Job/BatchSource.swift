import FinalAccounts

/// Where a batch finds documents, and how it is to read them.
package struct BatchSource: Hashable, Sendable {
    /// A file, a folder, or a pattern with `*`, `?`, `[…]`, `{…,…}` and `**`; relative to the job file.
    package var path: String
    /// The body, for documents that do not name one.
    package var bodyName: String?
    /// The year, for documents that do not name one.
    package var fiscalYear: FiscalYear?
    /// The unit of amounts in CSV files.
    package var amountUnit: AmountUnit
    /// Where the figures come from, if the file does not say.
    package var origin: Origin?
    /// The line of the job file that names the source.
    package var line: Int

    /// Creates a source.
    package init(
        path: String, bodyName: String? = nil, fiscalYear: FiscalYear? = nil, amountUnit: AmountUnit = .yuan,
        origin: Origin? = nil, line: Int = 1
    ) {
        self.path = path
        self.bodyName = bodyName
        self.fiscalYear = fiscalYear
        self.amountUnit = amountUnit
        self.origin = origin
        self.line = line
    }
}
