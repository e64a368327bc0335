import FinalAccounts
import GRDB
import Platform

/// A place of a ledger where words that were looked for stand.
package struct LedgerHit: Hashable, Sendable {
    package enum Kind: String, Hashable, Sendable, CaseIterable {
        case body, subject, reason
    }

    package let kind: Kind
    package let unit: BudgetUnit
    /// The latest year of a body or subject, the year of a reason.
    package let fiscalYear: FiscalYear
    /// The code and the names, from the widest level down.
    package let code: String?
    package let names: [String]
    /// The reason.
    package let text: String?
}

extension Ledger {
    /// Where words stand in what counts: names of bodies, names of subjects or beginnings of their codes, reasons.
    ///
    /// - Parameters:
    ///   - limit: how many of each kind.
    ///   - isWanted: whose bodies are looked at.
    /// - Throws: ``LedgerError``.
    package func search(
        _ words: String, limit: Int, where isWanted: (BudgetUnit) -> Bool
    ) throws(LedgerError) -> [LedgerHit] {
        try read { database in
            var hits: [LedgerHit] = []
            for (kind, sql) in Self.searches {
                var count = 0
                let rows = try Row.fetchCursor(database, sql: sql, arguments: [words])
                while count < limit, let row = try rows.next() {
                    let unit = BudgetUnit(row[0] as String)
                    guard isWanted(unit) else { continue }
                    hits.append(
                        LedgerHit(
                            kind: kind, unit: unit, fiscalYear: FiscalYear(row[1]), code: row[2],
                            names: (row[3] as String?).map { SubjectNames.names(in: $0) } ?? [], text: row[4]))
                    count += 1
                }
            }
            return hits
        }
    }

    private static let lines = """
        FROM account_line JOIN block ON block.id = account_line.block_id JOIN unit ON unit.id = block.unit_id
        JOIN subject ON subject.id = account_line.subject_id WHERE block.counts
        """

    private static let searches: [(LedgerHit.Kind, String)] = [
        (
            .body,
            """
            SELECT unit.body, max(fiscal_year), NULL, NULL, NULL FROM block JOIN unit ON unit.id = unit_id
            WHERE counts AND instr(unit.body, ?1) > 0 GROUP BY unit.body ORDER BY unit.body
            """
        ),
        (
            .subject,
            """
            SELECT unit.body, max(fiscal_year), code, names, NULL \(lines)
            AND (instr(names, ?1) > 0 OR substr(code, 1, length(?1)) = ?1)
            GROUP BY unit.body, subject.id ORDER BY unit.body, code, names
            """
        ),
        (
            .reason,
            """
            SELECT unit.body, fiscal_year, code, names, reason \(lines) AND instr(reason, ?1) > 0
            ORDER BY unit.body, fiscal_year DESC, account_line.id
            """
        ),
    ]
}
