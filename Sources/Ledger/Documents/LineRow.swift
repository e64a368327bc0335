import FinalAccounts

/// The part of an account line that its own row holds; unit, year, fund and origin stand in the block, the subject in
/// its table, the file in the document.
struct LineRow {
    var unbudgeted: Bool
    var initialBudget: Int64?
    var adjustedBudget: Int64?
    var actual: Int64?
    var basic: Int64?
    var project: Int64?
    var reason: String?
    var page: Int64?
    var quote: String?

    @inline(__always)
    init(_ line: AccountLine) {
        unbudgeted = line.initialBudget == .unbudgeted
        initialBudget = line.initialBudget.amount?.minorUnits
        adjustedBudget = line.adjustedBudget?.minorUnits
        actual = line.actual?.minorUnits
        basic = line.basic?.minorUnits
        project = line.project?.minorUnits
        reason = line.reason
        page = line.source?.page.map(Int64.init)
        quote = line.source.flatMap { $0.quote.isEmpty ? nil : $0.quote }
    }

    /// Reads the row's columns, which stand together from `first` on.
    @inline(__always)
    init(_ row: RawStatement, from first: Int32) {
        unbudgeted = row.integer(first) != 0
        initialBudget = row.optionalInteger(first + 1)
        adjustedBudget = row.optionalInteger(first + 2)
        actual = row.optionalInteger(first + 3)
        basic = row.optionalInteger(first + 4)
        project = row.optionalInteger(first + 5)
        reason = row.optionalText(first + 6)
        page = row.optionalInteger(first + 7)
        quote = row.optionalText(first + 8)
    }

    /// The columns ``init(_:from:)`` reads, in its order.
    static let columns = "unbudgeted, initial_budget, adjusted_budget, actual, basic, project, reason, page, quote"

    /// The line the row stands for.
    @inline(__always)
    func line(in block: StoredBlock, subject: Subject) -> AccountLine {
        AccountLine(
            unit: block.unit, fiscalYear: block.fiscalYear, fund: block.fund, subject: subject,
            initialBudget: unbudgeted
                ? .unbudgeted : initialBudget.map { .stated(Amount(minorUnits: $0)) } ?? .notStated,
            adjustedBudget: adjustedBudget.map(Amount.init(minorUnits:)),
            actual: actual.map(Amount.init(minorUnits:)), basic: basic.map(Amount.init(minorUnits:)),
            project: project.map(Amount.init(minorUnits:)), reason: reason, origin: block.origin,
            source: SourceReference(file: block.fileName, page: page.map(Int.init), quote: quote ?? ""))
    }
}
