import Consistency
import Disclosures
import FinalAccounts
import Forecasting
import Ledger
import Platform
import Reporting
import Variance
import Workbench

/// What a batch does with documents and units: reads, checks, analyses, writes.
package struct DisclosureBatchWork: BatchWork {
    /// What is kept of a document.
    package struct Reading: Sendable {
        /// The digest of the bytes it was read from.
        let content: ContentHash
        /// What was found in it; `nil` where nothing is to be checked in it.
        let assessment: Assessment?
    }

    package let identity: ContentHash
    package let documentEndings = DocumentPaths.endings
    package let steps = Set(BatchStep.allCases)
    package let byteLimit = ReadLimits().fileBytes
    private let subjects: SubjectCatalog?
    private let characters: LikeCharacters?
    private let chartScript: String?
    private let latestYear: FiscalYear
    private let storedModel: StoredPanelModel?
    private let read: DocumentLoader.Read
    private let tryLines: DocumentLoader.TryLines

    /// Takes what all documents and units share.
    ///
    /// - Parameters:
    ///   - identity: a digest of the program and the data it works with.
    ///   - subjects: the classification, with its changes of codes; `nil` where it is not installed.
    ///   - characters: which characters are alike; `nil` where the table is not installed.
    ///   - chartScript: the chart library that goes into reports; `nil` for drawings only.
    ///   - latestYear: the last year that accounts may be of.
    ///   - storedModel: the model for panels too small to be fitted; `nil` where none is installed.
    ///   - read: reads a disclosure.
    ///   - tryLines: finds out whether a large file of account lines can be read.
    package init(
        identity: ContentHash, subjects: SubjectCatalog?, characters: LikeCharacters? = nil, chartScript: String?,
        latestYear: FiscalYear, storedModel: StoredPanelModel?,
        read: @escaping DocumentLoader.Read = { try $0.read($1) },
        tryLines: @escaping DocumentLoader.TryLines = { _, _ in }
    ) {
        self.identity = identity
        self.subjects = subjects
        self.characters = characters
        self.chartScript = chartScript
        self.latestYear = latestYear
        self.storedModel = storedModel
        self.read = read
        self.tryLines = tryLines
    }

    package func load(
        _ document: BatchDocument, _ file: SourceFile, for job: BatchJob
    ) throws -> ReadDocument<Reading> {
        let source = document.source
        let loaded = try DocumentLoader(
            reader: reader(for: source), amountUnit: source.amountUnit, scheme: job.scheme, origin: source.origin,
            latestYear: latestYear, read: read, tryLines: tryLines
        ).load(file)
        var stored = loaded.ledgerDocument
        stored.fileName = document.name
        guard job.steps.contains(.check) else { return ReadDocument(stored, warnings: loaded.warnings) }
        let isReviewed = job.year == nil || loaded.disclosure?.fiscalYear == job.year
        let assessment = isReviewed ? loaded.disclosure.map(engine(for: job).assess) : nil
        return ReadDocument(
            stored, warnings: loaded.warnings, reading: Reading(content: stored.contentHash, assessment: assessment),
            size: 200 + (assessment?.byteEstimate ?? 0))
    }

    package func analyse(_ unit: BatchUnit<Reading>, for job: BatchJob) throws -> UnitOutcome {
        let context = AnalysisContext(
            scheme: job.scheme, subjects: job.scheme == .china ? subjects : nil,
            amounts: AmountStyle(shownIn: job.showAmounts), thresholds: .standard(job.profile), language: job.language,
            storedModel: storedModel)
        return try UnitWork(unit: unit, job: job, context: context, chartScript: chartScript).run {
            try assessment(of: $0, in: unit, among: $1, for: job)
        }
    }

    /// What was found in a document, as it was read for the ledger or, where this run did not, by reading it now.
    ///
    /// - Returns: `nil` for account lines, and for a document that is none of those wanted.
    private func assessment(
        of document: BatchDocument, in unit: BatchUnit<Reading>, among wanted: Set<ContentHash>, for job: BatchJob
    ) throws -> Assessment? {
        if let reading = unit.readings[document.name] {
            return wanted.contains(reading.content) ? reading.assessment : nil
        }
        let file = try SourceFile(reading: document.path, limit: byteLimit)
        guard !LineFile.isLineFile(file, yearIsGiven: document.source.fiscalYear != nil),
            wanted.contains(ContentHash(of: file.bytes))
        else { return nil }
        return engine(for: job).assess(try read(reader(for: document.source), file))
    }

    private func engine(for job: BatchJob) -> CheckEngine {
        CheckEngine(language: job.language, subjects: subjects?.functional, characters: characters)
    }

    /// The reader a source asks for.
    private func reader(for source: BatchSource) -> DisclosureReader {
        let plain = subjects?.withoutCrosswalk
        return DisclosureReader(
            options: ReadOptions(
                unit: source.bodyName.map { BudgetUnit($0) }, fiscalYear: source.fiscalYear, recognition: .auto),
            subjects: { plain })
    }
}

extension AmountStyle {
    /// The style for a unit to be shown: two decimals of it for people, yuan for programs.
    init(shownIn unit: AmountUnit) {
        self =
            unit.isPlain
            ? AmountStyle(givenIn: unit) : AmountStyle(displayUnit: unit, displayDecimals: 2, machineUnit: .yuan)
    }
}
