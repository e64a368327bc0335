import FinalAccounts
import Foundation
import Ledger
import Platform
import Reporting

/// Runs a job: reads its documents into the ledger, works out its units, reports.
///
/// Documents are read in parallel and stored in order of name, one transaction each, so that a run that is killed
/// leaves a ledger that holds the first so many of them, and one that is resumed gives every row the number it would have
/// had. What is done is journalled with digests of what it was made from; the same job run again skips what has not
/// changed. A document or unit that fails does not stop the others; a full or read-only disk does.
///
/// ```swift
/// let runner = BatchRunner(job: job, file: "nightly.yaml", work: work)
/// let summary = try await runner.run(command: "batch run nightly.yaml", program: "juesuan 0.1", now: Date.init) { print($0) }
/// exit(summary.exitCode)
/// ```
package struct BatchRunner<Work: BatchWork>: Sendable {
    private let job: BatchJob
    private let file: String
    private let work: Work

    /// Prepares a job.
    ///
    /// - Parameters:
    ///   - job: what to do.
    ///   - file: the job file, for messages.
    ///   - work: how to read a document and work out a unit.
    package init(job: BatchJob, file: String, work: Work) {
        self.job = job
        self.file = file
        self.work = work
    }

    /// The documents the job would read, without doing anything.
    ///
    /// - Throws: ``InvalidJob`` where a step is not there, a source does not exist or there is no document.
    package func documents() throws(InvalidJob) -> (documents: [BatchDocument], warnings: [Bilingual]) {
        if let missing = job.steps.first(where: { !work.steps.contains($0) }) {
            throw InvalidJob(
                file: file,
                problems: [
                    .init(
                        line: job.stepsLine, column: 1,
                        message: Bilingual(
                            "此处不能执行步骤“\(missing.rawValue)”", "the step '\(missing.rawValue)' cannot be taken here"))
                ])
        }
        return try SourceScan(job: job, file: file, endings: work.documentEndings).documents()
    }

    /// Runs the job to its end, or takes it up where an earlier process was cut off.
    ///
    /// - Parameters:
    ///   - command: the command as it was given, for the ledger.
    ///   - program: the program and its version.
    ///   - now: tells the time.
    ///   - exitCode: what the program ends with for an error, for those who are told of it.
    ///   - observe: told what happens, in an order that does not depend on chance.
    /// - Returns: the summary, which also stands in `summary.json` in the output folder.
    /// - Throws: ``InvalidJob`` before anything is touched; `LedgerError` and `OutputError` where going on makes no
    ///   sense. The run can be taken up again after any of them.
    package func run(
        command: String, program: String, now: @Sendable () -> Date,
        exitCode: (any Error) -> Int32 = { _ in 70 }, observe: @escaping (BatchEvent) -> Void
    ) async throws -> BatchSummary {
        do {
            let summary = try await runToEnd(command: command, program: program, now: now, observe: observe)
            tell(BatchEnd(summary), observe)
            return summary
        } catch {
            tell(BatchEnd(job: job.name, error: error, exitCode: exitCode(error), language: job.language), observe)
            throw error
        }
    }

    private func tell(_ end: BatchEnd, _ observe: (BatchEvent) -> Void) {
        end.tell(job.notifications, keepingIn: job.resolved(job.output), observe: observe)
    }

    private func runToEnd(
        command: String, program: String, now: @Sendable () -> Date, observe: @escaping (BatchEvent) -> Void
    ) async throws -> BatchSummary {
        let (documents, warnings) = try documents()
        let ledgerPath = job.resolved(job.ledger)
        // A ledger among the results is made with their folder; one elsewhere may be a slip of the path.
        if ledgerPath.hasPrefix(job.resolved(job.output) + "/") { try Folder.create(job.resolved(job.output)) }
        let lock = try BatchLock(ledger: ledgerPath)
        let output = try OutputFolder(preparing: job.resolved(job.output))
        defer { output.release() }
        let ledger = try Ledger.openOrCreate(at: ledgerPath)
        let journal = BatchJournal(ledger)
        let interrupted = try journal.runs(of: job.name).count { $0.state == .running }
        let run = try journal.begin(job: job.name, hash: job.hash, command: command, program: program, at: now())
        let context = BatchContext(
            job: job, work: work, ledger: ledger, journal: journal, run: run, output: output)
        observe(.started(run, documents: documents.count))
        PendingNotices(in: output.path).deliver(to: job.notifications, observe: observe)
        if interrupted > 0 {
            tell(BatchEnd.interrupted(job.name, isResumed: run.resumed > 0, language: job.language), observe)
        }
        warnings.forEach { observe(.warning($0)) }
        let summary = try await work(on: documents, context, now: now, observe: observe)
        for name in ["summary.json", "index.html", "index.xlsx"] {
            guard let kept = try WrittenFiles.keepAside(output.path + "/" + name) else { continue }
            observe(.warning(Bilingual("\(name) 已被编辑，另存为 \(kept)", "\(name) was edited and is kept as \(kept)")))
        }
        let index = BatchIndex(
            summary, renderer: TableRenderer(language: job.language, amounts: AmountStyle(shownIn: job.showAmounts)))
        try AtomicFile.write(summary.json.text(.indented) + "\n", to: output.path + "/summary.json")
        try AtomicFile.write(index.html, to: output.path + "/index.html")
        try index.write(workbook: output.path + "/index.xlsx")
        try journal.finish(run, exitCode: summary.exitCode, summary: summary.counts.text(), at: now())
        try ledger.close()
        _ = consume lock
        return summary
    }

    private func work(
        on documents: [BatchDocument], _ context: BatchContext<Work>, now: @Sendable () -> Date,
        observe: @escaping (BatchEvent) -> Void
    ) async throws -> BatchSummary {
        var reading = try DocumentPhase(context, observe: observe)
        let gone = reading.gone(documents)
        gone.forEach {
            observe(
                .warning(
                    Bilingual(
                        "\($0)：文件已不在，此前读取的内容仍然有效", "\($0): the document is gone; what was read from it still counts")))
        }
        let read = reading.reading()
        try await OrderedWork(width: job.limits.parallel, budget: job.limits.memory).run(
            documents, into: &reading, estimate: DocumentPhase<Work>.estimate, read)
        let units = units(in: reading.reports)
        observe(.unitsFound(units.count))
        var speaking: [String: [BatchDocument]] = [:]
        for (document, report) in zip(documents, reading.reports) {
            for unit in report.contents.units { speaking[unit, default: []].append(document) }
        }
        var working = try UnitPhase(
            context, units: units, documents: speaking, readings: reading.kept, observe: observe)
        let analyse = working.working()
        try await OrderedWork(width: job.limits.parallel, budget: job.limits.memory - reading.keptSize).run(
            units, into: &working, estimate: UnitPhase<Work>.estimate, analyse)
        return BatchSummary(
            job: job.name, run: context.run.id, documents: reading.reports, units: working.reports, gone: gone,
            unplacedAboveThreshold: reading.reports.count { isAboveThreshold($0) }, startedAt: context.run.startedAt,
            finishedAt: now().ISO8601Format())
    }

    /// The units of the job, in order of name: those it names, or all that its documents speak of.
    private func units(in reports: [BatchDocumentReport]) -> [BudgetUnit] {
        let units = job.units ?? reports.flatMap(\.contents.units).map { BudgetUnit($0) }
        return Set(units).sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    }

    private func isAboveThreshold(_ report: BatchDocumentReport) -> Bool {
        job.thresholds.unplaced.map { report.contents.diagnostics > $0 } ?? false
    }
}
