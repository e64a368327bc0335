import FinalAccounts
import Foundation
import Ledger

/// A ledger that is opened, or made, when the first document is ready to be stored.
///
/// A command that reads nothing therefore leaves nothing behind.
struct LazyLedger {
    private let path: String
    private let command: String
    private let program: String
    private let now: @Sendable () -> Date
    private var opened: (ledger: Ledger, run: Int64)?

    init(path: String, command: String, program: String, now: @escaping @Sendable () -> Date) {
        self.path = path
        self.command = command
        self.program = program
        self.now = now
    }

    /// Stores a document in a transaction of its own.
    mutating func importDocument(_ document: LoadedDocument, terms: ImportTerms) throws -> ImportOutcome {
        let (ledger, run) = try open()
        return try ledger.importDocument(document.ledgerDocument, run: run, terms: terms)
    }

    /// Notes the end of the run, where one was begun.
    func finish(failed: Int) throws {
        guard let opened else { return }
        try opened.ledger.finishRun(opened.run, outcome: failed == 0 ? "complete" : "\(failed) failed", at: now())
        try opened.ledger.close()
    }

    private mutating func open() throws -> (ledger: Ledger, run: Int64) {
        if let opened { return opened }
        let ledger = try Ledger.openOrCreate(at: path)
        let run = try ledger.beginRun(command: command, program: program, at: now())
        opened = (ledger, run)
        return (ledger, run)
    }
}
