import FinalAccounts
import GRDB

/// Reads block rows.
struct BlockQuery {
    private let database: Database
    private let standing: Standing

    init(_ database: Database, _ standing: Standing = .now) {
        self.database = database
        self.standing = standing
    }

    /// The blocks that meet a condition, in order of unit, year, fund, file name, content hash and origin: an order
    /// that does not depend on what was imported first.
    func blocks(where condition: String, arguments: StatementArguments = []) throws -> [StoredBlock] {
        try blocks(
            where: condition, arguments: arguments,
            order: "unit.body, block.fiscal_year, block.fund, document.file_name, document.content_hash, block.origin")
    }

    /// The blocks that count, of one unit or all and of some years or all.
    func currentBlocks(of unit: BudgetUnit?, years: ClosedRange<FiscalYear>?) throws -> [StoredBlock] {
        // A condition that holds for one body or for all would have SQLite look at every block for the one.
        let ofUnit = unit == nil ? "?1 IS NULL" : "block.unit_id IN (SELECT id FROM unit WHERE body = ?1)"
        return try blocks(
            where: "\(standing.blocks) AND \(ofUnit) AND block.fiscal_year BETWEEN ?2 AND ?3",
            arguments: [unit?.name, years?.lowerBound.number ?? 0, years?.upperBound.number ?? Int.max])
    }

    /// The blocks of a document as they were stored.
    func blocks(ofDocument document: Int64) throws -> [StoredBlock] {
        try blocks(where: "document.id = ?", arguments: [document], order: "block.first_line")
    }

    private func blocks(
        where condition: String, arguments: StatementArguments, order: String
    ) throws -> [StoredBlock] {
        let rows = try Row.fetchCursor(
            database,
            sql: """
                SELECT block.id, block.document_id, document.file_name, unit.body, block.fiscal_year, block.fund,
                       block.origin, block.first_line, block.line_count, unit.name, document.kind, block.fills
                FROM block
                JOIN document ON document.id = block.document_id
                JOIN unit ON unit.id = block.unit_id
                WHERE \(condition)
                ORDER BY \(order), block.id
                """, arguments: arguments)
        // One text for each name, shared by all its blocks.
        var names: [NameIdentity: String] = [:]
        func shared(_ name: String) -> String {
            names[NameIdentity(name: name)]
                ?? {
                    names[NameIdentity(name: name)] = name; return name
                }()
        }
        var blocks: [StoredBlock] = []
        while let row = try rows.next() {
            guard let fund = Fund(rawValue: row[5]), let origin = Origin(rawValue: row[6]),
                let kind = DocumentKind(rawValue: row[10])
            else {
                throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "block \(row[0] as Int64) is unreadable")
            }
            blocks.append(
                StoredBlock(
                    id: row[0], document: row[1], fileName: shared(row[2]), unit: BudgetUnit(shared(row[3])),
                    givenName: shared(row[9]), fiscalYear: FiscalYear(row[4]), fund: fund, origin: origin,
                    firstLine: row[7], lineCount: row[8], kind: kind, fills: row[11]))
        }
        return blocks
    }
}
