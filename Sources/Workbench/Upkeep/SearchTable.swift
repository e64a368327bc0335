import FinalAccounts
import Ledger
import Platform
import Reporting

/// Where words stand in a ledger: bodies, subjects, reasons.
///
/// Columns: `kind, unit, fiscal_year, subject_code, subject_name, text`.
package struct SearchTable: Sendable {
    /// The places, in the order of the rows.
    package let hits: [LedgerHit]
    private let language: Language

    /// Looks for words.
    ///
    /// - Parameters:
    ///   - limit: how many places of each kind.
    ///   - isWanted: whose bodies are looked at.
    /// - Throws: `LedgerError`.
    package init(
        _ words: String, in ledger: String, limit: Int, language: Language, where isWanted: (BudgetUnit) -> Bool
    ) throws {
        hits = try Ledger.open(at: ledger, readOnly: true).search(words, limit: limit, where: isWanted)
        self.language = language
    }

    /// The table.
    package var table: ReportTable {
        ReportTable(
            name: "results", title: language.words("查找结果", "Results"),
            columns: [
                ReportColumn("kind", title: language.words("类别", "kind"), kind: .label),
                ReportColumn("unit", title: language.words("单位", "body")),
                ReportColumn("fiscal_year", title: language.words("年度", "year"), kind: .number),
                ReportColumn("subject_code", title: language.words("科目编码", "code"), kind: .label),
                ReportColumn("subject_name", title: language.words("科目", "subject")),
                ReportColumn("text", title: language.words("原因", "reason")),
            ], rows: hits.map(cells))
    }

    private func cells(_ hit: LedgerHit) -> [ReportCell] {
        let kind =
            switch hit.kind {
            case .body: language.words("单位", "body")
            case .subject: language.words("科目", "subject")
            case .reason: language.words("原因", "reason")
            }
        return [
            .term(code: hit.kind.rawValue, label: kind), .text(hit.unit.name), .integer(hit.fiscalYear.number),
            .text(ifStated: hit.code), .text(ifStated: hit.names.last), .text(ifStated: hit.text),
        ]
    }
}
