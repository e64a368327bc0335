import FinalAccounts
import GRDB

extension Ledger {
    /// The account lines that count, in order of unit, year, fund, file name and then as the document has them.
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
            let blocks = try BlockQuery(database).currentBlocks(of: unit, years: years)
            var lines: [AccountLine] = []
            lines.reserveCapacity(blocks.reduce(0) { $0 + Int($1.lineCount) })
            var reader = try LineReader(database)
            for block in blocks { try reader.append(block, to: &lines) }
            return lines
        }
    }

    /// The units that have lines or documents that count, in order of name.
    /// - Throws: ``LedgerError``.
    package func units() throws(LedgerError) -> [BudgetUnit] {
        try read { database in
            try String.fetchAll(
                database,
                sql: """
                    SELECT name FROM unit WHERE id IN (
                        SELECT block.unit_id FROM block JOIN document ON document.id = block.document_id
                        WHERE document.superseded_by IS NULL
                        UNION SELECT unit_id FROM document WHERE superseded_by IS NULL)
                    ORDER BY name
                    """
            ).map { BudgetUnit($0) }
        }
    }

    /// The years a unit, or any unit, has lines or documents for, ascending.
    /// - Throws: ``LedgerError``.
    package func years(of unit: BudgetUnit? = nil) throws(LedgerError) -> [FiscalYear] {
        try read { database in
            try Int.fetchAll(
                database,
                sql: """
                    SELECT block.fiscal_year AS year FROM block JOIN document ON document.id = block.document_id
                    WHERE document.superseded_by IS NULL
                        AND (?1 IS NULL OR block.unit_id = (SELECT id FROM unit WHERE name = ?1))
                    UNION SELECT fiscal_year FROM document
                    WHERE superseded_by IS NULL AND fiscal_year IS NOT NULL
                        AND (?1 IS NULL OR unit_id = (SELECT id FROM unit WHERE name = ?1))
                    ORDER BY year
                    """, arguments: [unit?.name]
            ).map { FiscalYear($0) }
        }
    }
}
