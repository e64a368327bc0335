import FinalAccounts
import Platform

/// A document as it is handed to the ledger: what identifies it and everything that was read from it.
///
/// ```swift
/// let document = LedgerDocument(
///     fileName: "qingling-2023.txt", contentHash: try ContentHash(ofFileAt: path),
///     unit: BudgetUnit("青菱街道办事处"), fiscalYear: FiscalYear(2023), lines: lines)
/// ```
package struct LedgerDocument: Hashable, Sendable {
    /// The name the document is known by, usually the last part of its path.
    package var fileName: String
    /// The digest of the file's bytes.
    package var contentHash: ContentHash
    /// The unit the whole document is about; `nil` where it speaks of many.
    package var unit: BudgetUnit?
    /// The year the whole document is about; `nil` where it speaks of many.
    package var fiscalYear: FiscalYear?
    /// What the document is.
    package var kind: DocumentKind
    /// Whether the document says of itself that it corrects an earlier one.
    package var isCorrection: Bool
    /// Whether the document was published or generated. Lines carry their own origin.
    package var origin: Origin
    /// The account lines. Their `source.file` is taken to be the document.
    package var lines: [AccountLine]
    /// The stated figures.
    package var figures: [FigureRecord]
    /// The evaluation tables.
    package var evaluations: [EvaluationRecord]
    /// What could not be placed.
    package var diagnostics: [DiagnosticRecord]

    /// Creates a document; everything not given is empty.
    package init(
        fileName: String, contentHash: ContentHash, unit: BudgetUnit? = nil, fiscalYear: FiscalYear? = nil,
        kind: DocumentKind = .accounts, isCorrection: Bool = false, origin: Origin = .published,
        lines: [AccountLine] = [], figures: [FigureRecord] = [],
        evaluations: [EvaluationRecord] = [], diagnostics: [DiagnosticRecord] = []
    ) {
        self.fileName = fileName
        self.contentHash = contentHash
        self.unit = unit
        self.fiscalYear = fiscalYear
        self.kind = kind
        self.isCorrection = isCorrection
        self.origin = origin
        self.lines = lines
        self.figures = figures
        self.evaluations = evaluations
        self.diagnostics = diagnostics
    }
}
