import GRDB
import Platform

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension Ledger {
    /// Keeps what a check of a document found, in place of what one before it found.
    /// - Throws: ``LedgerError``.
    package func keepFindings(
        _ findings: [FindingRecord], of document: Int64, program: String, at time: Date
    ) throws(LedgerError) {
        try write { database in
            try database.execute(
                sql: """
                    DELETE FROM finding WHERE check_id IN (SELECT id FROM document_check WHERE document_id = ?1)
                    """, arguments: [document])
            try database.execute(sql: "DELETE FROM document_check WHERE document_id = ?", arguments: [document])
            try database.execute(
                sql: "INSERT INTO document_check (document_id, program, at) VALUES (?, ?, ?)",
                arguments: [document, program, time.ISO8601Format()])
            let check = database.lastInsertedRowID
            for (position, finding) in findings.enumerated() {
                try database.cachedStatement(sql: "INSERT INTO finding VALUES (?, ?, ?, ?, ?, ?)").execute(
                    arguments: [check, position, finding.rule, finding.quote, finding.zhHans, finding.en])
            }
        }
    }

    /// What was found in documents, by their numbers; a document that was checked and has none has an empty list.
    ///
    /// - Parameter document: the one that is wanted; `nil` for all.
    /// - Throws: ``LedgerError``.
    package func findings(of document: Int64? = nil) throws(LedgerError) -> [Int64: [FindingRecord]] {
        try read { database in
            var found: [Int64: [FindingRecord]] = [:]
            for row in try Row.fetchAll(
                database,
                sql: """
                    SELECT document_id, rule, quote, zh_hans, en
                    FROM document_check LEFT JOIN finding ON check_id = document_check.id
                    WHERE document_id = ?1 OR ?1 IS NULL ORDER BY document_id, position
                    """, arguments: [document])
            {
                guard let rule: String = row[1] else {
                    found[row[0], default: []] += []
                    continue
                }
                found[row[0], default: []].append(FindingRecord(rule: rule, quote: row[2], zhHans: row[3], en: row[4]))
            }
            return found
        }
    }

    /// What was decided of findings, the first first.
    /// - Throws: ``LedgerError``.
    package func findingEvents() throws(LedgerError) -> [FindingEvent] {
        try read { database in
            try Row.fetchAll(
                database,
                sql: "SELECT id, document_id, rule, quote, action, who, at, why FROM finding_event ORDER BY id"
            ).compactMap { row in
                FindingEvent.Action(rawValue: row[4]).map {
                    FindingEvent(
                        id: row[0], document: row[1], rule: row[2], quote: row[3], action: $0, who: row[5],
                        time: row[6],
                        why: row[7])
                }
            }
        }
    }

    /// Notes what somebody decided of a finding.
    ///
    /// - Parameter quote: the quote without blanks.
    /// - Throws: ``LedgerError``; `conflict` where it was decided so already.
    package func settleFinding(
        _ rule: String, _ quote: String, of document: Int64, _ action: FindingEvent.Action, who: String, why: String,
        at time: Date
    ) throws(LedgerError) {
        try write { database in
            let last = try String.fetchOne(
                database,
                sql: """
                    SELECT action FROM finding_event WHERE document_id = ? AND rule = ? AND quote = ?
                    ORDER BY id DESC LIMIT 1
                    """, arguments: [document, rule, quote])
            guard (last ?? FindingEvent.Action.reopen.rawValue) != action.rawValue else {
                throw LedgerError(
                    .conflict, file: path,
                    problem: action == .accept
                        ? Bilingual("此问题已核实", "the finding is accepted already")
                        : Bilingual("此问题尚未核实", "the finding is open"),
                    remedy: Bilingual("请刷新页面", "look at it again"))
            }
            try database.execute(
                sql: """
                    INSERT INTO finding_event (document_id, rule, quote, action, who, at, why)
                    VALUES (?, ?, ?, ?, ?, ?, ?)
                    """,
                arguments: [document, rule, quote, action.rawValue, who, time.ISO8601Format(), why])
        }
    }
}
