import ArgumentParser
import Batch
import FinalAccounts
import Foundation
import Ledger
import Platform
import Reporting

/// `juesuan batch status`: past runs, how far the present one is, what failed.
struct BatchStatusCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        "status",
        Bilingual(
            "显示以往的运行、当前进度和失败项。",
            "Show past runs, how far the present one is, and what failed."),
        about: Bilingual(
            "中断的运行标为中断，再次运行“batch run”时继续。",
            "A run that was cut off is shown as interrupted; the next 'batch run' of the same job takes it up."),
        examples: [
            "juesuan batch status nightly.yaml",
            "juesuan batch status --ledger juesuan.sqlite --last 5 --format json",
        ])

    @Argument(
        help: ArgumentHelp(
            "任务文件，查看其账本和运行记录。", "The job file; its ledger and its runs are looked at.",
            valueName: Bilingual("任务.yaml", "job.yaml")))
    var job: String?

    @Option(
        help: ArgumentHelp(
            "不给任务文件时的账本，显示所有任务的运行记录。", "The ledger, without a job file; runs of all jobs are shown.",
            valueName: Bilingual("文件", "file")))
    var ledger: String?

    @Option(
        help: ArgumentHelp(
            "显示几次运行，最近的在前。", "How many runs are shown, the latest first.", valueName: Bilingual("数", "n")))
    var last: Int = 10

    @OptionGroup var output: OutputOptions

    func validate() throws {
        if job != nil, ledger != nil {
            throw ValidationError(Bilingual("任务文件与 --ledger 只能给出一个", "give a job file or --ledger, not both"))
        }
        if last < 1 {
            throw ValidationError(
                Bilingual("--last 应为不小于 1 的整数，不能是 \(last)", "--last takes a whole number of at least 1, not \(last)"))
        }
    }

    func run() throws {
        let batch = try job.map { try BatchJob(file: $0) }
        let path = batch.map { $0.resolved($0.ledger) } ?? ledger ?? "juesuan.sqlite"
        let store = try Ledger.open(at: path, readOnly: true)
        let journal = BatchJournal(store)
        let status = try BatchStatus(
            runs: Array(journal.runs(of: batch?.name).prefix(last)), journal: journal,
            isHeld: BatchLock.isHeld(ledger: path))
        let tables = BatchStatusTables(status, language: output.spokenLanguage)
        try output.write([tables.runs] + (status.failures.isEmpty ? [] : [tables.failures]), amounts: .chinese)
    }
}
