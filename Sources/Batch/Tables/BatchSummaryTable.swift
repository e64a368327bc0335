import FinalAccounts
import Platform
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
            name: "batch", title: word(Bilingual("批处理 \(summary.job)", "batch \(summary.job)")),
            columns: [
                ReportColumn("what", title: word(Bilingual("对象", "what"))),
                ReportColumn("status", title: word(Bilingual("结果", "status"))),
                ReportColumn("count", title: word(Bilingual("数量", "count")), kind: .number),
            ],
            rows: rows.map { what, status, count in
                [.term(code: what, label: label(what)), term(status, count: count), .integer(count)]
            },
            notes: [
                word(
                    Bilingual(
                        "总览在 \(job.resolved(job.output))/index.html，结果在同一文件夹的 summary.json",
                        "The overview is in \(job.resolved(job.output))/index.html, the summary in summary.json beside it"
                    ))
            ])
    }

    private func word(_ phrase: Bilingual) -> String { phrase.text(in: language) }

    private func term(_ status: String, count: Int) -> ReportCell {
        let tone: ReportCell.Tone =
            status == "failed" || (status == "above_threshold" && count > 0) ? .serious : .plain
        return .term(code: status, label: label(status), tone: tone)
    }

    private func label(_ word: String) -> String {
        BatchWords.phrase(word).text(in: language)
    }
}
