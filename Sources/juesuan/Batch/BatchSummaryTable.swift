import Batch
import FinalAccounts
import Reporting

/// The end of a batch in a few rows: how many documents and units ended in which way, findings, where it is written.
struct BatchSummaryTable {
    private let summary: BatchSummary
    private let job: BatchJob
    private let language: Language

    init(_ summary: BatchSummary, job: BatchJob, language: Language) {
        self.summary = summary
        self.job = job
        self.language = language
    }

    /// Columns: `what, status, count`.
    var table: ReportTable {
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

/// What the machine names of a batch are called.
enum BatchWords {
    private static let phrases: [String: Phrase] = [
        "documents": Phrase(zhHans: "文件", en: "documents"), "units": Phrase(zhHans: "单位", en: "units"),
        "findings": Phrase(zhHans: "问题", en: "findings"),
        "above_threshold": Phrase(zhHans: "超过阈值", en: "above threshold"),
        "imported": Phrase(zhHans: "已导入", en: "imported"), "replaced": Phrase(zhHans: "已替换旧版", en: "replaced"),
        "unchanged": Phrase(zhHans: "未变", en: "unchanged"), "reinstated": Phrase(zhHans: "已恢复", en: "reinstated"),
        "skipped": Phrase(zhHans: "已跳过", en: "skipped"), "failed": Phrase(zhHans: "失败", en: "failed"),
        "done": Phrase(zhHans: "已完成", en: "done"), "running": Phrase(zhHans: "运行中", en: "running"),
        "interrupted": Phrase(zhHans: "已中断", en: "interrupted"), "finished": Phrase(zhHans: "已结束", en: "finished"),
        "abandoned": Phrase(zhHans: "已放弃", en: "abandoned"), "document": Phrase(zhHans: "文件", en: "document"),
        "unit": Phrase(zhHans: "单位", en: "unit"),
    ]

    /// The phrase of a name; the name itself where there is none.
    static func phrase(_ name: String) -> Phrase {
        phrases[name] ?? Phrase(zhHans: name, en: name)
    }
}
