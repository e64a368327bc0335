import FinalAccounts
import GRDB
import Platform

extension Ledger {
    /// The documents in the ledger, in order of unit, year, file name and content hash.
    ///
    /// - Parameter includingSuperseded: whether those that no longer count are listed too.
    /// - Throws: ``LedgerError``.
    package func documents(includingSuperseded: Bool = false) throws(LedgerError) -> [StoredDocument] {
        try read { database in
            let query = DocumentQuery(database, standing)
            return try includingSuperseded ? query.documents(where: standing.known) : query.current()
        }.inOrder
    }

    /// The documents that count and speak of a unit, in order of unit, year, file name and content hash.
    ///
    /// - Throws: ``LedgerError``.
    package func documents(of unit: BudgetUnit) throws(LedgerError) -> [StoredDocument] {
        try read { database in
            try DocumentQuery(database, standing).current(of: unit)
        }.inOrder
    }

    /// The document that counts and has these bytes; `nil` where there is none, so that it has to be read.
    ///
    /// A caller that reads with other options or a later reader has to import again; the import itself finds out
    /// whether anything differs.
    /// - Throws: ``LedgerError``.
    package func document(withContent hash: ContentHash) throws(LedgerError) -> StoredDocument? {
        try read { database in
            try DocumentQuery(database)
                .documents(where: "content_hash = ? AND document.counts", arguments: [hash.blob]).last
        }
    }

    /// How many account lines each document has, counting or not.
    /// - Throws: ``LedgerError``.
    package func lineCounts() throws(LedgerError) -> [Int64: Int] {
        try read { database in
            let rows = try Row.fetchAll(
                database, sql: "SELECT document_id, sum(line_count) FROM block GROUP BY document_id")
            return Dictionary(uniqueKeysWithValues: rows.map { ($0[0] as Int64, $0[1] as Int) })
        }
    }

    /// The first and the last year that the lines of each document are of.
    /// - Throws: ``LedgerError``.
    package func years() throws(LedgerError) -> [Int64: ClosedRange<FiscalYear>] {
        try read { database in
            let rows = try Row.fetchAll(
                database, sql: "SELECT document_id, min(fiscal_year), max(fiscal_year) FROM block GROUP BY document_id")
            return Dictionary(
                uniqueKeysWithValues: rows.map { ($0[0] as Int64, FiscalYear($0[1] as Int)...FiscalYear($0[2] as Int)) }
            )
        }
    }

    /// The bodies that the lines of each document are of.
    /// - Throws: ``LedgerError``.
    package func bodies() throws(LedgerError) -> [Int64: Set<BudgetUnit>] {
        try read { database in
            let rows = try Row.fetchAll(
                database,
                sql: "SELECT DISTINCT document_id, unit.body FROM block JOIN unit ON unit.id = block.unit_id")
            return Dictionary(grouping: rows) { $0[0] as Int64 }.mapValues {
                Set($0.map { BudgetUnit($0[1] as String) })
            }
        }
    }

    /// The stated figures of a document, in its order.
    /// - Throws: ``LedgerError``.
    package func figures(of document: StoredDocument) throws(LedgerError) -> [FigureRecord] {
        try read { try DocumentFacts.figures(of: document.id, in: $0) }
    }

    /// The evaluation tables of a document, in its order.
    /// - Throws: ``LedgerError``.
    package func evaluations(of document: StoredDocument) throws(LedgerError) -> [EvaluationRecord] {
        try read { try DocumentFacts.evaluations(of: document.id, in: $0) }
    }

    /// What could not be placed in a document, in its order.
    /// - Throws: ``LedgerError``.
    package func diagnostics(of document: StoredDocument) throws(LedgerError) -> [DiagnosticRecord] {
        try read { try DocumentFacts.diagnostics(of: document.id, in: $0) }
    }

    /// The account lines of one document, superseded or not, in order of unit, year and fund and then its own.
    /// - Throws: ``LedgerError``.
    package func lines(of document: StoredDocument) throws(LedgerError) -> [AccountLine] {
        try read { database in
            let blocks = try BlockQuery(database).blocks(where: "document.id = ?", arguments: [document.id])
            var lines: [AccountLine] = []
            var reader = try LineReader(database)
            for block in blocks { try reader.append(block, to: &lines) }
            return lines
        }
    }
}

extension [StoredDocument] {
    /// The documents in order of unit, year, file name and content: an order that does not depend on what was imported
    /// first, except among versions of one document.
    var inOrder: [StoredDocument] {
        sorted { left, right in
            (left.unit?.name ?? "", left.fiscalYear?.number ?? 0, left.fileName, left.contentHash.description, left.id)
                < (
                    right.unit?.name ?? "", right.fiscalYear?.number ?? 0, right.fileName,
                    right.contentHash.description, right.id
                )
        }
    }
}
