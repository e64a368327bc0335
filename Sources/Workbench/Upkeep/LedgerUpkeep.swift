import FinalAccounts
import Ledger
import Platform
import Reporting

/// Looks after a ledger: verifies, backs up, restores, exports.
package struct LedgerUpkeep: Sendable {
    /// The ledger's path.
    package var ledger: String

    package init(_ ledger: String) {
        self.ledger = ledger
    }

    /// Whether the ledger still is what was written.
    ///
    /// - Throws: `LedgerError`.
    package func verify() throws(LedgerError) -> Verification {
        try opened().verify()
    }

    /// Opening for writing brings an older schema up to date, which is why errors of others send people here.
    private func opened() throws(LedgerError) -> Ledger {
        do {
            return try Ledger.open(at: ledger)
        } catch  where error.kind == .cannotCreate {
            return try Ledger.open(at: ledger, readOnly: true)
        }
    }

    /// Copies one state of the ledger while others write.
    ///
    /// - Parameters:
    ///   - isReplacing: whether a ledger that has the copy's name is replaced.
    ///   - generations: how many backups there are to be, the earlier ones under numbers.
    /// - Throws: `LedgerError`.
    package func backUp(to destination: String, replacing isReplacing: Bool, generations: Int = 1) throws {
        try Ledger.open(at: ledger, readOnly: true).backup(
            to: destination, replacing: isReplacing, generations: generations)
    }

    /// Tests a backup as restoring it would, and changes nothing.
    ///
    /// - Throws: `LedgerError` where it is not sound.
    package static func checkBackup(_ backup: String) throws -> (Verification, hasDigest: Bool) {
        try Ledger.checkBackup(backup)
    }

    /// Puts a backup in the ledger's place after verifying it.
    ///
    /// - Parameter isReplacing: whether a ledger that is there is overwritten.
    /// - Throws: `LedgerError`.
    package func restore(_ backup: String, replacing isReplacing: Bool) throws -> Verification {
        try Ledger.restore(backup, to: ledger, replacing: isReplacing)
    }

    /// Writes what counts in the ledger.
    ///
    /// - Parameters:
    ///   - unit: the one body that is wanted; `nil` for all.
    ///   - years: the years that are wanted; `nil` for all.
    ///   - path: the file; `nil` to have every piece handed to `write`.
    /// - Throws: ``WorkbenchError`` for a body the ledger has nothing of; `LedgerError`.
    package func export(
        _ format: ExportFormat, of unit: BudgetUnit?, years: ClosedRange<FiscalYear>?, to path: String?,
        write: @escaping (String) throws -> Void
    ) throws {
        let store = try opened(for: unit)
        if let path {
            try store.export(format, to: path, of: unit, years: years)
        } else {
            try store.export(format, of: unit, years: years) { bytes in
                try write(String(decoding: bytes, as: UTF8.self))
            }
        }
    }

    /// The account lines that count as a table for people.
    ///
    /// - Parameters:
    ///   - unit: the one body that is wanted; `nil` for all.
    ///   - years: the years that are wanted; `nil` for all.
    /// - Throws: ``WorkbenchError`` for a body the ledger has nothing of; `LedgerError`.
    package func table(
        of unit: BudgetUnit?, years: ClosedRange<FiscalYear>?, language: Language
    ) throws -> ReportTable {
        try AccountLineTable(opened(for: unit).lines(of: unit, years: years), language: language).table
    }

    private func opened(for unit: BudgetUnit?) throws -> Ledger {
        let store = try Ledger.open(at: ledger, readOnly: true)
        if let unit, try !store.units().contains(unit) {
            throw WorkbenchError(
                .data, Bilingual("\(ledger)：没有“\(unit.name)”的数据", "\(ledger): nothing of '\(unit.name)'"),
                advice: Bilingual("请导出全部单位查看有哪些", "export all bodies to see which there are"))
        }
        return store
    }
}
