import FinalAccounts
import GRDB

/// Writes a document's rows.
struct DocumentWriter {
    let plan: DocumentPlan
    let run: Int64?
    let database: Database
    /// The bodies and years whose figures only stand where no other document states one.
    let filling: Set<Coverage>

    /// Writes the document; it counts until something else is decided.
    ///
    /// - Returns: its row id.
    func store() throws -> Int64 {
        var interner = Interner(database)
        let document = plan.document
        try database.execute(
            sql: """
                INSERT INTO document (file_name, unit_id, fiscal_year, origin, content_hash, facts_hash, run_id, kind)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                document.fileName, try document.unit.map { try interner.id(of: $0) }, document.fiscalYear?.number,
                document.origin.rawValue, document.contentHash.blob, plan.factsHash.blob, run, document.kind.rawValue,
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
                INSERT INTO block (document_id, unit_id, fiscal_year, fund, origin, first_line, line_count, fills)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """)
        for block in plan.layout.blocks {
            try insertBlock.execute(arguments: [
                document, try interner.id(of: block.unit), block.fiscalYear.number, block.fund.rawValue,
                block.origin.rawValue, writer.upcomingID, block.positions.count,
                filling.contains(Coverage(unit: block.unit, fiscalYear: block.fiscalYear)),
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
