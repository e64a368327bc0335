import FinalAccounts
import GRDB
import Platform

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Reads draft rows.
struct DraftQuery {
    private let database: Database

    init(_ database: Database) {
        self.database = database
    }

    func versions(of unit: BudgetUnit, for year: FiscalYear) throws -> [DraftVersion] {
        try Row.fetchAll(
            database,
            sql: """
                SELECT draft.id, version, author, reason, created_at FROM draft JOIN unit ON unit.id = draft.unit_id
                WHERE unit.body = ? AND fiscal_year = ? ORDER BY version
                """, arguments: [unit.name, year.number]
        ).map {
            DraftVersion(
                id: $0[0], unit: unit, fiscalYear: year, version: $0[1], author: $0[2], reason: $0[3], createdAt: $0[4])
        }
    }

    func linesHash(of draft: DraftVersion) throws -> ContentHash? {
        ContentHash(
            column: try Data.fetchOne(
                database, sql: "SELECT lines_hash FROM draft WHERE id = ?", arguments: [draft.id]))
    }

    func lines(of draft: Int64) throws -> [DraftLine] {
        try Row.fetchAll(
            database,
            sql: """
                SELECT fund, code, names, depth, suggested, adjustment, final, note
                FROM draft_line JOIN subject ON subject.id = draft_line.subject_id
                WHERE draft_id = ? ORDER BY position
                """, arguments: [draft]
        ).map { row in
            DraftLine(
                fund: (row[0] as String?).flatMap(Fund.init(rawValue:)),
                subject: Subject(
                    code: row[1], names: SubjectNames.names(in: row[2]), level: SubjectLevel(depth: row[3])),
                suggested: (row[4] as Int64?).map(Amount.init(minorUnits:)),
                adjustment: (row[5] as Int64?).map(Amount.init(minorUnits:)),
                final: (row[6] as Int64?).map(Amount.init(minorUnits:)), note: row[7])
        }
    }
}
