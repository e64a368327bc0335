import ArgumentParser
import Batch
import FinalAccounts
import Foundation
import Platform
import Reporting

/// `juesuan batch run`: a job from its sources to its outputs.
struct BatchRunCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: "Run a job: read its sources, work out its units, write its outputs. (运行)",
        discussion: """
            Nothing is touched before the job file is found good; mistakes are named with their line. What has not changed since
            the last run is skipped, a run that was killed is taken up where it was, and one bad unit does not stop the others.
            On a terminal a bar shows how far it is; elsewhere every event is a line of JSON on standard error.

            The exit code is 0 when all is well, 1 when findings lie above the job's thresholds, 2 when some documents or units
            failed, and one of sysexits.h when the batch could not be run.

            Example:

              juesuan batch run nightly.yaml
              juesuan batch run nightly.yaml --dry-run
            """)

    @Argument(help: ArgumentHelp("The job file (YAML).", valueName: "job.yaml"))
    var job: String

    @Flag(help: "Check the job and list the documents it would read, and touch nothing.")
    var dryRun = false

    @OptionGroup var output: OutputOptions

    func run() async throws {
        let log = BatchLog(language: output.spokenLanguage)
        defer { log.finish() }
        let batch = try readJob(log)
        ShippedData.warnings(on: ShippedData.allCases).forEach { log.note(.warning($0)) }
        let runner = BatchRunner(job: batch, file: job, work: try work(for: batch))
        if dryRun { return try list(runner) }
        let summary = try await runner.run(
            command: CommandLine.arguments.joined(separator: " "), program: Version.program,
            now: { Date() }, exitCode: Self.exitCode, observe: log.note)
        log.finish()
        try output.write(
            [BatchSummaryTable(summary, job: batch, language: output.spokenLanguage).table], amounts: .chinese)
        if summary.exitCode != 0 { throw ExitCode(summary.exitCode) }
    }

    /// The job; those whom a faulty one names as far as it can be read are told.
    private func readJob(_ log: BatchLog) throws -> BatchJob {
        do {
            return try BatchJob(file: job)
        } catch {
            if !dryRun {
                BatchEnd(job: error.jobName, error: error, exitCode: Self.exitCode(error))
                    .tell(error.notifications, observe: log.note)
            }
            throw error
        }
    }

    private static func exitCode(_ error: any Error) -> Int32 {
        FailureReport.failure(for: error).map { ExitStatus($0.kind).rawValue } ?? ExitStatus.software.rawValue
    }

    private func work(for job: BatchJob) throws -> DisclosureBatchWork {
        let processes = ReaderProcesses.with(memory: job.limits.readingMemory)
        return DisclosureBatchWork(
            identity: try DataFolder.identity(withCharts: job.interactiveCharts),
            subjects: try DataFolder.subjects(joinsCodes: true), characters: try DataFolder.characters(),
            chartScript: job.interactiveCharts ? try DataFolder.chartScript() : nil,
            latestYear: Environment.currentYear, storedModel: try DataFolder.storedModel(),
            read: processes.read, tryLines: processes.tryLines)
    }

    private func list(_ runner: BatchRunner<DisclosureBatchWork>) throws {
        let (documents, warnings) = try runner.documents()
        warnings.forEach(StandardStream.report)
        let language = output.spokenLanguage
        let table = ReportTable(
            name: "documents", title: Bilingual("将读取的文件", "documents to be read").text(in: language),
            columns: [
                ReportColumn("file", title: Bilingual("文件", "file").text(in: language), kind: .label),
                ReportColumn("bytes", title: Bilingual("字节", "bytes").text(in: language), kind: .number),
            ], rows: documents.map { [.text($0.name), .integer($0.size)] })
        try output.write([table], amounts: .chinese)
    }
}
