import FinalAccounts

/// Where a batch finds documents, and how it is to read them.
public struct BatchSource: Hashable, Sendable {
    /// A file, a folder, or a pattern with `*`, `?`, `[…]`, `{…,…}` and `**`; relative to the job file.
    public var path: String
    /// The body, for documents that do not name one.
    public var bodyName: String?
    /// The year, for documents that do not name one.
    public var fiscalYear: FiscalYear?
    /// The unit of amounts in CSV files.
    public var amountUnit: AmountUnit
    /// Where the figures come from, if the file does not say.
    public var origin: Origin?
    /// The line of the job file that names the source.
    public var line: Int

    /// Creates a source.
    public init(
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
