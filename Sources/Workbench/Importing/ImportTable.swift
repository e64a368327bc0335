import FinalAccounts
import Ledger
import Platform
import Reporting

/// What became of the files of an import, as a table.
package struct ImportTable {
    private let rows: [ImportRow]
    private let language: Language

    package init(_ rows: [ImportRow], language: Language) {
        self.rows = rows
        self.language = language
    }

    package var table: ReportTable {
        ReportTable(
            name: "import", title: language.words("导入", "import"),
            columns: [
                ReportColumn("file", title: language.words("文件", "file"), kind: .label),
                ReportColumn("status", title: language.words("结果", "status")),
                ReportColumn("lines", title: language.words("科目行", "lines"), kind: .number),
                ReportColumn("figures", title: language.words("数据", "figures"), kind: .number),
                ReportColumn("diagnostics", title: language.words("读取提示", "diagnostics"), kind: .number),
            ],
            rows: rows.map { row in
                [
                    .text(row.path), status(row), .integer(row.lines), .integer(row.figures), .integer(row.diagnostics),
                ]
            })
    }

    private func status(_ row: ImportRow) -> ReportCell {
        switch row.status {
        case .imported: .term(code: "imported", label: language.words("已导入", "imported"), tone: .good)
        case .replaced: .term(code: "replaced", label: language.words("已替换旧版", "replaced"), tone: .good)
        case .reinstated: .term(code: "reinstated", label: language.words("已恢复", "reinstated"), tone: .good)
        case .supplemented: .term(code: "supplemented", label: language.words("已补充", "supplemented"), tone: .good)
        case .kept: .term(code: "kept", label: language.words("保留原有数据", "kept as history"))
        case .history: .term(code: "history", label: language.words("历史版本", "history"))
        case .unchanged: .term(code: "unchanged", label: language.words("未变", "unchanged"))
        case nil: .term(code: "failed", label: language.words("失败", "failed"), tone: .serious)
        }
    }
}
