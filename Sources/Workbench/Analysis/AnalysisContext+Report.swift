import Consistency
import Disclosures
import FinalAccounts
import Platform
import Reporting

extension AnalysisContext {
    /// Makes the report of one body and year.
    ///
    /// - Parameters:
    ///   - source: where the lines are from; its ledger tells what was stated beside them.
    ///   - year: the year; `nil` for the latest with actuals.
    ///   - documents: documents whose findings the report shows.
    ///   - engine: holds them to the rules.
    /// - Throws: ``WorkbenchError`` for a year without lines or with those of several bodies; what the steps throw.
    package func report(
        on accounts: AccountLines, of source: LineSource, year: FiscalYear? = nil, documents: [String] = [],
        engine: CheckEngine = CheckEngine()
    ) throws -> UnitAnalysis {
        let year = try accounts.reviewedYear(year)
        let unit = try accounts.soleUnit(in: year)
        var analysis = try UnitAnalysis(
            lines: accounts.lines, unit: unit, year: year, context: self, stored: source.figures(of: unit, year: year))
        guard !documents.isEmpty else { return analysis }
        let previous = PreviousAccounts(
            before: year, lines: accounts.of(unit).lines,
            totals: try source.figures(of: unit, year: year.previous)?.amounts ?? [:])
        analysis.findings = try documents.map { document in
            ReportFindings(
                file: FileEntry.name(of: document),
                findings: engine.check(try DisclosureReader().read(file: document), previous: previous))
        }
        return analysis
    }
}
