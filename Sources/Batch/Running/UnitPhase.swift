import FinalAccounts
import Ledger
import Platform
import Workbench

/// The second half of a batch: every unit is worked out, in parallel, and recorded in order of name.
struct UnitPhase<Work: BatchWork>: OrderedConsumer {
    /// What came out of working on a unit.
    enum Product: Sendable {
        /// Nothing has changed since, and what was made is still there.
        case known(BatchTask, run: Int64)
        /// It was worked out and has to be recorded.
        case made(UnitOutcome, outputs: [BatchTask.Output], hashes: UnitHashes)
        /// It could not be worked out.
        case failed(any Error, hashes: UnitHashes)
    }

    private let context: BatchContext<Work>
    private let observe: (BatchEvent) -> Void
    private let recorded: [String: (task: BatchTask, run: Int64)]
    private let folders: [BudgetUnit: String]
    private let documents: [String: [BatchDocument]]
    private let readings: [String: Work.Reading]
    private let inputHash: ContentHash
    /// What became of the units so far.
    private(set) var reports: [BatchUnitReport] = []

    init(
        _ context: BatchContext<Work>, units: [BudgetUnit], documents: [String: [BatchDocument]],
        readings: [String: Work.Reading], observe: @escaping (BatchEvent) -> Void
    ) throws(LedgerError) {
        self.documents = documents
        self.readings = readings
        self.context = context
        self.observe = observe
        recorded = try context.journal.tasks(of: context.job.name, kind: .unit)
        folders = FolderName.names(of: units)
        inputHash = ContentHash(of: context.work.identity.bytes + context.job.analysisHash.bytes)
    }

    /// What working on a unit may hold in memory: its lines, their series and a report, by measurement.
    static func estimate(_ unit: BudgetUnit) -> Int { 24_000_000 }

    /// The work on one unit, to be run anywhere.
    func working() -> @Sendable (BudgetUnit) -> Product {
        let (context, recorded, folders, inputHash) = (context, recorded, folders, inputHash)
        let (documents, readings) = (documents, readings)
        return { unit in
            var hashes = UnitHashes(input: inputHash, ledger: inputHash)
            do {
                hashes.ledger = try context.ledger.stateHash(of: unit)
                if let (task, run) = recorded[unit.name], task.state == .done, task.inputHash == hashes.input,
                    task.ledgerHash == hashes.ledger, context.output.holds(task.outputs)
                {
                    return .known(task, run: run)
                }
                let folder = folders[unit] ?? unit.name
                let earlier = recorded[unit.name]?.task.outputs ?? []
                context.output.adopt(earlier)
                let own = documents[unit.name] ?? []
                var outcome = try Self.analyse(
                    unit, documents: own,
                    readings: own.reduce(into: [:]) { $0[$1.name] = readings[$1.name] }, in: folder, context)
                let outputs = try outcome.files.sorted().map { name in
                    let path = folder + "/" + name
                    return BatchTask.Output(
                        path: path, hash: try ContentHash(ofFileAt: context.output.path + "/" + path))
                }
                outcome.kept += context.output.remove(earlier, except: outputs).map {
                    Bilingual("\($0) 不再生成，但已被编辑，予以保留", "\($0) is no longer made, but was edited and stays")
                }
                return .made(outcome, outputs: outputs, hashes: hashes)
            } catch {
                return .failed(error, hashes: hashes)
            }
        }
    }

    private static func analyse(
        _ unit: BudgetUnit, documents: [BatchDocument], readings: [String: Work.Reading], in folder: String,
        _ context: BatchContext<Work>
    ) throws -> UnitOutcome {
        let lines = try context.ledger.lines(of: unit, years: context.job.years)
        guard !lines.isEmpty else {
            throw WorkbenchError(
                .data,
                Bilingual("任务所列年度中没有“\(unit.name)”的科目数据", "no account lines of '\(unit.name)' in the job's years"),
                advice: Bilingual("请核对名称和来源", "check the name and the sources")
            )
        }
        let path = try context.output.makeFolder(named: folder)
        return try context.work.analyse(
            BatchUnit(
                unit: unit, lines: lines, documents: documents, readings: readings, ledger: context.ledger,
                folder: path),
            for: context.job)
    }

    mutating func consume(_ unit: BudgetUnit, _ product: Product) throws {
        let report: BatchUnitReport
        switch product {
        case .known(let task, let run):
            let status: BatchUnitReport.Status = run == context.run.id ? .done : .skipped
            let contents = JournalText.contents(UnitContents.self, in: task.result) ?? UnitContents()
            report = BatchUnitReport(
                name: unit.name, status: status, contents: contents, files: task.outputs.map(\.path))
        case .made(let outcome, let outputs, let hashes):
            let contents = UnitContents(
                findings: outcome.findings, aboveThreshold: outcome.aboveThreshold,
                warnings: (outcome.warnings + outcome.kept).map { $0.text(in: context.job.language) },
                overview: outcome.overview)
            outcome.kept.forEach { observe(.warning($0.at(unit.name))) }
            try record(unit, .done, hashes, outputs: outputs, contents: contents)
            report = BatchUnitReport(name: unit.name, status: .done, contents: contents, files: outputs.map(\.path))
        case .failed(let error, let hashes):
            if let fatal = BatchFailure.isFatal(error, output: context.output) { throw fatal }
            let message = FailureMessage.text(error, in: context.job.language)
            try record(unit, .failed, hashes, message: message)
            report = BatchUnitReport(
                name: unit.name, status: .failed, contents: UnitContents(), files: [], message: message)
        }
        reports.append(report)
        observe(.unit(report))
    }

    private func record(
        _ unit: BudgetUnit, _ state: BatchTask.State, _ hashes: UnitHashes, outputs: [BatchTask.Output] = [],
        contents: UnitContents = UnitContents(), message: String? = nil
    ) throws {
        try context.journal.record(
            BatchTask(
                kind: .unit, name: unit.name, state: state, inputHash: hashes.input, ledgerHash: hashes.ledger,
                outputs: outputs, result: try JournalText.text(of: contents), message: message), in: context.run)
    }
}

/// What a unit is made from, as digests.
struct UnitHashes: Sendable {
    let input: ContentHash
    var ledger: ContentHash
}
