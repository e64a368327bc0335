import FinalAccounts
import Foundation
import Ledger
import Platform
import Reporting

/// The stored versions of one body's draft for a year.
package struct StoredDrafts: Sendable {
    private let ledger: Ledger
    package let unit: BudgetUnit
    package let year: FiscalYear

    init(ledger: Ledger, unit: BudgetUnit, year: FiscalYear) {
        self.ledger = ledger
        self.unit = unit
        self.year = year
    }

    // MARK: Reading

    /// The versions, the first first.
    package func versions() throws -> [DraftVersion] {
        try ledger.drafts(of: unit, for: year)
    }

    /// A version by its number.
    ///
    /// - Throws: ``WorkbenchError`` that names the versions there are.
    package func version(_ number: Int) throws -> DraftVersion {
        let all = try versions()
        if let found = all.first(where: { $0.version == number }) { return found }
        let known = all.map { String($0.version) }.joined(separator: ", ")
        let problem = Bilingual(
            "“\(unit.name)”\(year) 年预算草案没有第 \(number) 版",
            "no version \(number) of the draft of '\(unit.name)' for \(year)")
        throw known.isEmpty
            ? WorkbenchError(.data, problem + Bilingual("，尚未保存任何版本", "; none is stored"), .storeDraft)
            : WorkbenchError(.data, problem, advice: Bilingual("现有 \(known)", "there are \(known)"))
    }

    /// What was decided in a version.
    package func entries(of version: DraftVersion) throws -> [DraftEntry] {
        try ledger.lines(of: version).map { line in
            let (approval, note) = Approval.parted(line.note)
            return DraftEntry(
                subject: line.subject, suggested: line.suggested, adjustment: line.adjustment, approval: approval,
                note: note)
        }
    }

    /// The versions as a table.
    package func table(language: Language) throws -> ReportTable {
        let rows = try versions().map { version in
            (DraftStamp(version), try Amount.sum(entries(of: version).compactMap { try $0.final() }))
        }
        return DraftVersionTable(rows, language: language).table
    }

    /// Two versions side by side.
    package func comparison(_ before: Int, _ after: Int, scheme: SubjectScheme, language: Language) throws
        -> ReportTable
    {
        let (old, new) = (try version(before), try version(after))
        return try DraftComparisonTable(
            before: entries(of: old), after: entries(of: new), versions: (DraftStamp(old), DraftStamp(new)),
            scheme: scheme, language: language
        ).table()
    }

    // MARK: Storing

    /// Stores what a person made of a workbook as a new version.
    ///
    /// The first time, what the workbook suggested is stored before it as version 1, so that there is something to
    /// compare with.
    ///
    /// - Returns: the version before and the new one; the same twice when nothing was changed since.
    func store(
        _ edited: EditedDraft, author: String, reason: String, program: String, at time: Date
    ) throws -> (before: DraftVersion, after: DraftVersion) {
        let told = { (reason: String) in edited.scenario.map { "\(reason)（方案：\($0)）" } ?? reason }
        let suggested = edited.entries.filter { $0.suggested != nil }.map {
            DraftEntry(subject: $0.subject, suggested: $0.suggested)
        }
        let known = try versions().last
        let new = try ledger.saveDraft(
            lines(edited.entries), after: (lines(suggested), program, told(DraftStamp.suggested)), of: unit, for: year,
            author: author, reason: told(reason), at: time)
        return (try known ?? versions().first ?? new, new)
    }

    /// Stores entries as a new version.
    ///
    /// - Parameter expected: the version that they were made from; 0 for none.
    /// - Throws: `LedgerError`; `conflict` where there is a later one, or the draft is not worked on.
    func store(
        _ entries: [DraftEntry], expecting expected: Int, author: String, reason: String, at time: Date
    ) throws -> DraftVersion {
        try ledger.saveDraft(
            lines(entries), of: unit, for: year, expecting: expected, author: author, reason: reason, at: time)
    }

    /// Entries as they are stored, in the classification's order: rows that were moved make no other version.
    private func lines(_ entries: [DraftEntry]) throws(AmountError) -> [DraftLine] {
        try entries.sorted { $0.subject.key < $1.subject.key }.map { entry throws(AmountError) in
            DraftLine(
                subject: entry.subject, suggested: entry.suggested, adjustment: entry.adjustment,
                final: try entry.final(), note: Approval.stored(entry.approval, entry.note))
        }
    }
}

extension DraftStamp {
    /// The stamp of a stored version.
    init(_ version: DraftVersion) {
        self.init(
            version: version.version, author: version.author, reason: version.reason, createdAt: version.createdAt)
    }
}
