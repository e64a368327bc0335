import FinalAccounts
import Ledger
import Platform
import Reporting

/// The tables of `batch status`.
package struct BatchStatusTables {
    private let status: BatchStatus
    private let language: Language

    package init(_ status: BatchStatus, language: Language) {
        self.status = status
        self.language = language
    }

    /// Columns: `run, job, state, started, finished, resumed, exit_code, documents, units`.
    package var runs: ReportTable {
        ReportTable(
            name: "runs", title: language.words("批处理运行", "batch runs"),
            columns: [
                ReportColumn("run", title: language.words("序号", "run"), kind: .number),
                ReportColumn("job", title: language.words("任务", "job"), kind: .label),
                ReportColumn("state", title: language.words("状态", "state"), kind: .label),
                ReportColumn("started", title: language.words("开始", "started"), kind: .label),
                ReportColumn("finished", title: language.words("结束", "finished"), kind: .label, dispensability: 1),
                ReportColumn("resumed", title: language.words("续跑", "resumed"), kind: .number, dispensability: 4),
                ReportColumn("exit_code", title: language.words("退出码", "exit code"), kind: .number),
                ReportColumn(
                    "documents", title: language.words("处理文件", "documents done"), kind: .number, dispensability: 3),
                ReportColumn("units", title: language.words("处理单位", "units done"), kind: .number, dispensability: 2),
            ],
            rows: status.runs.map { one in
                [
                    .integer(Int(one.run.id)), .text(one.run.job),
                    .term(code: one.state, label: BatchWords.phrase(one.state).text(in: language)),
                    .moment(one.run.startedAt), .moment(one.run.finishedAt), .integer(one.run.resumed),
                    one.run.exitCode.map { .integer(Int($0)) } ?? .empty, .integer(one.documents), .integer(one.units),
                ]
            })
    }

    /// Columns: `job, kind, name, message`.
    package var failures: ReportTable {
        ReportTable(
            name: "failures", title: language.words("失败", "failures"),
            columns: [
                ReportColumn("job", title: language.words("任务", "job"), kind: .label, dispensability: 1),
                ReportColumn("kind", title: language.words("类别", "kind"), kind: .label),
                ReportColumn("name", title: language.words("名称", "name"), kind: .label),
                ReportColumn("message", title: language.words("原因", "message")),
            ],
            rows: status.failures.map { job, task in
                [
                    .text(job),
                    .term(
                        code: task.kind.rawValue, label: BatchWords.phrase(task.kind.rawValue).text(in: language)),
                    .text(task.name), .text(task.message ?? ""),
                ]
            })
    }
}
