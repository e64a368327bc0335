import FinalAccounts
import Ledger
import Platform
import Reporting

extension DraftDesk {
    /// Where the draft stands.
    package func phase() throws -> DraftPhase { try events().last?.action.to ?? .open }

    /// The steps it went through.
    package func events() throws -> [DraftEvent] {
        try Ledger.open(at: ledger, readOnly: true).draftEvents(of: unit, for: year)
    }

    /// The steps as a table: `action, version, who, time, why`.
    package func eventTable(language: Language) throws -> ReportTable {
        ReportTable(
            name: "draft_events", title: language.words("提交与审批", "Steps"),
            columns: [
                ReportColumn("action", title: language.words("操作", "step"), kind: .label),
                ReportColumn("version", title: language.words("版本", "version"), kind: .number),
                ReportColumn("who", title: language.words("操作人", "who"), kind: .label),
                ReportColumn("time", title: language.words("时间", "time"), kind: .label),
                ReportColumn("why", title: language.words("意见", "why")),
            ],
            rows: try events().map { event in
                [
                    .term(code: event.action.rawValue, label: event.action.name.text(in: language)),
                    .integer(event.version), .text(event.who), .moment(event.time), .text(event.why),
                ]
            })
    }

    /// What was said: `comment, subject, who, time, version, words`.
    package func commentTable(language: Language) throws -> ReportTable {
        ReportTable(
            name: "comments", title: language.words("批注", "Comments"),
            columns: [
                ReportColumn("comment", title: language.words("序号", "no."), kind: .number, audience: .programs),
                ReportColumn("subject", title: language.words("科目", "line"), kind: .label),
                ReportColumn("who", title: language.words("批注人", "who"), kind: .label),
                ReportColumn("time", title: language.words("时间", "time"), kind: .label),
                ReportColumn("version", title: language.words("版本", "version"), kind: .number),
                ReportColumn("words", title: language.words("内容", "words")),
            ],
            rows: try Ledger.open(at: ledger, readOnly: true).draftComments(of: unit, for: year).map { comment in
                [
                    .integer(Int(comment.id)), .text(ifStated: comment.subject), .text(comment.who),
                    .moment(comment.time), .integer(comment.version), .text(comment.words),
                ]
            })
    }
}

/// The drafts of a body: `year, state, version, total, author, created_at, reason`.
package struct DraftListTable: Sendable {
    /// The years, the latest first, in the order of the rows.
    package let years: [FiscalYear]
    package let table: ReportTable

    /// - Throws: `LedgerError`; `AmountError`.
    package init(of unit: BudgetUnit, in path: String, language: Language) throws {
        let ledger = try Ledger.open(at: path, readOnly: true)
        years = try ledger.draftYears(of: unit)
        var rows: [[ReportCell]] = []
        for year in years {
            let drafts = StoredDrafts(ledger: ledger, unit: unit, year: year)
            guard let latest = try drafts.versions().last else { continue }
            let phase = try ledger.draftEvents(of: unit, for: year).last?.action.to ?? .open
            let total = try Amount.sum(drafts.entries(of: latest).compactMap { try $0.final() })
            rows.append([
                .integer(year.number),
                .term(
                    code: phase.rawValue, label: phase.name.text(in: language),
                    tone: phase == .submitted ? .warning : phase == .open ? .plain : .good),
                .integer(latest.version), .amount(total), .text(latest.author), .moment(latest.createdAt),
                .text(latest.reason),
            ])
        }
        table = ReportTable(
            name: "drafts", title: language.words("预算草案", "Drafts"),
            columns: [
                ReportColumn("year", title: language.words("年度", "year"), kind: .label),
                ReportColumn("state", title: language.words("状态", "state"), kind: .label),
                ReportColumn("version", title: language.words("版本", "version"), kind: .number),
                ReportColumn("total", title: language.words("最终预算", "final budget"), kind: .amount),
                ReportColumn("author", title: language.words("编制人", "made by"), kind: .label),
                ReportColumn("created_at", title: language.words("保存时间", "stored at"), kind: .label),
                ReportColumn("reason", title: language.words("事由", "reason")),
            ], rows: rows)
    }
}
