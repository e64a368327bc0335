import FinalAccounts
import Interchange

/// What a reader may be told about the documents it is given.
public struct ReadOptions: Hashable, Sendable, Codable {
    /// When pages without text are given to character recognition.
    public enum Recognition: String, Hashable, Sendable, Codable, CaseIterable {
        /// Pages without text are recognized where tesseract is installed.
        case auto
        /// Every page is recognized from its picture, whatever text it has; an error where tesseract is missing.
        case always
        /// Never; a page without text becomes a diagnostic.
        case off
    }

    /// Bounds on what a document may cost.
    public var limits: ReadLimits
    /// The body, for documents that do not name one.
    public var unit: BudgetUnit?
    /// The year, for documents that do not name one.
    public var fiscalYear: FiscalYear?
    /// Whether scanned pages are recognized.
    public var recognition: Recognition

    /// The unit of the amounts in account lines (CSV) that do not say theirs.
    public var amountUnit: AmountUnit
    /// Which columns of a file of account lines hold what, where its header is not that of the interface.
    public var columns: AccountLineColumnMap?
    /// How many programs may read one PDF side by side: more than one where a single document is waited for.
    public var processes: Int
    /// Whether the text is kept with what was read of it, as a check needs it.
    public var keepsText: Bool

    /// Creates options.
    public init(
        limits: ReadLimits = ReadLimits(), unit: BudgetUnit? = nil, fiscalYear: FiscalYear? = nil,
        recognition: Recognition = .off, amountUnit: AmountUnit = .yuan,
        columns: AccountLineColumnMap? = nil, processes: Int = 1, keepsText: Bool = true
    ) {
        self.limits = limits
        self.unit = unit
        self.fiscalYear = fiscalYear
        self.recognition = recognition
        self.amountUnit = amountUnit
        self.columns = columns
        self.processes = processes
        self.keepsText = keepsText
    }
}
