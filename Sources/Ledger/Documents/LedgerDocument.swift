import FinalAccounts

/// A document as it is handed to the ledger: what identifies it and everything that was read from it.
///
/// ```swift
/// let document = LedgerDocument(
///     fileName: "qingling-2023.txt", contentHash: try ContentHash(ofFileAt: path),
///     unit: BudgetUnit("青菱街道办事处"), fiscalYear: FiscalYear(2023), lines: lines)
/// ```
public struct LedgerDocument: Hashable, Sendable {
    /// The name the document is known by, usually the last part of its path.
    public var fileName: String
    /// The digest of the file's bytes.
    public var contentHash: ContentHash
    /// The unit the whole document is about; `nil` where it speaks of many.
    public var unit: BudgetUnit?
    /// The year the whole document is about; `nil` where it speaks of many.
    public var fiscalYear: FiscalYear?
    /// Whether the document was published or generated. Lines carry their own origin.
    public var origin: Origin
    /// The account lines. Their `source.file` is taken to be the document.
    public var lines: [AccountLine]
    /// The stated figures.
    public var figures: [FigureRecord]
    /// The evaluation tables.
    public var evaluations: [EvaluationRecord]
    /// What could not be placed.
    public var diagnostics: [DiagnosticRecord]

    /// Creates a document; everything not given is empty.
    public init(
        fileName: String, contentHash: ContentHash, unit: BudgetUnit? = nil, fiscalYear: FiscalYear? = nil,
        origin: Origin = .published, lines: [AccountLine] = [], figures: [FigureRecord] = [],
        evaluations: [EvaluationRecord] = [], diagnostics: [DiagnosticRecord] = []
    ) {
        self.fileName = fileName
        self.contentHash = contentHash
        self.unit = unit
        self.fiscalYear = fiscalYear
        self.origin = origin
        self.lines = lines
        self.figures = figures
        self.evaluations = evaluations
        self.diagnostics = diagnostics
    }
}
