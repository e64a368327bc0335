import ArgumentParser
import Batch
import FinalAccounts
import Foundation
import Platform
import Reporting

/// `juesuan batch run`: a job from its sources to its outputs.
struct BatchRunCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        "run",
        Bilingual(
            "运行任务：读取来源，处理各单位，写出结果。",
            "Run a job: read its sources, work out its units, write its outputs."),
        about: Bilingual(
            """
            任务文件无误后才开始处理，错误指明所在的行。上次运行后没有变化的跳过，中断的运行从中断处继续，个别
            单位出错不影响其他单位。终端上以进度条显示进度，其他情况下每个事件在标准错误中占一行 JSON。

            退出码：0 为一切正常，1 为有发现超过任务的阈值，2 为部分文件或单位失败，其余按 sysexits.h，表示批处理无法运行。
            """,
            """
            Nothing is touched before the job file is found good; mistakes are named with their line. What has not changed since
            the last run is skipped, a run that was killed is taken up where it was, and one bad unit does not stop the others.
            On a terminal a bar shows how far it is; elsewhere every event is a line of JSON on standard error.

            The exit code is 0 when all is well, 1 when findings lie above the job's thresholds, 2 when some documents or units
            failed, and one of sysexits.h when the batch could not be run.
            """),
        examples: [
            "juesuan batch run nightly.yaml",
            "juesuan batch run nightly.yaml --dry-run",
        ])

    @Argument(help: ArgumentHelp("任务文件（YAML）。", "The job file (YAML).", valueName: Bilingual("任务.yaml", "job.yaml")))
    var job: String

    @Flag(
        help: ArgumentHelp(
            "只检查任务并列出将读取的文件，不作任何改动。", "Check the job and list the documents it would read, and touch nothing."))
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
                BatchEnd(
                    job: error.jobName, error: error, exitCode: Self.exitCode(error), language: output.spokenLanguage
                )
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
        warnings.forEach(StandardStream.remark)
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
