import FinalAccounts
import Ledger
import Platform
import Reporting

/// What was done to a ledger as a table.
package struct EventTable {
    private let events: [LedgerEvent]
    private let language: Language

    package init(_ events: [LedgerEvent], language: Language) {
        self.events = events
        self.language = language
    }

    private var columns: [ReportColumn] {
        [
            ReportColumn("event", title: language.words("序号", "event"), kind: .number),
            ReportColumn("time", title: language.words("时间", "time")),
            ReportColumn("action", title: language.words("操作", "action")),
            ReportColumn("document", title: language.words("编号", "document"), kind: .number),
            ReportColumn("file", title: language.words("文件", "file"), kind: .label),
            ReportColumn("who", title: language.words("操作人", "who")),
            ReportColumn("why", title: language.words("原因", "why"), kind: .label),
        ]
    }

    private func cells(_ event: LedgerEvent) -> [ReportCell] {
        [
            .integer(Int(event.id)), .moment(event.time), action(event.action), .integer(Int(event.document)),
            .text(event.fileName), .text(event.who), .text(event.why),
        ]
    }

    /// One row for each event with the number of amounts that changed.
    package var table: ReportTable {
        ReportTable(
            name: "history", title: language.words("账本历史", "history of the ledger"),
            columns: columns + [
                ReportColumn("changed", title: language.words("变动数据", "amounts changed"), kind: .number)
            ],
            rows: events.map { cells($0) + [.integer($0.changes.count)] })
    }

    /// One row for each amount that changed; one for an event that changed none.
    package var changes: ReportTable {
        ReportTable(
            name: "changes", title: language.words("账本变动", "changes of the ledger"),
            columns: columns + [
                ReportColumn("unit", title: language.words("单位", "unit"), kind: .label),
                ReportColumn("fiscal_year", title: language.words("年度", "year")),
                ReportColumn("fund", title: language.words("预算类别", "fund")),
                ReportColumn("subject_code", title: language.words("科目编码", "code")),
                ReportColumn("subject_name", title: language.words("科目名称", "subject"), kind: .label),
                ReportColumn("field", title: language.words("栏目", "field")),
                ReportColumn("before", title: language.words("变动前", "before"), kind: .number),
                ReportColumn("after", title: language.words("变动后", "after"), kind: .number),
            ],
            rows: events.flatMap { event in
                event.changes.isEmpty
                    ? [cells(event) + [ReportCell](repeating: .text(""), count: 8)]
                    : event.changes.map { cells(event) + cells($0) }
            })
    }

    private func cells(_ change: FigureChange) -> [ReportCell] {
        [
            .text(change.unit.name), .text(change.fiscalYear.description),
            .term(code: change.fund.rawValue, label: change.fund.name.text(in: language)),
            .text(change.subject.code ?? ""), .text(change.subject.name),
            .term(code: change.field.rawValue, label: change.field.name.text(in: language)),
            change.before.map { .amount($0) } ?? .text(""), change.after.map { .amount($0) } ?? .text(""),
        ]
    }

    private func action(_ action: LedgerEvent.Action) -> ReportCell {
        switch action {
        case .imported: .term(code: action.rawValue, label: language.words("导入", "imported"))
        case .removed: .term(code: action.rawValue, label: language.words("撤出", "taken out"))
        case .reinstated: .term(code: action.rawValue, label: language.words("恢复", "put back"))
        }
    }
}
