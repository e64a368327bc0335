import FinalAccounts
import GRDB

extension Ledger {
    /// The account lines that count, in order of unit, year and fund and then as their document has them.
    ///
    /// Where several documents speak of one body, year and fund, their facts are joined field by field: a line stands once,
    /// with what any of them states of it.
    ///
    /// The order is the same whatever was imported first. Every line's `source` names its document.
    ///
    /// ```swift
    /// let lines = try ledger.lines(of: unit, years: FiscalYear(2019)...FiscalYear(2023))
    /// ```
    ///
    /// - Parameters:
    ///   - unit: the unit; `nil` for all.
    ///   - years: the years; `nil` for all.
    /// - Throws: ``LedgerError``.
    package func lines(
        of unit: BudgetUnit? = nil, years: ClosedRange<FiscalYear>? = nil
    ) throws(LedgerError) -> [AccountLine] {
        try read { database in
            let blocks = try BlockQuery(database, standing).currentBlocks(of: unit, years: years)
            var lines: [AccountLine] = []
            lines.reserveCapacity(blocks.reduce(0) { $0 + Int($1.lineCount) })
            var reader = try CurrentLines(database)
            try reader.forEachPart(of: blocks) { lines += $0 }
            return lines
        }
    }

    /// Which blocks of lines count for each body: where they are the same, so are its lines.
    /// - Throws: ``LedgerError``.
    package func blockMarks() throws(LedgerError) -> [BudgetUnit: [Int64]] {
        try read { database in
            let blocks = try BlockQuery(database, standing).currentBlocks(of: nil, years: nil)
            // One that only fills gaps gives other lines than one that stands by itself.
            return Dictionary(grouping: blocks, by: \.unit).mapValues { $0.map { $0.fills ? -$0.id : $0.id }.sorted() }
        }
    }

    /// The units that have lines or documents that count, in order of name.
    /// - Throws: ``LedgerError``.
    package func units() throws(LedgerError) -> [BudgetUnit] {
        try read { database in
            try String.fetchAll(
                database,
                sql: """
                    SELECT DISTINCT body FROM unit WHERE id IN (
                        SELECT block.unit_id FROM block JOIN document ON document.id = block.document_id
                        WHERE \(standing.blocks)
                        UNION SELECT unit_id FROM document WHERE \(standing.documents))
                    ORDER BY body
                    """
            ).map { BudgetUnit($0) }
        }
    }

    /// The years and the documents of every unit that has lines or documents that count, found at once: asking for one unit
    /// after the other takes a second for each hundred of them.
    /// - Throws: ``LedgerError``.
    package func holdings() throws(LedgerError) -> [BudgetUnit: Holdings] {
        let rows = try read { database in
            try Row.fetchAll(
                database,
                sql: """
                    SELECT unit.body AS body, block.fiscal_year AS year, block.document_id AS document FROM block
                    JOIN document ON document.id = block.document_id JOIN unit ON unit.id = block.unit_id
                    WHERE \(standing.blocks)
                    UNION SELECT unit.body, fiscal_year, document.id FROM document JOIN unit ON unit.id = document.unit_id
                    WHERE \(standing.documents)
                    UNION SELECT unit.body, NULL, document.id FROM block
                    JOIN document ON document.id = block.document_id JOIN unit ON unit.id = block.unit_id
                    WHERE \(standing.documents)
                    """)
        }
        var found: [BudgetUnit: Holdings] = [:]
        for row in rows {
            let unit = BudgetUnit(row[0])
            if let year: Int = row[1] { found[unit, default: Holdings()].years.insert(FiscalYear(year)) }
            found[unit, default: Holdings()].documents.insert(row[2])
        }
        return found
    }

    /// The years a unit, or any unit, has lines or documents for, ascending.
    /// - Throws: ``LedgerError``.
    package func years(of unit: BudgetUnit? = nil) throws(LedgerError) -> [FiscalYear] {
        try read { database in
            try Int.fetchAll(
                database,
                sql: """
                    SELECT block.fiscal_year AS year FROM block JOIN document ON document.id = block.document_id
                    WHERE \(standing.blocks)
                        AND (?1 IS NULL OR block.unit_id IN (SELECT id FROM unit WHERE body = ?1))
                    UNION SELECT fiscal_year FROM document
                    WHERE \(standing.documents) AND fiscal_year IS NOT NULL
                        AND (?1 IS NULL OR unit_id IN (SELECT id FROM unit WHERE body = ?1))
                    ORDER BY year
                    """, arguments: [unit?.name]
            ).map { FiscalYear($0) }
        }
    }
}

/// What the ledger has of a unit.
package struct Holdings: Hashable, Sendable {
    /// The years it has lines or documents for.
    package var years: Set<FiscalYear> = []
    /// The documents that count and speak of it.
    package var documents: Set<Int64> = []

    /// Nothing.
    package init() {}
}
