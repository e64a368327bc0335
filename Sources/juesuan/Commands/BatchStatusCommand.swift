import ArgumentParser
import Batch
import FinalAccounts
import Foundation
import Ledger
import Reporting

/// `juesuan batch status`: past runs, how far the present one is, what failed.
struct BatchStatusCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status",
        abstract: "Show past runs, how far the present one is, and what failed. (状态)",
        discussion: """
            A run that was cut off is shown as interrupted; the next 'batch run' of the same job takes it up.

            Example:

              juesuan batch status nightly.yaml
              juesuan batch status --ledger juesuan.sqlite --last 5 --format json
            """)

    @Argument(help: ArgumentHelp("The job file; its ledger and its runs are looked at.", valueName: "job.yaml"))
    var job: String?

    @Option(help: ArgumentHelp("The ledger, without a job file; runs of all jobs are shown.", valueName: "file"))
    var ledger: String?

    @Option(help: ArgumentHelp("How many runs are shown, the latest first.", valueName: "n"))
    var last: Int = 10

    @OptionGroup var output: OutputOptions

    func validate() throws {
        if job != nil, ledger != nil { throw ValidationError("give a job file or --ledger, not both") }
        if last < 1 { throw ValidationError("--last takes a whole number of at least 1, not \(last)") }
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
