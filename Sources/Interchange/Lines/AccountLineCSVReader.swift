import FinalAccounts
import Platform

/// Reads account lines from CSV, the exchange format of this project.
///
/// The header row names the columns, in any order, in English or Chinese:
/// `unit,fiscal_year,fund,subject_code,subject_name,initial_budget,adjusted_budget,actual,basic,project,reason`
/// and, optionally, `origin` (`published` or `synthetic`). Required are `fiscal_year` (年度), one of
/// `subject_code` (科目编码) and `subject_name` (科目名称), and one of `actual` (决算数) and the budgets. An empty
/// cell is "not stated"; `0` is zero; the word `unbudgeted` (未申请) as initial budget says that none was applied for.
/// A name may be a path of names joined with `/`, from the widest level down.
///
/// ```swift
/// let reader = AccountLineCSVReader(amountUnit: .wan)
/// let (lines, ignored) = try reader.read(utf8: text, file: "lines.csv")
/// ```
public struct AccountLineCSVReader: Hashable, Sendable, Codable {
    /// The unit of amounts whose column and caption state none. Another than yuan must not differ from a stated one.
    public var amountUnit: AmountUnit
    /// How the codes nest.
    public var scheme: SubjectScheme
    /// The last year that accounts can exist for; an actual of a later year is an error. `nil` for no such check.
    public var latestYear: FiscalYear?
    /// The body of all lines, where the file has no column for it.
    public var unit: BudgetUnit?
    /// Which columns hold what, for files whose header is not that of the interface.
    public var columns: AccountLineColumnMap?

    /// Creates a reader.
    public init(
        amountUnit: AmountUnit = .yuan, scheme: SubjectScheme = .china, latestYear: FiscalYear? = nil,
        unit: BudgetUnit? = nil, columns: AccountLineColumnMap? = nil
    ) {
        self.amountUnit = amountUnit
        self.scheme = scheme
        self.latestYear = latestYear
        self.unit = unit
        self.columns = columns
    }

    /// The lines of a file in its order, the header of every column that was left out, and what does not add up.
    public typealias Result = (lines: [AccountLine], ignored: [String], doubts: [Bilingual])

    /// Reads CSV.
    ///
    /// - Parameters:
    ///   - text: the file in UTF-8, with or without byte order mark.
    ///   - file: the name that appears in sources and errors.
    /// - Throws: ``ReadError`` with row (the header is row 1) and column.
    public func read(utf8 text: [UInt8], file: String) throws(ReadError) -> Result {
        try AccountLineCSVParser(reader: self, bytes: text, file: file).parse()
    }

    /// Whether the first row of a text names enough columns of the interface to be account lines.
    public static func recognizes(utf8 text: [UInt8], columns: AccountLineColumnMap? = nil) -> Bool {
        AccountLineCSVHeader(text, map: columns).missing == nil
    }
}
