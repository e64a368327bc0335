import GRDB
import Platform

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension Ledger {
    /// Takes a document out of the ledger: its figures count no more, and what it had replaced counts again.
    ///
    /// Nothing is deleted; ``reinstate(document:who:why:run:)`` puts it back.
    ///
    /// - Parameters:
    ///   - document: its number.
    ///   - who: who does it.
    ///   - why: why.
    ///   - run: the run it belongs to, which says when.
    /// - Returns: the event with what changed by it; `nil` where the document was out already.
    /// - Throws: ``LedgerError`` of kind `invalidData` for a number that no document has.
    @discardableResult
    package func remove(
        document: Int64, who: String, why: String, run: Int64? = nil
    ) throws(LedgerError) -> LedgerEvent? {
        try change(document, .removed, who: who, why: why, run: run)
    }

    /// Puts a document back: after a removal all is as it was before; an edition that another had replaced takes its
    /// place again.
    ///
    /// - Returns: the event with what changed by it; `nil` where the document counts.
    /// - Throws: ``LedgerError`` of kind `invalidData` for a number that no document has.
    @discardableResult
    package func reinstate(
        document: Int64, who: String, why: String, run: Int64? = nil
    ) throws(LedgerError) -> LedgerEvent? {
        try change(document, .reinstated, who: who, why: why, run: run)
    }

    private func change(
        _ number: Int64, _ action: LedgerEvent.Action, who: String, why: String, run: Int64?
    ) throws(LedgerError) -> LedgerEvent? {
        let event: Int64? = try write { database in
            guard let document = try DocumentQuery(database).document(number) else {
                throw LedgerError(
                    .invalidData, file: path, place: Bilingual("文件 \(number)", "document \(number)"),
                    problem: Bilingual("没有该文件", "there is no such document"),
                    remedy: Bilingual(
                        "“juesuan ledger list --all”可列出编号", "'juesuan ledger list --all' shows the numbers"))
            }
            if action == .removed ? document.isRemoved : document.isCurrent && !document.isRemoved { return nil }
            return try DocumentChange(document, database: database).apply(action, who: who, why: why, run: run)
        }
        guard let event else { return nil }
        return try read { try EventQuery($0).event(event, withChanges: true) }
    }
}

/// A document that is taken out or put back.
private struct DocumentChange {
    let document: StoredDocument
    let database: Database

    init(_ document: StoredDocument, database: Database) {
        self.document = document
        self.database = database
    }

    func apply(_ action: LedgerEvent.Action, who: String, why: String, run: Int64?) throws -> Int64 {
        let event = try EventTable.note(
            action, of: document.id, who: who, at: EventTable.time(of: run, in: database), why: why, run: run,
            in: database)
        let coverage = try DocumentQuery(database).coverage(of: document)
        try database.execute(
            sql: "UPDATE document SET removed = ? WHERE id = ?", arguments: [action == .removed, document.id])
        if action == .reinstated, !document.isRemoved {
            // Another edition had taken its place and gives it back.
            let replacements = Replacements(database)
            for key in coverage {
                let others = try replacements.documents(of: document.kind, for: key).filter(\.isCurrent)
                try replacements.note(others.map(\.id), by: document.id, for: key)
            }
        }
        try StandingUpdate(database, event: event).run(coverage)
        // A document that speaks of no body's year has no key by which it is found.
        if coverage.isEmpty {
            try database.execute(
                sql: "UPDATE document SET counts = ? WHERE id = ?", arguments: [action == .reinstated, document.id])
            try database.execute(
                sql: "INSERT INTO document_standing VALUES (?, ?, ?)",
                arguments: [document.id, event, action == .reinstated])
        }
        try EventChain(database).add(event)
        return event
    }
}
