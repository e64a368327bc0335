import Foundation
import Ledger
import Platform

/// Stores documents and files of account lines in a ledger, one transaction each.
package struct LedgerImport: Sendable {
    /// Reads the files.
    package var loader: DocumentLoader
    /// The ledger's path; it is made when the first document is ready to be stored.
    package var ledger: String
    /// The command as it was given and the program with its version, for the ledger.
    package var command: String
    package var program: String
    /// What becomes of documents that contradict the ledger or look wrong.
    package var terms: ImportTerms
    /// Whether a document with diagnostics is refused.
    package var isStrict: Bool
    /// Tells the time, for the ledger.
    package var now: @Sendable () -> Date

    package init(
        _ loader: DocumentLoader, into ledger: String, command: String, program: String, isStrict: Bool = false,
        terms: ImportTerms = ImportTerms(), now: @escaping @Sendable () -> Date
    ) {
        self.loader = loader
        self.ledger = ledger
        self.command = command
        self.program = program
        self.isStrict = isStrict
        self.terms = terms
        self.now = now
    }

    /// Reads files side by side and stores them in their order; one that cannot be read does not stop the others.
    ///
    /// - Returns: what became of each.
    /// - Throws: `LedgerError` for a fault of the ledger itself.
    package func run(_ paths: [String], progress: (Progress) -> Void = { _ in }) async throws -> [ImportRow] {
        var rows: [ImportRow] = []
        var store = LazyLedger(path: ledger, command: command, program: program, now: now)
        try await OrderedWork().run(paths) { [loader] path in
            Result { try loader.load(path) }
        } take: { path, loaded in
            rows.append(try row(for: path, loaded, in: &store))
            progress(Progress(done: rows.count, total: paths.count, label: path))
        }
        try store.finish(failed: rows.count { $0.failure != nil })
        return rows
    }

    /// Reads one file and stores it, as ``run(_:progress:)`` does of many.
    ///
    /// - Throws: `LedgerError` for a fault of the ledger itself.
    package func runOne(_ path: String) throws -> ImportRow {
        var store = LazyLedger(path: ledger, command: command, program: program, now: now)
        let row = try row(for: path, Result { try loader.load(path) }, in: &store)
        try store.finish(failed: row.failure == nil ? 0 : 1)
        return row
    }

    /// Stores a document, or notes why it could not be read.
    private func row(
        for path: String, _ loaded: Result<LoadedDocument, any Error>, in store: inout LazyLedger
    ) throws -> ImportRow {
        do {
            let document = try loaded.get()
            try refuseDiagnosticsIfStrict(document)
            return ImportRow(path: path, document: document, outcome: try store.importDocument(document, terms: terms))
        } catch let failure as LedgerError where !failure.isOfDocument {
            throw failure
        } catch {
            return ImportRow(path: path, failure: error)
        }
    }

    private func refuseDiagnosticsIfStrict(_ document: LoadedDocument) throws(WorkbenchError) {
        let count = document.ledgerDocument.diagnostics.count
        guard isStrict, count > 0 else { return }
        throw WorkbenchError(
            .data,
            Bilingual(
                "\(document.ledgerDocument.fileName)：有 \(count) 条读取提示，严格读取时不予接受",
                "\(document.ledgerDocument.fileName): \(count) diagnostics, which strict reading does not allow"),
            .seeDiagnostics)
    }
}
