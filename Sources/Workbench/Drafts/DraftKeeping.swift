import FinalAccounts
import Foundation
import Ledger
import Platform
import Reporting

/// Stores what people make of a draft workbook in the ledger.
package struct DraftKeeping: Sendable {
    /// The ledger's path.
    package var ledger: String
    /// The program and its version, which the first version, the one it suggested, is by.
    package var program: String

    package init(ledger: String, program: String) {
        self.ledger = ledger
        self.program = program
    }

    /// What came of storing a workbook.
    package struct Result: Sendable {
        /// The workbook.
        package let edited: EditedDraft
        /// The version before it and its own; the same twice when nothing was changed since.
        package let before: DraftVersion
        package let after: DraftVersion
        private let drafts: StoredDrafts

        fileprivate init(_ edited: EditedDraft, in drafts: StoredDrafts, before: DraftVersion, after: DraftVersion) {
            self.edited = edited
            self.drafts = drafts
            self.before = before
            self.after = after
        }

        /// Whether there is a new version.
        package var isNew: Bool { before.version != after.version }

        /// What the new version changed.
        package func comparison(language: Language) throws -> ReportTable {
            try drafts.comparison(before.version, after.version, scheme: edited.scheme, language: language)
        }
    }

    /// Stores a workbook as a new version.
    ///
    /// - Throws: `ReadError`; ``WorkbenchError`` where the ledger has nothing of the workbook's body.
    package func store(_ file: String, author: String, reason: String, at time: Date) throws -> Result {
        let edited = try EditedDraft(file: file)
        let store = try Ledger.open(at: ledger)
        guard try store.units().contains(edited.unit) else {
            throw WorkbenchError(
                .data,
                Bilingual(
                    "\(ledger)：没有“\(edited.unit.name)”的数据，而“\(file)”是它的草案",
                    "\(ledger): nothing of '\(edited.unit.name)', whose draft \(file) is"),
                advice: Bilingual("请给出该单位的账本", "name its ledger"))
        }
        let drafts = StoredDrafts(ledger: store, unit: edited.unit, year: edited.year)
        let (before, after) = try drafts.store(edited, author: author, reason: reason, program: program, at: time)
        return Result(edited, in: drafts, before: before, after: after)
    }

    /// The stored versions of a body's draft for a year.
    package func drafts(of unit: BudgetUnit, for year: FiscalYear) throws -> StoredDrafts {
        StoredDrafts(ledger: try Ledger.open(at: ledger, readOnly: true), unit: unit, year: year)
    }
}
