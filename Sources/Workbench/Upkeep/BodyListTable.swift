import FinalAccounts
import Ledger
import Platform
import Reporting

/// The bodies of a ledger, each with the years it has figures for.
package struct BodyListTable: Sendable {
    /// A body and its years, ascending.
    package struct Entry: Hashable, Sendable {
        package let unit: BudgetUnit
        package let years: [FiscalYear]
        /// How many documents that count speak of it.
        package let documents: Int
    }

    /// The bodies, in order of name.
    package let entries: [Entry]
    private let language: Language

    /// Looks bodies up.
    ///
    /// - Parameter isWanted: whether a body is listed.
    /// - Throws: `LedgerError`.
    package init(ledger path: String, language: Language, where isWanted: (BudgetUnit) -> Bool = { _ in true }) throws {
        let ledger = try Ledger.open(at: path, readOnly: true)
        let holdings = try ledger.holdings()
        entries = try ledger.units().filter(isWanted).map { unit in
            let held = holdings[unit] ?? Holdings()
            return Entry(unit: unit, years: held.years.sorted(), documents: held.documents.count)
        }
        self.language = language
    }

    /// Columns: `unit, first_year, last_year, years, documents`.
    package var table: ReportTable {
        ReportTable(
            name: "bodies", title: language.words("单位", "bodies"),
            columns: [
                ReportColumn("unit", title: language.words("单位", "body"), kind: .label),
                ReportColumn("first_year", title: language.words("最早年度", "first year"), kind: .number),
                ReportColumn("last_year", title: language.words("最近年度", "last year"), kind: .number),
                ReportColumn("years", title: language.words("年数", "years"), kind: .number),
                ReportColumn("documents", title: language.words("文件数", "documents"), kind: .number),
            ],
            rows: entries.map { entry in
                [
                    .text(entry.unit.name), entry.years.first.map { .integer($0.number) } ?? .empty,
                    entry.years.last.map { .integer($0.number) } ?? .empty, .integer(entry.years.count),
                    .integer(entry.documents),
                ]
            })
    }
}
