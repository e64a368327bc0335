import Batch
import Consistency
import Disclosures
import FinalAccounts
import Forecasting
import Foundation
import Ledger
import Platform
import Reporting
import Variance

/// What a batch does with documents and units: reads, checks, analyses, writes.
struct DisclosureBatchWork: BatchWork {
    let identity: ContentHash
    let byteLimit = ReadLimits().fileBytes
    let documentEndings = DocumentPaths.endings
    let steps = Set(BatchStep.allCases)
    private let subjects: SubjectCatalog?
    private let chartScript: String?
    private let latestYear: FiscalYear
    private let storedModel: PanelModel?

    /// Loads what all documents and units share.
    ///
    /// - Throws: `SubjectDataError`; what reading the program's own files throws.
    init(for job: BatchJob) throws {
        let catalog = try DataFolder.subjects(joinsCodes: true)
        subjects = catalog
        chartScript = job.interactiveCharts ? try DataFolder.chartScript() : nil
        latestYear = Environment.currentYear
        storedModel = try StoredModel.read(nil)
        // Any other build, data or chart library may give other results.
        var files = [DataFolder.executable]
        files += DataFolder.subjectFiles
        files += [StoredModel.shippedPath].compactMap { $0 }
        if job.interactiveCharts { files += [DataFolder.chartScriptPath].compactMap { $0 } }
        identity = ContentHash(
            of: try files.map { try ContentHash(ofFileAt: $0).description }.joined(separator: "\n").utf8)
    }

    func load(
        _ document: BatchDocument, _ file: SourceFile, for job: BatchJob
    ) throws -> (document: LedgerDocument, warnings: [String]) {
        let source = document.source
        let loader = DocumentLoader(
            reader: Self.reader(for: source), amountUnit: source.amountUnit, scheme: job.scheme, origin: source.origin,
            latestYear: latestYear)
        do {
            var loaded = try loader.load(file)
            loaded.ledgerDocument.fileName = document.name
            return (loaded.ledgerDocument, loaded.warnings)
        } catch {
            throw BatchWorkFailure(error)
        }
    }

    func analyse(_ unit: BatchUnit, for job: BatchJob) throws -> UnitOutcome {
        do {
            return try UnitWork(unit: unit, job: job, context: context(for: job), chartScript: chartScript).run(
                checking: CheckEngine(language: job.language, subjects: subjects?.functional))
        } catch let error as OutputError {
            throw error
        } catch let error as LedgerError {
            throw error
        } catch {
            throw BatchWorkFailure(error)
        }
    }

    private func context(for job: BatchJob) -> AnalysisContext {
        AnalysisContext(
            scheme: job.scheme, subjects: job.scheme == .china ? subjects : nil,
            amounts: AmountStyle(shownIn: job.showAmounts), thresholds: .standard(job.profile), language: job.language,
            storedModel: storedModel)
    }

    /// The reader a source asks for.
    static func reader(for source: BatchSource) -> DisclosureReader {
        DisclosureReader(
            options: ReadOptions(
                unit: source.bodyName.map { BudgetUnit($0) }, fiscalYear: source.fiscalYear, recognition: .auto),
            subjects: { try? DataFolder.subjects(joinsCodes: false) })
    }
}

/// An error as the summary words it.
struct BatchWorkFailure: Error, CustomStringConvertible {
    let description: String

    init(_ error: any Error) {
        description = FailureReport.message(for: error)
    }
}

extension AmountStyle {
    /// The style for a unit to be shown: two decimals of it for people, yuan for programs.
    init(shownIn unit: AmountUnit) {
        self = unit == .none ? .plain : AmountStyle(displayUnit: unit, displayDecimals: 2, machineUnit: .yuan)
    }
}
