import FinalAccounts
import Foundation
import Ledger
import Platform
import Reporting

extension DraftDesk {
    /// What came of an edit.
    package enum Outcome: Sendable {
        /// A new version, and whether somebody had changed other cells meanwhile, whose changes it has as well.
        case stored(DraftVersion, isMerged: Bool)
        /// Nothing differs from the latest version.
        case unchanged(DraftVersion)
        /// Cells that somebody else changed meanwhile to something else, and the edits that are in nobody's way: nothing was stored.
        case conflict(latest: DraftVersion, [DraftConflict], others: [DraftEdit])
    }

    /// Changes cells of a version and stores what comes of it.
    ///
    /// An amount for a code of the classification that the draft has no line of makes it one, below the sums it belongs to.
    ///
    /// Cells that are as they were are no edits. Where there are later versions, cells that only one side changed have that side's
    /// value; a cell that both changed, to different values, is a conflict, and then nothing is stored.
    ///
    /// - Parameter base: the version the person had before them.
    /// - Throws: ``WorkbenchError`` for a line that is not there; `LedgerError` of reason `conflict` where the draft is not worked
    ///   on.
    package func edit(
        _ edits: [DraftEdit], on base: Int, author: String, reason: String, at time: Date
    ) throws -> Outcome {
        for _ in 0..<Self.attempts {
            let (latest, outcome) = try attempt(edits, on: base, author: author, reason: reason, at: time)
            if let outcome { return outcome }
            // Somebody stored a version between reading and writing: what they changed is looked at as well.
            guard try drafts().versions().last?.version != latest else { break }
        }
        let changed = try drafts().versions().last?.version ?? 0
        throw WorkbenchError(
            .busy, Bilingual("草案正被他人改动，现为第 \(changed) 版", "others are changing the draft: it is at version \(changed)"),
            advice: Bilingual("请重试", "try again"))
    }

    /// How often an edit is tried that others come before.
    private static let attempts = 5

    private func attempt(
        _ edits: [DraftEdit], on base: Int, author: String, reason: String, at time: Date
    ) throws -> (latest: Int, outcome: Outcome?) {
        let now = try sheet()
        guard let latest = now.version else { throw notBegun }
        let before = base == latest.version ? now.entries : try sheet(base).entries
        var (entries, conflicts, applied) = (now.entries, [DraftConflict](), [DraftEdit]())
        for edit in edits {
            let place = try place(of: edit, in: &entries, of: now)
            let key = entries[place].subject.key
            let old = before.first { $0.subject.key == key } ?? DraftEntry(subject: entries[place].subject)
            let wanted = try old.with(edit.value)
            let (was, mine) = (try old.cell(like: edit.value), try wanted.cell(like: edit.value))
            let theirs = try entries[place].cell(like: edit.value)
            guard mine != was, mine != theirs else { continue }
            if theirs == was {
                entries[place] = try entries[place].with(edit.value)
                applied.append(edit)
            } else {
                conflicts.append(
                    DraftConflict(subject: entries[place].subject, base: was, mine: mine, theirs: theirs))
            }
        }
        guard conflicts.isEmpty else {
            return (latest.version, .conflict(latest: latest, conflicts, others: applied))
        }
        guard !applied.isEmpty else { return (latest.version, .unchanged(latest)) }
        let store = StoredDrafts(ledger: try Ledger.open(at: ledger), unit: unit, year: year)
        do {
            let stored = try store.store(
                entries, expecting: latest.version, author: author, reason: reason, at: time)
            return (latest.version, .stored(stored, isMerged: base != latest.version))
        } catch let error as LedgerError where error.reason == .conflict {
            guard try store.versions().last?.version != latest.version else { throw error }
            return (latest.version, nil)
        }
    }

    /// The place of the line that an edit is of; a new one comes last.
    ///
    /// - Throws: ``WorkbenchError`` where there is no such line, and none can be made.
    private func place(of edit: DraftEdit, in entries: inout [DraftEntry], of sheet: Sheet) throws -> Int {
        let isKnown = entries.contains { $0.name == edit.subject }
        guard !isKnown, case .final(let wanted?) = edit.value, let subject = newSubject(edit.subject) else {
            return try place(of: edit.subject, in: entries)
        }
        let entry = try DraftEntry(subject: subject).with(.final(wanted))
        guard try sheet.workbook.draft.applying([entry]).unknown.isEmpty else {
            throw WorkbenchError(
                .data,
                Bilingual(
                    "草案中没有“\(edit.subject)”的上级科目的合计行", "the draft has no sum that '\(edit.subject)' would be part of"),
                advice: Bilingual("请先在账本中补充该类款的数据", "have the ledger know figures of its section first"))
        }
        entries.append(DraftEntry(subject: subject))
        return entries.count - 1
    }

    /// A subject by its code in the classification of the draft's year; `nil` where that has none.
    private func newSubject(_ code: String) -> Subject? {
        subjects?.entry(of: code, in: year).map { Subject(code: code, names: [$0.name], level: $0.level) }
    }

    /// The place of the line that is named.
    ///
    /// - Throws: ``WorkbenchError`` where there is none, or several have the name.
    private func place(of name: String, in entries: [DraftEntry]) throws(WorkbenchError) -> Int {
        let found = entries.indices.filter { entries[$0].name == name }
        guard let first = found.first, found.count == 1 else {
            throw WorkbenchError(
                .data,
                found.isEmpty
                    ? Bilingual("草案中没有可填写的科目“\(name)”", "the draft has no line '\(name)' that takes an entry")
                    : Bilingual(
                        "草案中有 \(found.count) 个科目“\(name)”", "\(found.count) lines of the draft are called '\(name)'"),
                advice: Bilingual("请用草案中的科目编码", "name it by its code as the draft has it"))
        }
        return first
    }

    private var notBegun: WorkbenchError {
        WorkbenchError(
            .data,
            Bilingual("“\(unit.name)”\(year) 年预算草案尚未开始编制", "the draft of '\(unit.name)' for \(year) is not begun"),
            advice: Bilingual("请先开始编制", "begin it first"))
    }

    // MARK: Steps and comments

    /// Takes the draft a step on.
    ///
    /// - Throws: `LedgerError` of reason `conflict` where there is a later version, or the draft stands elsewhere.
    package func move(_ action: DraftAction, version: Int, who: String, why: String, at time: Date) throws {
        try Ledger.open(at: ledger).moveDraft(
            of: unit, for: year, action, version: version, who: who, why: why, at: time)
    }

    /// Notes what somebody says of the draft or of one of its lines.
    ///
    /// - Throws: ``WorkbenchError`` where it is not begun or has no such line.
    package func comment(_ words: String, on subject: String?, who: String, at time: Date) throws {
        guard let latest = try drafts().versions().last else { throw notBegun }
        if let subject { _ = try place(of: subject, in: sheet().entries) }
        try Ledger.open(at: ledger).commentDraft(
            of: unit, for: year, version: latest.version, subject: subject, words: words, who: who, at: time)
    }
}
