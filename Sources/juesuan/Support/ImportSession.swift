import Ledger
import Platform

/// Stores loaded documents one after the other and keeps what became of each.
struct ImportSession: OrderedConsumer {
    private(set) var rows: [ImportRow] = []
    private(set) var firstFailure: (any Error)?
    private var store: LazyLedger
    private let isStrict: Bool
    private var progress: ProgressBar

    init(store: LazyLedger, isStrict: Bool, progress: ProgressBar) {
        self.store = store
        self.isStrict = isStrict
        self.progress = progress
    }

    /// Stores a document, or notes why it could not be read; a fault of the ledger ends the session.
    mutating func consume(_ path: String, _ loaded: Result<LoadedDocument, any Error>) throws {
        do {
            let document = try loaded.get()
            try refuseDiagnosticsIfStrict(document)
            rows.append(ImportRow(path: path, document: document, outcome: try store.importDocument(document)))
        } catch let failure as LedgerError where failure.reason != .invalidData {
            throw failure
        } catch {
            firstFailure = firstFailure ?? error
            rows.append(ImportRow(path: path, failure: FailureReport.message(for: error)))
        }
        progress.show(done: rows.count, label: path)
    }

    /// Ends the session and notes its outcome in the ledger.
    func finish() throws {
        progress.finish()
        try store.finish(failed: rows.count { $0.failure != nil })
    }

    private func refuseDiagnosticsIfStrict(_ document: LoadedDocument) throws {
        let count = document.ledgerDocument.diagnostics.count
        guard isStrict, count > 0 else { return }
        throw CommandFailure(
            .data,
            "\(document.ledgerDocument.fileName): \(count) diagnostics, and --strict was given; 'juesuan read' shows them"
        )
    }
}
