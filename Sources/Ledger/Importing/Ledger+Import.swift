import FinalAccounts
import GRDB

extension Ledger {
    /// Stores a document as one transaction.
    ///
    /// - A document whose bytes and facts are in the ledger already changes nothing, whatever its name.
    /// - A document takes the place of every earlier one that has its file name or its bytes and speaks of a unit
    ///   and year it speaks of too. What is superseded stays as history and counts no more.
    /// - One that had been superseded and comes again counts again.
    ///
    /// - Parameters:
    ///   - document: what was read.
    ///   - run: the run this import belongs to, from ``beginRun(command:program:at:)``.
    /// - Throws: ``LedgerError``; the ledger is then as it was before.
    @discardableResult
    package func importDocument(_ document: LedgerDocument, run: Int64? = nil) throws(LedgerError) -> ImportOutcome {
        let plan = try DocumentPlan(document)
        return try write { try DocumentImport(plan: plan, run: run, database: $0).outcome() }
    }
}

/// One import inside its transaction.
struct DocumentImport {
    private let plan: DocumentPlan
    private let run: Int64?
    private let database: Database

    init(plan: DocumentPlan, run: Int64?, database: Database) {
        self.plan = plan
        self.run = run
        self.database = database
    }

    /// Stores the document, unless it is there.
    func outcome() throws -> ImportOutcome {
        let twins = try DocumentQuery(database).documents(
            where: "content_hash = ? AND facts_hash = ?",
            arguments: [plan.document.contentHash.blob, plan.factsHash.blob])
        if let current = twins.first(where: \.isCurrent) {
            return ImportOutcome(
                document: current, status: .unchanged, superseded: [], overlaps: try overlaps(of: current.id))
        }
        let earlier = try documentsInTheWay()
        let id = try twins.last.map { try reinstate($0) } ?? store()
        for document in earlier {
            try database.execute(
                sql: "UPDATE document SET superseded_by = ? WHERE id = ?", arguments: [id, document.id])
        }
        let status: ImportOutcome.Status = twins.isEmpty ? (earlier.isEmpty ? .imported : .replaced) : .reinstated
        guard let document = try DocumentQuery(database).document(id) else {
            throw DatabaseError(message: "document \(id) is gone inside its own transaction")
        }
        return ImportOutcome(
            document: document, status: status, superseded: earlier, overlaps: try overlaps(of: id))
    }

    // MARK: What the document takes the place of

    private func documentsInTheWay() throws -> [StoredDocument] {
        let coverage = plan.coverage
        return try DocumentQuery(database).documents(
            where: "(file_name = ? OR content_hash = ?) AND superseded_by IS NULL",
            arguments: [plan.document.fileName, plan.document.contentHash.blob]
        ).filter { earlier in
            let other = try self.coverage(of: earlier)
            return coverage.isEmpty && other.isEmpty || !coverage.isDisjoint(with: other)
        }
    }

    private func coverage(of document: StoredDocument) throws -> Set<Coverage> {
        let rows = try Row.fetchAll(
            database,
            sql: """
                SELECT DISTINCT unit.name, block.fiscal_year FROM block JOIN unit ON unit.id = block.unit_id
                WHERE block.document_id = ?
                """, arguments: [document.id])
        var pairs = Set(rows.map { Coverage(unit: BudgetUnit($0[0]), fiscalYear: FiscalYear($0[1])) })
        if let unit = document.unit, let year = document.fiscalYear {
            pairs.insert(Coverage(unit: unit, fiscalYear: year))
        }
        return pairs
    }

    private func overlaps(of document: Int64) throws -> [ImportOutcome.Overlap] {
        let rows = try Row.fetchAll(
            database,
            sql: """
                SELECT DISTINCT document.file_name, unit.name, own.fiscal_year, own.fund
                FROM block own
                JOIN block other ON other.unit_id = own.unit_id AND other.fiscal_year = own.fiscal_year
                    AND other.fund = own.fund AND other.document_id <> own.document_id
                JOIN document ON document.id = other.document_id AND document.superseded_by IS NULL
                JOIN unit ON unit.id = own.unit_id
                WHERE own.document_id = ?
                ORDER BY document.file_name, unit.name, own.fiscal_year, own.fund
                """, arguments: [document])
        return rows.compactMap { row in
            Fund(rawValue: row[3]).map {
                ImportOutcome.Overlap(
                    fileName: row[0], unit: BudgetUnit(row[1]), fiscalYear: FiscalYear(row[2]), fund: $0)
            }
        }
    }

    // MARK: Writing

    private func reinstate(_ document: StoredDocument) throws -> Int64 {
        try database.execute(
            sql: "UPDATE document SET superseded_by = NULL, file_name = ? WHERE id = ?",
            arguments: [plan.document.fileName, document.id])
        return document.id
    }

    private func store() throws -> Int64 {
        var interner = Interner(database)
        let document = plan.document
        try database.execute(
            sql: """
                INSERT INTO document (file_name, unit_id, fiscal_year, origin, content_hash, facts_hash, run_id)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                document.fileName, try document.unit.map { try interner.id(of: $0) }, document.fiscalYear?.number,
                document.origin.rawValue, document.contentHash.blob, plan.factsHash.blob, run,
            ])
        let id = database.lastInsertedRowID
        try storeLines(document: id, interner: &interner)
        try storeFigures(document: id)
        try storeEvaluations(document: id)
        try storeDiagnostics(document: id)
        return id
    }

    private func storeLines(document: Int64, interner: inout Interner) throws {
        let subjectIDs = try plan.subjects.map { try interner.id(of: $0) }
        var writer = try LineWriter(database)
        let insertBlock = try database.makeStatement(
            sql: """
                INSERT INTO block (document_id, unit_id, fiscal_year, fund, origin, first_line, line_count)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """)
        for block in plan.layout.blocks {
            try insertBlock.execute(arguments: [
                document, try interner.id(of: block.unit), block.fiscalYear.number, block.fund.rawValue,
                block.origin.rawValue, writer.upcomingID, block.positions.count,
            ])
            let blockID = database.lastInsertedRowID
            for position in block.positions {
                try writer.write(
                    LineRow(plan.document.lines[plan.layout.index(at: position)]), block: blockID,
                    subject: subjectIDs[Int(plan.subjectOrdinals[position])])
            }
        }
    }

    private func storeFigures(document: Int64) throws {
        for (position, figure) in plan.document.figures.enumerated() {
            try database.cachedStatement(
                sql: """
                    INSERT INTO figure (document_id, position, measure, qualifier, value, unit, page, quote)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                    """
            ).execute(arguments: [
                document, position, figure.measure, figure.qualifier, figure.value, figure.unit, figure.page,
                figure.quote,
            ])
        }
    }

    private func storeEvaluations(document: Int64) throws {
        for (position, evaluation) in plan.document.evaluations.enumerated() {
            try database.cachedStatement(
                sql: "INSERT INTO evaluation (document_id, position, name, content, page) VALUES (?, ?, ?, ?, ?)"
            ).execute(arguments: [document, position, evaluation.name, evaluation.content, evaluation.page])
        }
    }

    private func storeDiagnostics(document: Int64) throws {
        for (position, diagnostic) in plan.document.diagnostics.enumerated() {
            try database.cachedStatement(
                sql: "INSERT INTO diagnostic (document_id, position, page, quote, message) VALUES (?, ?, ?, ?, ?)"
            ).execute(arguments: [document, position, diagnostic.page, diagnostic.quote, diagnostic.message])
        }
    }
}
