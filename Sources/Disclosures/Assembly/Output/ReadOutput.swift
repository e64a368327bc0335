import FinalAccounts

/// The JSON that `read` prints: every document with its lines, figures, evaluations and diagnostics.
///
/// Amounts are decimal strings in yuan. Encode it with sorted keys, so that the same input gives the
/// same bytes.
///
/// ```swift
/// let encoder = JSONEncoder()
/// encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
/// let json = try encoder.encode(ReadOutput([disclosure]))
/// ```
public struct ReadOutput: Encodable, Sendable {
    /// The documents, in the order they were read.
    public var documents: [DocumentOutput]

    /// Creates the output for some documents.
    public init(_ disclosures: [Disclosure]) {
        documents = disclosures.map(DocumentOutput.init)
    }
}

/// One document of the output of `read`.
public struct DocumentOutput: Encodable, Sendable {
    /// The file as it was given.
    public var file: String
    /// Whether these are accounts or a blank form.
    public var kind: DisclosureKind
    /// The body.
    public var unit: String?
    /// The year of the accounts.
    public var fiscalYear: Int?
    /// The subject lines.
    public var lines: [LineOutput]
    /// The stated figures.
    public var figures: [FigureOutput]
    /// The self-evaluations.
    public var evaluations: [EvaluationOutput]
    /// The tables of the form.
    public var tables: [TableOutput]
    /// What could not be placed.
    public var diagnostics: [DiagnosticOutput]
    /// How many figures were placed.
    public var placed: Int
    /// How many were left as diagnostics.
    public var unplaced: Int

    /// Creates the output for one document.
    public init(_ disclosure: Disclosure) {
        file = disclosure.file
        kind = disclosure.kind
        unit = disclosure.unit?.name
        fiscalYear = disclosure.fiscalYear?.number
        lines = disclosure.lines.map(LineOutput.init)
        figures = disclosure.figures.map(FigureOutput.init)
        evaluations = disclosure.evaluations.map(EvaluationOutput.init)
        tables = disclosure.tables.map(TableOutput.init)
        diagnostics = disclosure.diagnostics.map(DiagnosticOutput.init)
        placed = disclosure.placedCount
        unplaced = disclosure.unplacedCount
    }
}
