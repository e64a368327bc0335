import FinalAccounts

/// Reads account lines from CSV, the exchange format of this project.
///
/// The header row names the columns, in any order, in English or Chinese:
/// `unit,fiscal_year,fund,subject_code,subject_name,initial_budget,adjusted_budget,actual,basic,project,reason`
/// and, optionally, `origin` (`published` or `synthetic`). Required are `fiscal_year` (年度), one of
/// `subject_code` (科目编码) and `subject_name` (科目名称), and one of `actual` (决算数) and the budgets. An empty
/// cell is "not stated"; `0` is zero; the word `unbudgeted` (未申请) as initial budget says that none was applied for.
/// Without a code, a name may be a path of names joined with `/`, from the widest level down.
///
/// ```swift
/// let reader = AccountLineCSVReader(amountUnit: .wan)
/// let (lines, warnings) = try reader.read(file: "lines.csv")
/// ```
public struct AccountLineCSVReader: Sendable {
    /// The unit of all amounts.
    public var amountUnit: AmountUnit
    /// How the codes nest.
    public var scheme: SubjectScheme
    /// The last year that accounts can exist for; an actual of a later year is an error. `nil` for no such check.
    public var latestYear: FiscalYear?
    /// The body of all lines, where the file has no column for it.
    public var unit: BudgetUnit?
    /// The largest file that is read, in bytes.
    public var byteLimit: Int

    /// Creates a reader.
    public init(
        amountUnit: AmountUnit = .yuan, scheme: SubjectScheme = .china, latestYear: FiscalYear? = nil,
        unit: BudgetUnit? = nil, byteLimit: Int = ReadLimits().fileBytes
    ) {
        self.amountUnit = amountUnit
        self.scheme = scheme
        self.latestYear = latestYear
        self.unit = unit
        self.byteLimit = byteLimit
    }

    /// The lines of a file in its order, and a diagnostic for every column that was left out.
    public typealias Result = (lines: [AccountLine], warnings: [Diagnostic])

    /// Reads a file.
    ///
    /// - Throws: ``ReadError`` with row (the header is row 1) and column.
    public func read(file: String) throws(ReadError) -> Result {
        try read(bytes: FileBytes.read(file, limit: byteLimit), file: file)
    }

    /// Reads CSV that is already in memory.
    ///
    /// - Parameters:
    ///   - bytes: the file, in UTF-8 with or without byte order mark, or in another encoding that is recognized.
    ///   - file: the name that appears in sources and errors.
    /// - Throws: ``ReadError`` with row (the header is row 1) and column.
    public func read(bytes: [UInt8], file: String) throws(ReadError) -> Result {
        let text = try TextDecoding.utf8(bytes, file: file, limit: byteLimit)
        let parser = AccountLineCSVParser(reader: self, bytes: text, file: file)
        return try parser.parse()
    }

    /// Whether the first row of some bytes names enough columns of the interface to be account lines.
    public static func recognizes(_ bytes: [UInt8]) -> Bool {
        guard let text = try? TextDecoding.utf8(Array(bytes.prefix(4096)), file: "", limit: 4096, isPrefix: true)
        else { return false }
        let header = AccountLineCSVHeader(text, file: "")
        return header.missing == nil
    }
}
