import FinalAccounts
import Ledger
import Platform

/// The first half of a batch: every document is read, in parallel, and stored, in order of name.
struct DocumentPhase<Work: BatchWork>: OrderedConsumer {
    /// What came out of reading a document.
    enum Product: Sendable {
        /// Nothing has changed since it was stored.
        case known(BatchTask, run: Int64)
        /// It was read and has to be stored.
        case read(ReadDocument<Work.Reading>, inputHash: ContentHash)
        /// It could not be read.
        case failed(any Error, inputHash: ContentHash)
    }

    private let job: BatchJob
    private let work: Work
    private let journal: BatchJournal
    private let run: BatchRun
    private let output: OutputFolder
    private let observe: (BatchEvent) -> Void
    private let recorded: [String: (task: BatchTask, run: Int64)]
    private let stored: Set<ContentHash>
    /// What became of the documents so far.
    private(set) var reports: [BatchDocumentReport] = []
    /// What is kept of the documents read, by name, and about how many bytes that takes.
    private(set) var kept: [String: Work.Reading] = [:]
    private(set) var keptSize = 0

    init(_ context: BatchContext<Work>, observe: @escaping (BatchEvent) -> Void) throws(LedgerError) {
        job = context.job
        work = context.work
        journal = context.journal
        run = context.run
        output = context.output
        self.observe = observe
        recorded = try journal.tasks(of: job.name, kind: .document)
        stored = Set(try context.ledger.documents(includingSuperseded: true).map(\.factsHash))
    }

    /// Documents of earlier runs that the sources no longer name.
    func gone(_ documents: [BatchDocument]) -> [String] {
        recorded.keys.filter { name in !documents.contains { $0.name == name } }.sorted()
    }

    /// What reading a document may hold in memory: its bytes and what is made of them, by measurement.
    static func estimate(_ document: BatchDocument) -> Int { 8_000_000 + 8 * document.size }

    /// The work on one document, to be run anywhere.
    func reading() -> @Sendable (BatchDocument) -> Product {
        let (job, work, recorded, stored) = (job, work, recorded, stored)
        return { document in
            let settings = Self.settingsHash(document.source, job: job, work: work)
            do {
                let file = try SourceFile(reading: document.path, limit: work.byteLimit)
                let content = ContentHash(of: file.bytes)
                let inputHash = ContentHash(of: content.bytes + settings.bytes)
                if let (task, run) = recorded[document.name], task.state == .done, task.inputHash == inputHash,
                    stored.contains(task.ledgerHash)
                {
                    return .known(task, run: run)
                }
                do {
                    return .read(try work.load(document, file, for: job), inputHash: inputHash)
                } catch {
                    return .failed(error, inputHash: inputHash)
                }
            } catch {
                return .failed(error, inputHash: settings)
            }
        }
    }

    mutating func consume(_ document: BatchDocument, _ product: Product) throws {
        let report: BatchDocumentReport
        switch product {
        case .known(let task, let earlier):
            report = known(document, task, run: earlier)
        case .read(let read, let inputHash):
            report = try store(document, read.document, warnings: read.warnings, inputHash: inputHash)
            if report.status != .failed { keep(read, of: document) }
        case .failed(let error, let inputHash):
            report = try fail(document, error, inputHash: inputHash)
        }
        reports.append(report)
        observe(.document(report))
    }

    /// Keeps a reading for the document's units while a quarter of the memory holds it; one left out is read again.
    private mutating func keep(_ read: ReadDocument<Work.Reading>, of document: BatchDocument) {
        guard let reading = read.reading, keptSize + read.size <= job.limits.memory / 4 else { return }
        kept[document.name] = reading
        keptSize += read.size
    }

    private func known(_ document: BatchDocument, _ task: BatchTask, run earlier: Int64) -> BatchDocumentReport {
        let contents = JournalText.contents(DocumentContents.self, in: task.result) ?? DocumentContents()
        // What this run did before it was cut off is reported as if it had not been.
        let status = earlier == run.id ? contents.status ?? .unchanged : .skipped
        return BatchDocumentReport(name: document.name, status: status, contents: contents)
    }

    private func store(
        _ document: BatchDocument, _ read: LedgerDocument, warnings: [Bilingual], inputHash: ContentHash
    ) throws -> BatchDocumentReport {
        var contents = DocumentContents(read, warnings: warnings.map { $0.text(in: job.language) })
        do {
            let terms = ImportTerms(
                decision: document.source.contradiction, isConfirmed: document.source.isConfirmed)
            try journal.importDocument(read, in: run, terms: terms) { outcome in
                contents.status = BatchDocumentReport.Status(outcome.status)
                let remarks = outcome.remarks + outcome.differences.map(\.sentence)
                contents.warnings += remarks.map { $0.text(in: job.language) }
                return BatchTask(
                    kind: .document, name: document.name, state: .done, inputHash: inputHash,
                    ledgerHash: outcome.document.factsHash, result: try JournalText.text(of: contents))
            }
        } catch {
            return try fail(document, error, inputHash: inputHash)
        }
        return BatchDocumentReport(
            name: document.name, status: contents.status ?? .unchanged, contents: contents)
    }

    private func fail(
        _ document: BatchDocument, _ error: any Error, inputHash: ContentHash
    ) throws -> BatchDocumentReport {
        if let fatal = BatchFailure.isFatal(error, output: output) { throw fatal }
        let message = FailureMessage.text(error, in: job.language)
        try journal.record(
            BatchTask(
                kind: .document, name: document.name, state: .failed, inputHash: inputHash, ledgerHash: inputHash,
                message: message), in: run)
        return BatchDocumentReport(
            name: document.name, status: .failed, contents: DocumentContents(), message: message)
    }

    /// The digest of everything but the bytes that reading a document depends on.
    private static func settingsHash(_ source: BatchSource, job: BatchJob, work: Work) -> ContentHash {
        let parts: [String] = [
            work.identity.description, source.bodyName ?? "", source.fiscalYear?.description ?? "",
            source.amountUnit.rawValue, source.origin?.rawValue ?? "", job.scheme.text,
            source.contradiction?.rawValue ?? "", source.isConfirmed ? "confirmed" : "",
        ]
        return ContentHash(of: parts.joined(separator: "\u{0}").utf8)
    }
}

extension DocumentContents {
    init(_ document: LedgerDocument, warnings: [String]) {
        lines = document.lines.count
        figures = document.figures.count
        diagnostics = document.diagnostics.count
        var names: Set<String> = []
        var last: String?
        for line in document.lines where line.unit.name != last {
            last = line.unit.name
            names.insert(line.unit.name)
        }
        if let unit = document.unit { names.insert(unit.name) }
        units = names.sorted()
        self.warnings = warnings
    }
}

extension BatchDocumentReport.Status {
    fileprivate init(_ status: ImportOutcome.Status) {
        switch status {
        case .imported: self = .imported
        case .replaced: self = .replaced
        case .unchanged: self = .unchanged
        case .reinstated: self = .reinstated
        case .supplemented: self = .supplemented
        case .kept: self = .kept
        case .history: self = .history
        }
    }
}
