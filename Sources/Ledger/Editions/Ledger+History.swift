import FinalAccounts
import GRDB

extension Ledger {
    /// Everything that was done to the documents of the ledger, or to those that speak of one body, the latest first.
    ///
    /// - Parameters:
    ///   - unit: the body; `nil` for all.
    ///   - year: the year; `nil` for all.
    ///   - withChanges: whether every event comes with the amounts that changed by it.
    /// - Throws: ``LedgerError``.
    package func history(
        of unit: BudgetUnit? = nil, year: FiscalYear? = nil, withChanges: Bool = false
    ) throws(LedgerError) -> [LedgerEvent] {
        try read { database in
            let query = EventQuery(database)
            let events = try query.events(
                where: """
                    (\(standing.event.map { "event.id <= \($0)" } ?? "TRUE"))
                    AND (?1 IS NULL AND ?2 IS NULL OR document_id IN (
                        SELECT document_id FROM block JOIN unit ON unit.id = unit_id
                        WHERE (?1 IS NULL OR body = ?1) AND (?2 IS NULL OR fiscal_year = ?2)
                        UNION SELECT document.id FROM document JOIN unit ON unit.id = unit_id
                        WHERE (?1 IS NULL OR body = ?1) AND (?2 IS NULL OR fiscal_year = ?2)))
                    """, arguments: [unit?.name, year?.number])
            guard withChanges else { return events }
            return try events.map { event in
                var event = event
                event.changes = try query.changes(by: event)
                return event
            }
        }
    }
}
