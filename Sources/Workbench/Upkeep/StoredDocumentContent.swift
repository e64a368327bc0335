import FinalAccounts
import Ledger
import Platform
import Reporting

/// What a ledger keeps of one document.
package struct StoredDocumentContent: Sendable {
    /// The document.
    package let document: StoredDocument
    /// The bodies it speaks of.
    package let bodies: Set<BudgetUnit>
    private let ledger: Ledger

    /// Finds a document by its number, whether it counts or not.
    ///
    /// - Returns: `nil` where the ledger has none of it.
    /// - Throws: `LedgerError`.
    package init?(_ number: Int64, in path: String) throws {
        ledger = try Ledger.open(at: path, readOnly: true)
        guard let found = try ledger.documents(includingSuperseded: true).first(where: { $0.id == number }) else {
            return nil
        }
        document = found
        bodies = Set([found.unit].compactMap { $0 }).union(try ledger.bodies()[found.id] ?? [])
    }

    /// What tells the bodies that a document of a ledger speaks of.
    ///
    /// - Throws: `LedgerError`.
    package static func bodies(in path: String) throws -> (StoredDocument) -> Set<BudgetUnit> {
        let ofLines = try Ledger.open(at: path, readOnly: true).bodies()
        return { document in Set([document.unit].compactMap { $0 }).union(ofLines[document.id] ?? []) }
    }

    /// Its account lines.
    package func lines() throws(LedgerError) -> [AccountLine] { try ledger.lines(of: document) }

    /// The figures it states beside lines, with where and in what words: `measure, subject, value, unit, page, quote`.
    package func figures(language: Language) throws(LedgerError) -> ReportTable {
        ReportTable(
            name: "figures", title: language.words("数据", "figures"),
            columns: [
                ReportColumn("measure", title: language.words("指标", "measure"), kind: .label),
                ReportColumn("subject", title: language.words("科目", "subject")),
                ReportColumn("value", title: language.words("数值", "value"), kind: .number),
                ReportColumn("unit", title: language.words("计量单位", "unit"), kind: .label),
                ReportColumn("page", title: language.words("页", "page"), kind: .number),
                ReportColumn("quote", title: language.words("原文", "quote")),
            ],
            rows: try ledger.figures(of: document).map { figure in
                [
                    .text(figure.measure), .text(figure.qualifier), .text(figure.value), .text(figure.unit),
                    figure.page.map { .integer($0) } ?? .empty, .text(figure.quote),
                ]
            })
    }

    /// What could not be placed in it: `page, message, quote`.
    package func diagnostics(language: Language) throws(LedgerError) -> ReportTable {
        ReportTable(
            name: "diagnostics", title: language.words("读取提示", "diagnostics"),
            columns: [
                ReportColumn("page", title: language.words("页", "page"), kind: .number),
                ReportColumn("message", title: language.words("提示", "message")),
                ReportColumn("quote", title: language.words("原文", "quote")),
            ],
            rows: try ledger.diagnostics(of: document).map { diagnostic in
                [diagnostic.page.map { .integer($0) } ?? .empty, .text(diagnostic.message), .text(diagnostic.quote)]
            })
    }
}
