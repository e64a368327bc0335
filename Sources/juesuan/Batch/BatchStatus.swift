import FinalAccounts
import Ledger
import Reporting

/// The runs a journal knows of, and what failed in the jobs they are of.
struct BatchStatus {
    /// One run, with what it has worked on so far.
    struct Run {
        let run: BatchRun
        /// `running`, `interrupted`, `finished` or `abandoned`.
        let state: String
        /// Documents and units that were last done in this run.
        let documents: Int
        let units: Int
    }

    /// The runs, the latest first.
    let runs: [Run]
    /// Tasks that failed when they were last tried.
    let failures: [(job: String, task: BatchTask)]

    /// Gathers the state of some runs.
    ///
    /// - Parameter isHeld: whether a batch is at work on the ledger.
    init(runs: [BatchRun], journal: BatchJournal, isHeld: Bool) throws {
        var counts: [Int64: (documents: Int, units: Int)] = [:]
        var failures: [(job: String, task: BatchTask)] = []
        for job in Set(runs.map(\.job)).sorted() {
            for kind in [BatchTask.Kind.document, .unit] {
                let tasks = try journal.tasks(of: job, kind: kind)
                for (_, (task, run)) in tasks.sorted(by: { $0.key < $1.key }) {
                    if kind == .document {
                        counts[run, default: (0, 0)].documents += 1
                    } else {
                        counts[run, default: (0, 0)].units += 1
                    }
                    if task.state == .failed { failures.append((job, task)) }
                }
            }
        }
        self.failures = failures
        self.runs = runs.map { run in
            let count = counts[run.id] ?? (0, 0)
            return Run(
                run: run, state: run.state == .running && !isHeld ? "interrupted" : run.state.rawValue,
                documents: count.documents, units: count.units)
        }
    }
}

/// The tables of `batch status`.
struct BatchStatusTables {
    private let status: BatchStatus
    private let language: Language

    init(_ status: BatchStatus, language: Language) {
        self.status = status
        self.language = language
    }

    /// Columns: `run, job, state, started, finished, resumed, exit_code, documents, units`.
    var runs: ReportTable {
        ReportTable(
            name: "runs", title: text("批处理运行", "batch runs"),
            columns: [
                ReportColumn("run", title: text("序号", "run"), kind: .number),
                ReportColumn("job", title: text("任务", "job"), kind: .label),
                ReportColumn("state", title: text("状态", "state"), kind: .label),
                ReportColumn("started", title: text("开始", "started"), kind: .label),
                ReportColumn("finished", title: text("结束", "finished"), kind: .label, dispensability: 1),
                ReportColumn("resumed", title: text("续跑", "resumed"), kind: .number, dispensability: 4),
                ReportColumn("exit_code", title: text("退出码", "exit code"), kind: .number),
                ReportColumn("documents", title: text("处理文件", "documents done"), kind: .number, dispensability: 3),
                ReportColumn("units", title: text("处理单位", "units done"), kind: .number, dispensability: 2),
            ],
            rows: status.runs.map { one in
                [
                    .integer(Int(one.run.id)), .text(one.run.job),
                    .term(code: one.state, label: BatchWords.phrase(one.state).text(in: language)),
                    .text(one.run.startedAt), .text(ifStated: one.run.finishedAt), .integer(one.run.resumed),
                    one.run.exitCode.map { .integer(Int($0)) } ?? .empty, .integer(one.documents), .integer(one.units),
                ]
            })
    }

    /// Columns: `job, kind, name, message`.
    var failures: ReportTable {
        ReportTable(
            name: "failures", title: text("失败", "failures"),
            columns: [
                ReportColumn("job", title: text("任务", "job"), kind: .label, dispensability: 1),
                ReportColumn("kind", title: text("类别", "kind"), kind: .label),
                ReportColumn("name", title: text("名称", "name"), kind: .label),
                ReportColumn("message", title: text("原因", "message")),
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

    private func text(_ zhHans: String, _ en: String) -> String {
        Phrase(zhHans: zhHans, en: en).text(in: language)
    }
}
