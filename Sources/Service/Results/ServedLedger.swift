import Disclosures
import FinalAccounts
import Forecasting
import Foundation
import Ledger
import Platform
import Reporting
import Variance
import Workbench

/// The ledger that is served, understood as the commands understand it where nobody says otherwise.
package struct ServedLedger: Sendable {
    /// The ledger's path.
    let path: String
    private let subjects: SubjectCatalog?
    private let model: StoredPanelModel?
    /// Reads documents, each within bounds in a process that is kept for the next.
    private let processes: ReadingProcesses
    private let read: DocumentLoader.Read
    /// What finds what does not fit in documents.
    private let engines: FindingEngines
    /// The documents that were sent and imported, as they came.
    let originals: OriginalStore
    /// A digest of what answers rest on beside the ledger: the program, the classification and the model.
    let identity: ContentHash

    /// Loads what is needed beside the ledger.
    ///
    /// - Parameter read: reads documents; `nil` for within bounds in processes of their own.
    /// - Throws: `ReadError` or `WorkbenchError` for data of the program that cannot be read.
    package init(_ settings: ServingSettings, read: DocumentLoader.Read? = nil) throws {
        path = settings.ledger
        let texts = try settings.subjectFiles.map(SourceFile.settings)
        subjects =
            texts.count == 3
            ? try SubjectCatalog(functional: texts[0], economic: texts[1], crosswalk: texts[2]) : nil
        model = try settings.modelFile.map(StoredModel.read)
        processes = ReadingProcesses(
            arguments: [Self.readerCommand] + settings.subjectFiles, memory: ReadLimits().memoryBytes)
        self.read = read ?? processes.read
        engines = try FindingEngines(subjects: subjects, charactersFile: settings.charactersFile)
        originals = OriginalStore(ledger: settings.ledger)
        var digests = [Version.current, try ContentHash(ofFileAt: "/proc/self/exe").description]
        digests += texts.map { ContentHash(of: $0.utf8).description }
        if let file = settings.modelFile { digests.append(try ContentHash(ofFileAt: file).description) }
        identity = ContentHash(of: digests.joined(separator: "\n").utf8)
    }

    /// The calendar year; accounts of later years cannot exist.
    static var currentYear: FiscalYear {
        FiscalYear(Calendar(identifier: .gregorian).component(.year, from: Date()))
    }

    /// How lines are understood and shown.
    func context(in language: Language, thresholds: AnomalyThresholds = .draft, withModel: Bool = true) throws
        -> AnalysisContext
    {
        AnalysisContext(
            subjects: subjects, thresholds: try thresholds.scaled(to: .yuan), language: language,
            storedModel: withModel ? model : nil)
    }

    /// Lines of a body, or of all.
    func source(of body: String?, asOf day: String? = nil) -> LineSource {
        LineSource(
            .ledger(path), unit: body.map { BudgetUnit($0) }, asOf: day, latestYear: Self.currentYear)
    }

    /// A forecast as `juesuan forecast` makes it.
    func forecast(
        in language: Language, target: FiscalYear?, horizon: Int = 1, withBudget: Bool = false,
        level: SubjectLevel? = nil
    ) throws -> SpendingForecast {
        SpendingForecast(
            context: try context(in: language), target: target, horizon: horizon, withBudget: withBudget, level: level)
    }

    /// The argument by which this program reads documents for another of its processes.
    static let readerCommand = "reader"

    /// What reads a document as `juesuan import` does.
    ///
    /// - Parameters:
    ///   - body: the body, where the document names none.
    ///   - year: the year, where the document names none.
    func loader(body: String?, year: FiscalYear?, amountUnit: AmountUnit) -> DocumentLoader {
        let options = ReadOptions(
            limits: ReadLimits(memoryBytes: ReadLimits().memoryBytes), unit: body.map { BudgetUnit($0) },
            fiscalYear: year,
            recognition: .auto, amountUnit: amountUnit, processes: 2, keepsText: false)
        return DocumentLoader(
            reader: DisclosureReader(options: options, subjects: { [subjects] in subjects?.withoutCrosswalk }),
            amountUnit: amountUnit, latestYear: Self.currentYear, read: read, tryLines: processes.tryLines)
    }

    /// A document read as `juesuan check` reads it, with its text, in a process that is bounded.
    func disclosure(_ file: SourceFile, body: String? = nil, year: FiscalYear? = nil) throws -> Disclosure {
        let options = ReadOptions(
            limits: ReadLimits(memoryBytes: ReadLimits().memoryBytes), unit: body.map { BudgetUnit($0) },
            fiscalYear: year, recognition: .auto, processes: 2)
        let reader = DisclosureReader(options: options, subjects: { [subjects] in subjects?.withoutCrosswalk })
        return try read(reader, file)
    }

    /// Holds a document of the ledger against itself and keeps what is found.
    func check(_ document: StoredDocument, _ file: SourceFile) throws {
        let read = try disclosure(file, body: document.unit?.name, year: document.fiscalYear)
        try DocumentFindings(ledger: path).check(
            document, read, with: engines, program: Version.program, at: Date())
    }

    /// Keeps a document that was imported as it came, and checks it. Files of account lines have nothing to be held against.
    func keep(_ file: SourceFile) throws {
        try originals.keep(file)
        let hash = ContentHash(of: file.bytes)
        let store = try Ledger.open(at: path, readOnly: true)
        guard let document = try store.documents(includingSuperseded: true).last(where: { $0.contentHash == hash }),
            document.unit != nil
        else { return }
        try check(document, file)
    }

    /// What was done to the ledger, and what it holds.
    var history: LedgerHistory { LedgerHistory(path) }
}
