import FinalAccounts
import Platform
import Reporting

/// What a document was understood as, before it counts: what it is of, what its lines come to, and what was assumed or left over.
package struct ImportPreview: Sendable {
    private let loaded: LoadedDocument
    private let language: Language
    private let path: String

    /// - Parameter path: where the document was read from; people know it by the last part of that.
    package init(_ loaded: LoadedDocument, at path: String, language: Language) {
        self.loaded = loaded
        self.language = language
        self.path = path
    }

    /// The bodies that it speaks of.
    package var bodies: Set<BudgetUnit> {
        Set(loaded.ledgerDocument.lines.map(\.unit)).union([loaded.ledgerDocument.unit].compactMap { $0 })
    }

    /// `understood`, `years` and `doubts`.
    package var tables: [ReportTable] { [understood, years, doubts] }

    private var understood: ReportTable {
        let document = loaded.ledgerDocument
        return ReportTable(
            name: "understood", title: language.words("识别结果", "What it was understood as"),
            columns: [
                ReportColumn("file", title: language.words("文件", "file"), kind: .label),
                ReportColumn("kind", title: language.words("类型", "kind"), kind: .label),
                ReportColumn("unit", title: language.words("单位", "body"), kind: .label),
                ReportColumn("fiscal_year", title: language.words("年度", "year"), kind: .number),
                ReportColumn("lines", title: language.words("科目行", "lines"), kind: .number),
                ReportColumn("figures", title: language.words("数据", "figures"), kind: .number),
                ReportColumn("diagnostics", title: language.words("读取提示", "diagnostics"), kind: .number),
            ],
            rows: [
                [
                    .text(document.fileName), .text(document.kind.rawValue), .text(ifStated: document.unit?.name),
                    document.fiscalYear.map { .integer($0.number) } ?? .empty, .integer(document.lines.count),
                    .integer(document.figures.count), .integer(document.diagnostics.count),
                ]
            ])
    }

    /// A row for every body and year of the lines: how many there are and what the actuals that no other is part of add up to.
    private var years: ReportTable {
        let groups = Dictionary(grouping: loaded.ledgerDocument.lines) { [$0.unit.name, $0.fiscalYear.description] }
        let rows = groups.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map { key, lines -> [ReportCell] in
            let leaves = (try? lines.leaves(in: .china)) ?? lines
            let sum = try? Amount.sum(leaves.compactMap(\.actual))
            return [.text(key[0]), .text(key[1]), .integer(lines.count), .amount(ifStated: sum)]
        }
        return ReportTable(
            name: "years", title: language.words("各单位各年度", "Bodies and years"),
            columns: [
                ReportColumn("unit", title: language.words("单位", "body"), kind: .label),
                ReportColumn("fiscal_year", title: language.words("年度", "year"), kind: .label),
                ReportColumn("lines", title: language.words("科目行", "lines"), kind: .number),
                ReportColumn("actual", title: language.words("支出决算合计", "sum of actuals"), kind: .amount),
            ], rows: rows)
    }

    /// What was assumed, left out or could not be placed; what was assumed first.
    private var doubts: ReportTable {
        let found = (loaded.disclosure?.diagnostics ?? []).map { one -> [ReportCell] in
            [
                .text(one.kind.rawValue), one.page.map { .integer($0) } ?? .empty,
                .text(one.message.text(in: language)),
                .text(one.quote),
            ]
        }
        let warnings = loaded.warnings.map {
            let words = $0.replacing(path, with: FileEntry.name(of: path))
            return [.text("warning"), .empty, .text(words.text(in: language)), .empty] as [ReportCell]
        }
        let kinds = ["assumed_unit", "assumed_year"].map { ReportCell.text($0) }
        let assumed = found.filter { kinds.contains($0[0]) },
            others = found.filter { !kinds.contains($0[0]) }
        return ReportTable(
            name: "doubts", title: language.words("假定与读取提示", "What was assumed or left over"),
            columns: [
                ReportColumn("kind", title: language.words("类别", "kind"), kind: .label),
                ReportColumn("page", title: language.words("页", "page"), kind: .number),
                ReportColumn("message", title: language.words("提示", "message")),
                ReportColumn("quote", title: language.words("原文", "quote")),
            ], rows: assumed + warnings + others)
    }
}
