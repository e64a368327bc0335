import FinalAccounts
import Platform

/// The stored versions of a draft: who, when, why, and the total of each.
///
/// Columns: `version, created_at, author, reason, total`.
package struct DraftVersionTable: Sendable {
    /// The versions with their totals, the first first.
    package let versions: [(stamp: DraftStamp, total: Amount)]
    /// The language of headings.
    package let language: Language

    /// Prepares a table.
    package init(_ versions: [(stamp: DraftStamp, total: Amount)], language: Language) {
        self.versions = versions
        self.language = language
    }

    /// The table.
    package var table: ReportTable {
        func word(_ phrase: Bilingual) -> String { phrase.text(in: language) }
        return ReportTable(
            name: "draft_versions", title: word(.draftHistory),
            columns: [
                ReportColumn("version", title: word(.version), kind: .number),
                ReportColumn("created_at", title: word(.storedAt), kind: .label),
                ReportColumn("author", title: word(.author), kind: .label),
                ReportColumn("reason", title: word(.reasonForVersion)),
                ReportColumn("total", title: word(.finalBudget), kind: .amount),
            ],
            rows: versions.map { stamp, total in
                [
                    .integer(stamp.version), .moment(stamp.createdAt), .text(stamp.author), reason(stamp.reason),
                    .amount(total),
                ]
            })
    }

    /// A reason in the words of whoever gave it; that of the version that nobody edited is the program's, and is told in the language.
    private func reason(_ reason: String) -> ReportCell {
        guard reason.hasPrefix(DraftStamp.suggested) else { return .text(reason) }
        let scenario = reason.dropFirst(DraftStamp.suggested.count)
        return .term(code: reason, label: Bilingual("建议数", "as suggested").text(in: language) + scenario)
    }
}
