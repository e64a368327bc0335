import FinalAccounts
import OfficialForm

/// Everything a reader found in one document.
///
/// ```swift
/// let disclosure = try DisclosureReader().read(file: "qingling-2023.txt")
/// disclosure.lines.count                                          // 46
/// disclosure.mentions(of: Measure(.yearExpenditure, .amount))     // every place that states it
/// ```
public struct Disclosure: Hashable, Sendable, Codable {
    /// The document's file name or path as it was given.
    public var file: String
    /// Whether these are accounts or a blank form.
    public var kind: DisclosureKind
    /// The body whose accounts these are; `nil` when the document does not say.
    public var unit: BudgetUnit?
    /// The year of the accounts; `nil` when the document does not say.
    public var fiscalYear: FiscalYear?
    /// The subject lines, in the document's order; those of the narrowest level it goes to.
    public var lines: [DisclosedLine]
    /// Every mention of every other measure, in the document's order.
    public var figures: [StatedFigure]
    /// Performance self-evaluations.
    public var evaluations: [Evaluation]
    /// The tables of the form, rebuilt.
    public var tables: [DisclosureTable]
    /// What is said of measures in words: reasons, purposes, lists of items, that there was none.
    public var remarks: [Remark] = []
    /// The terms that the document explains.
    public var glossary: [GlossaryTerm] = []
    /// The bodies whose accounts it takes in, as it lists them.
    public var bodies: [String] = []
    /// The tables that are none of the form's, as their cells stand: indicators, key work, lists.
    package var otherTables: [CellTable] = []
    /// The tables of the form as their cells stand, for those who hold cells against one another.
    package var formTables: [CellTable] = []
    /// Numbered headings, in order.
    public var headings: [Heading]
    /// What could not be placed or was placed with a doubt.
    public var diagnostics: [Diagnostic]
    /// The number of pages; `nil` where the form has none.
    public var pageCount: Int?
    /// The running text; empty where the form has none, as in CSV.
    public var text: DocumentText

    /// Creates a disclosure.
    public init(
        file: String, kind: DisclosureKind = .finalAccounts, unit: BudgetUnit? = nil, fiscalYear: FiscalYear? = nil,
        lines: [DisclosedLine] = [], figures: [StatedFigure] = [], evaluations: [Evaluation] = [],
        tables: [DisclosureTable] = [], headings: [Heading] = [], diagnostics: [Diagnostic] = [],
        pageCount: Int? = nil, text: DocumentText = DocumentText()
    ) {
        self.file = file
        self.kind = kind
        self.unit = unit
        self.fiscalYear = fiscalYear
        self.lines = lines
        self.figures = figures
        self.evaluations = evaluations
        self.tables = tables
        self.headings = headings
        self.diagnostics = diagnostics
        self.pageCount = pageCount
        self.text = text
    }

    /// Every place that states a measure, in the document's order.
    public func mentions(of measure: Measure) -> [StatedFigure] {
        figures.filter { $0.measure == measure }
    }

    /// The lines as the ledger takes them.
    public var accountLines: [AccountLine] { lines.map(\.line) }

    /// How many figures were placed: amounts and rates of lines, mentions, table cells and evaluations.
    public var placedCount: Int {
        let inLines = lines.reduce(0) { sum, line in
            let amounts = [
                line.statedInitialBudget, line.statedAdjustedBudget, line.statedActual, line.statedChange,
                line.statedPreviousActual,
            ]
            let rates = [line.statedRate, line.statedChangeRate]
            return sum + amounts.count { $0 != nil } + rates.count { $0 != nil }
        }
        let inTables = tables.reduce(0) { sum, table in
            sum + table.rows.reduce(0) { $0 + $1.cells.count { $0.amount != nil } }
        }
        return inLines + figures.count + inTables + evaluations.reduce(0) { $0 + $1.indicators.count }
    }

    /// How many figures were left as diagnostics.
    public var unplacedCount: Int {
        diagnostics.count { $0.kind == .unplacedFigure || $0.kind == .formulaWithoutValue }
    }
}
