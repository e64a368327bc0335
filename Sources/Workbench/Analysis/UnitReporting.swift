import Consistency
import Disclosures
import FinalAccounts
import Platform
import Reporting

/// Makes the report of one body and year.
package struct UnitReporting: Sendable {
    /// How lines are understood and shown.
    package var context: AnalysisContext
    /// The year; `nil` for the latest with actuals.
    package var year: FiscalYear?
    /// Documents whose findings the report shows.
    package var documents: [String]
    /// Reads them.
    package var reader: DisclosureReader
    /// Holds them to the rules.
    package var engine: CheckEngine

    package init(
        context: AnalysisContext, year: FiscalYear? = nil, documents: [String] = [],
        reader: DisclosureReader = DisclosureReader(), engine: CheckEngine = CheckEngine()
    ) {
        self.context = context
        self.year = year
        self.documents = documents
        self.reader = reader
        self.engine = engine
    }

    /// Works everything out.
    ///
    /// - Parameter source: where the lines are from; its ledger tells what was stated beside them.
    /// - Throws: ``WorkbenchError`` for a year without lines or with those of several bodies; what the steps throw.
    package func run(on accounts: AccountLines, of source: LineSource) throws -> UnitAnalysis {
        let year = try accounts.reviewedYear(year)
        let unit = try accounts.soleUnit(in: year)
        var analysis = try UnitAnalysis(
            lines: accounts.lines, unit: unit, year: year, context: context,
            stored: source.figures(of: unit, year: year))
        guard !documents.isEmpty else { return analysis }
        let previous = PreviousAccounts(
            before: year, lines: accounts.of(unit).lines,
            totals: try source.figures(of: unit, year: year.previous)?.amounts ?? [:])
        analysis.findings = try documents.map { document in
            ReportFindings(
                file: FileEntry.name(of: document),
                findings: engine.check(try reader.read(file: document), previous: previous))
        }
        return analysis
    }
}
