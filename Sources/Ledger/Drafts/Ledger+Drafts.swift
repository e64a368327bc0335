import FinalAccounts
import GRDB
import Platform

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension Ledger {
    /// Stores a new version of a unit's budget draft for a year.
    ///
    /// Lines equal to those of the latest version are no new version: that one is returned. Where there is no version yet, what was
    /// suggested is stored before them, in the same transaction.
    ///
    /// - Parameters:
    ///   - lines: the draft, in its order.
    ///   - suggestion: what is stored as the first version, and by whom.
    ///   - expected: the version that is changed; `nil` for whichever is the latest.
    ///   - author: who made it.
    ///   - reason: why it was made.
    ///   - time: when; stated by the caller.
    /// - Throws: ``LedgerError``; `invalidData` without an author, `conflict` where there is a later version than is changed or
    ///   the draft is not worked on.
    package func saveDraft(
        _ lines: [DraftLine], after suggestion: (lines: [DraftLine], author: String, reason: String)? = nil,
        of unit: BudgetUnit,
        for year: FiscalYear, expecting expected: Int? = nil, author: String, reason: String, at time: Date
    ) throws(LedgerError) -> DraftVersion {
        guard !author.isEmpty else {
            throw LedgerError(
                .invalidData, file: path, problem: Bilingual("草案版本须有编制人", "a draft version needs an author"),
                remedy: Bilingual("请指明编制人", "say who made it"))
        }
        let stored = DraftWriter(unit: unit, year: year, time: time)
        for line in lines + (suggestion?.lines ?? []) { try line.storable.subject.checkNames(file: path) }
        return try write { database in
            let latest = try DraftQuery(database).versions(of: unit, for: year).last?.version ?? 0
            if let expected, expected != latest { throw Self.changedDraft(path, latest: latest) }
            let phase = try DraftWorkQuery(database, of: unit, for: year).phase()
            guard phase == .open else { throw Self.elsewhere(path, phase) }
            if let suggestion, try DraftQuery(database).versions(of: unit, for: year).isEmpty {
                _ = try stored.save(
                    suggestion.lines, author: suggestion.author, reason: suggestion.reason, in: database)
            }
            return try stored.save(lines, author: author, reason: reason, in: database)
        }
    }

    /// The versions of a unit's draft for a year, the first first.
    /// - Throws: ``LedgerError``.
    package func drafts(of unit: BudgetUnit, for year: FiscalYear) throws(LedgerError) -> [DraftVersion] {
        try read { try DraftQuery($0).versions(of: unit, for: year) }
    }

    /// The lines of a version, in its order.
    /// - Throws: ``LedgerError``.
    package func lines(of draft: DraftVersion) throws(LedgerError) -> [DraftLine] {
        try read { try DraftQuery($0).lines(of: draft.id) }
    }

    /// What a later version changed.
    ///
    /// ```swift
    /// for change in try ledger.changes(from: versions[0], to: versions[1]) { print(try change.difference()) }
    /// ```
    /// - Throws: ``LedgerError``.
    package func changes(from earlier: DraftVersion, to later: DraftVersion) throws(LedgerError) -> [DraftChange] {
        DraftChange.changes(from: try lines(of: earlier), to: try lines(of: later))
    }
}

/// Writes versions of one draft.
private struct DraftWriter {
    let unit: BudgetUnit
    let year: FiscalYear
    let time: Date

    func save(_ lines: [DraftLine], author: String, reason: String, in database: Database) throws -> DraftVersion {
        let lines = lines.map(\.storable)
        let hash = DraftDigest.hash(of: lines)
        let latest = try DraftQuery(database).versions(of: unit, for: year).last
        if let latest, try DraftQuery(database).linesHash(of: latest) == hash { return latest }
        let version = (latest?.version ?? 0) + 1
        var interner = Interner(database)
        try database.execute(
            sql: """
                INSERT INTO draft (unit_id, fiscal_year, version, author, reason, created_at, lines_hash)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                try interner.id(of: unit), year.number, version, author, reason, time.ISO8601Format(), hash.blob,
            ])
        let id = database.lastInsertedRowID
        for (position, line) in lines.enumerated() {
            try database.cachedStatement(
                sql: """
                    INSERT INTO draft_line
                        (draft_id, position, fund, subject_id, suggested, adjustment, final, note)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                    """
            ).execute(arguments: [
                id, position, line.fund?.rawValue, try interner.id(of: line.subject), line.suggested?.minorUnits,
                line.adjustment?.minorUnits, line.final?.minorUnits, line.note,
            ])
        }
        return DraftVersion(
            id: id, unit: unit, fiscalYear: year, version: version, author: author, reason: reason,
            createdAt: time.ISO8601Format())
    }
}

extension DraftLine {
    fileprivate var storable: DraftLine {
        var copy = self
        copy.subject = subject.storable
        return copy
    }
}
