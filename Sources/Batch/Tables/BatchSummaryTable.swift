import FinalAccounts
import Reporting

/// The end of a batch in a few rows: how many documents and units ended in which way, findings, where it is written.
package struct BatchSummaryTable {
    private let summary: BatchSummary
    private let job: BatchJob
    private let language: Language

    package init(_ summary: BatchSummary, job: BatchJob, language: Language) {
        self.summary = summary
        self.job = job
        self.language = language
    }

    /// Columns: `what, status, count`.
    package var table: ReportTable {
        let documents = BatchDocumentReport.Status.allCases.map { ("documents", $0.rawValue, summary.count($0)) }
        let units = BatchUnitReport.Status.allCases.map { ("units", $0.rawValue, summary.count($0)) }
        let rows =
            (documents + units).filter { $0.2 > 0 }
            + [("findings", "above_threshold", summary.findingsAboveThreshold)]
        return ReportTable(
            name: "batch", title: word(Phrase(zhHans: "批处理 \(summary.job)", en: "batch \(summary.job)")),
            columns: [
                ReportColumn("what", title: word(Phrase(zhHans: "对象", en: "what"))),
                ReportColumn("status", title: word(Phrase(zhHans: "结果", en: "status"))),
                ReportColumn("count", title: word(Phrase(zhHans: "数量", en: "count")), kind: .number),
            ],
            rows: rows.map { what, status, count in
                [.term(code: what, label: label(what)), term(status, count: count), .integer(count)]
            },
            notes: [
                word(
                    Phrase(
                        zhHans: "结果在 \(job.resolved(job.output))/summary.json",
                        en: "The summary is in \(job.resolved(job.output))/summary.json"))
            ])
    }

    private func word(_ phrase: Phrase) -> String { phrase.text(in: language) }

    private func term(_ status: String, count: Int) -> ReportCell {
        let tone: ReportCell.Tone =
            status == "failed" || (status == "above_threshold" && count > 0) ? .serious : .plain
        return .term(code: status, label: label(status), tone: tone)
    }

    private func label(_ word: String) -> String {
        BatchWords.phrase(word).text(in: language)
    }
}
