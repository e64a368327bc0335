import FinalAccounts
import Ledger
import Platform
import Reporting

/// The documents of a ledger as a table.
package struct DocumentListTable {
    private let entries: [LedgerHistory.Entry]
    private let language: Language

    package init(_ entries: [LedgerHistory.Entry], language: Language) {
        self.entries = entries
        self.language = language
    }

    /// Columns: `document, unit, fiscal_year, kind, file, status, lines, superseded_by`.
    package var table: ReportTable {
        ReportTable(
            name: "documents", title: language.words("账本中的文件", "documents of the ledger"),
            columns: [
                ReportColumn("document", title: language.words("编号", "document"), kind: .number),
                ReportColumn("unit", title: language.words("单位", "unit"), kind: .label),
                ReportColumn("fiscal_year", title: language.words("年度", "year")),
                ReportColumn("kind", title: language.words("类型", "kind")),
                ReportColumn("file", title: language.words("文件", "file"), kind: .label),
                ReportColumn("status", title: language.words("状态", "status")),
                ReportColumn("lines", title: language.words("科目行", "lines"), kind: .number),
                ReportColumn("superseded_by", title: language.words("被替换为", "superseded by"), kind: .number),
            ],
            rows: entries.map { entry in
                let document = entry.document
                return [
                    .integer(Int(document.id)), unit(entry), year(entry), kind(document.kind), .text(document.fileName),
                    status(document), .integer(entry.lines),
                    document.supersededBy.map { .integer(Int($0)) } ?? .text(""),
                ]
            })
    }

    /// The body; for people also what the lines of a file of many are of.
    private func unit(_ entry: LedgerHistory.Entry) -> ReportCell {
        if let unit = entry.document.unit { return .text(unit.name) }
        let told =
            entry.bodies.count == 1
            ? entry.bodies.first?.name ?? ""
            : language.words("\(entry.bodies.count) 个单位", "\(entry.bodies.count) bodies")
        return .term(code: "", label: entry.bodies.isEmpty ? "" : told)
    }

    private func year(_ entry: LedgerHistory.Entry) -> ReportCell {
        if let year = entry.document.fiscalYear { return .text(year.description) }
        guard let years = entry.years else { return .text("") }
        let (first, last) = (years.lowerBound.description, years.upperBound.description)
        return .term(code: "", label: first == last ? first : "\(first)–\(last)")
    }

    private func kind(_ kind: DocumentKind) -> ReportCell {
        switch kind {
        case .accounts: .term(code: kind.rawValue, label: language.words("决算", "accounts"))
        case .plan: .term(code: kind.rawValue, label: language.words("预算", "plan"))
        case .threePublic: .term(code: kind.rawValue, label: language.words("“三公”经费", "three public costs"))
        case .regional: .term(code: kind.rawValue, label: language.words("地区", "regional"))
        case .other: .term(code: kind.rawValue, label: language.words("其他", "other"))
        }
    }

    private func status(_ document: StoredDocument) -> ReportCell {
        if document.isCurrent { return .term(code: "current", label: language.words("有效", "counts"), tone: .good) }
        if document.isRemoved { return .term(code: "removed", label: language.words("已撤出", "taken out")) }
        return .term(code: "superseded", label: language.words("已被替换", "superseded"))
    }
}
