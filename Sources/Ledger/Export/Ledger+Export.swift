import FinalAccounts
import GRDB
import Interchange
import Platform

extension Ledger {
    /// Writes what counts in the ledger, piece by piece, in an order that does not depend on what was imported first.
    ///
    /// ```swift
    /// try ledger.export(.csv) { try standardOutput.write($0) }
    /// ```
    ///
    /// - Parameters:
    ///   - format: CSV of account lines, or JSON with everything.
    ///   - unit: the unit; `nil` for all.
    ///   - years: the years; `nil` for all.
    ///   - write: takes the next piece of UTF-8 text, about 64 KB.
    /// - Throws: ``LedgerError``, or what `write` throws.
    package func export(
        _ format: ExportFormat, of unit: BudgetUnit? = nil, years: ClosedRange<FiscalYear>? = nil,
        write: @escaping ([UInt8]) throws -> Void
    ) throws {
        do {
            try connection.read { database in
                let blocks = try BlockQuery(database, standing).currentBlocks(of: unit, years: years)
                var text = ByteText(write)
                switch format {
                case .csv: try CSVExport(database).write(blocks, to: &text)
                case .json: try JSONExport(database, standing).write(blocks, unit: unit, years: years, to: &text)
                }
                try text.flush()
            }
        } catch let error as DatabaseError {
            throw LedgerError(error, file: path)
        }
    }

    /// Writes what counts in the ledger into a file, which appears, or takes the place of an earlier one, when it is whole.
    ///
    /// - Parameters:
    ///   - format: CSV of account lines, or JSON with everything.
    ///   - file: where to.
    ///   - unit: the unit; `nil` for all.
    ///   - years: the years; `nil` for all.
    /// - Throws: ``LedgerError``.
    package func export(
        _ format: ExportFormat, to file: String, of unit: BudgetUnit? = nil, years: ClosedRange<FiscalYear>? = nil
    ) throws(LedgerError) {
        try FileSystem.checkLog(of: file)
        do {
            let stream = try AtomicFileStream(to: file)
            do {
                try export(format, of: unit, years: years) { try stream.write($0) }
            } catch {
                stream.discard()
                throw error
            }
            try stream.finish()
        } catch {
            throw LedgerError(error, file: path)
        }
    }
}
