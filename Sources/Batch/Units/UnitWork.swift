import Consistency
import Disclosures
import FinalAccounts
import Interchange
import Ledger
import Narration
import Platform
import Reporting
import Variance
import Workbench

/// One unit on its way through the steps of a job: works it out and writes its files.
struct UnitWork {
    private let unit: BatchUnit<DisclosureBatchWork.Reading>
    private let job: BatchJob
    private let context: AnalysisContext
    private let chartScript: String?
    private var outcome = UnitOutcome(files: [])

    init(
        unit: BatchUnit<DisclosureBatchWork.Reading>, job: BatchJob, context: AnalysisContext, chartScript: String?
    ) {
        self.unit = unit
        self.job = job
        self.context = context
        self.chartScript = chartScript
    }

    /// Takes the steps and tells what came of them.
    ///
    /// - Parameter assess: gives what was found in a document of the unit, if it is one of those wanted.
    consuming func run(
        assessing assess: (BatchDocument, Set<ContentHash>) throws -> Assessment?
    ) throws -> UnitOutcome {
        let year = try reviewedYear()
        let stored = try LedgerFigures(ledger: unit.ledger, unit: unit.unit, year: year)
        var analysis = try UnitAnalysis(
            lines: unit.lines, unit: unit.unit, year: year, context: context, stored: stored, parts: parts)
        if job.steps.contains(.check) {
            analysis.findings = try check(stored, year: year, assess)
        }
        outcome.overview = UnitOverview(of: analysis)
        try writeTables(of: analysis)
        if job.steps.contains(.draft) { try writeDraft(of: analysis) }
        if job.steps.contains(.narrate) { try writeNarrative(stored, year: year) }
        if job.steps.contains(.report) {
            try write(analysis.page.html(chartScript: chartScript), to: "report.html")
        }
        return outcome
    }

    private func reviewedYear() throws -> FiscalYear {
        let known = unit.lines.lazy.filter { $0.actual != nil }.map(\.fiscalYear)
        guard let latest = known.max() else {
            throw WorkbenchError(
                .data, Bilingual("“\(unit.unit.name)”没有任何科目有决算数", "no line of '\(unit.unit.name)' has an actual"),
                advice: Bilingual("无从计算", "nothing can be worked out"))
        }
        guard let year = job.year else { return latest }
        guard known.contains(year) else {
            throw WorkbenchError(
                .data,
                Bilingual("“\(unit.unit.name)”没有 \(year) 年度决算数", "no actuals of '\(unit.unit.name)' for \(year)"),
                advice: Bilingual("最近为 \(latest) 年度", "the latest are of \(latest)"))
        }
        return year
    }

    /// What the job's steps need.
    private var parts: Set<UnitAnalysis.Part> {
        var parts: Set<UnitAnalysis.Part> = []
        if job.steps.contains(.compare) { parts.insert(.comparison) }
        if job.steps.contains(where: { [.anomalies, .draft, .report].contains($0) }) { parts.insert(.anomalies) }
        if job.steps.contains(where: { [.forecast, .draft, .report].contains($0) }) { parts.insert(.forecast) }
        if job.steps.contains(where: { [.draft, .report].contains($0) }) { parts.insert(.accuracy) }
        return parts
    }

    private mutating func write(_ text: String, to name: String) throws {
        try keepAside(name)
        try AtomicFile.write(text, to: unit.folder + "/" + name)
        outcome.files.append(name)
    }

    /// Keeps what a person has made of a file before it is written again.
    private mutating func keepAside(_ name: String) throws {
        guard let kept = try WrittenFiles.keepAside(unit.folder + "/" + name) else { return }
        var warning = Bilingual("\(name) 已被编辑，另存为 \(kept)", "\(name) was edited and is kept as \(kept)")
        if name.hasSuffix(".xlsx") {
            warning =
                warning
                + Bilingual("；“juesuan draft --apply”可将其保存为一个版本", "; 'juesuan draft --apply' stores it as a version")
        }
        outcome.kept.append(warning)
    }

    // MARK: Check

    /// Holds the documents of the year against the year before.
    private mutating func check(
        _ stored: LedgerFigures, year: FiscalYear,
        _ assess: (BatchDocument, Set<ContentHash>) throws -> Assessment?
    ) throws -> [ReportFindings] {
        let earlier = try LedgerFigures(ledger: unit.ledger, unit: unit.unit, year: year.previous)
        let previous = PreviousAccounts(before: year, lines: unit.lines, totals: earlier.amounts)
        let wanted = Set(stored.documents.map(\.contentHash))
        var found: [ReportFindings] = []
        for document in unit.documents {
            guard let assessment = try assess(document, wanted) else { continue }
            let findings = assessment.findings(previous: previous)
            count(findings)
            found.append(ReportFindings(file: document.name, findings: findings))
        }
        let tables = found.map { FindingTable($0.findings, file: $0.file, language: job.language).table }
        let renderer = TableRenderer(language: job.language, amounts: context.amounts)
        if let all = ReportTable(joining: tables) {
            try write(CSVDialect.mark + renderer.render(all, as: .csv), to: "findings-\(year).csv")
        }
        return found
    }

    private mutating func count(_ findings: [Finding]) {
        let counted: [FindingSeverity]
        switch job.thresholds.check {
        case .note: counted = [.error, .warning, .note]
        case .warning: counted = [.error, .warning]
        case .error: counted = [.error]
        case .never: counted = []
        }
        for finding in findings {
            outcome.findings[finding.severity.rawValue, default: 0] += 1
            if counted.contains(finding.severity) { outcome.aboveThreshold += 1 }
        }
    }

    // MARK: Tables

    private mutating func writeTables(of analysis: UnitAnalysis) throws {
        let year = analysis.year
        if let anomalies = analysis.anomalies?.anomalies, job.steps.contains(.anomalies) {
            outcome.findings["anomalies"] = anomalies.count
            if let least = job.thresholds.severity {
                outcome.aboveThreshold += anomalies.count { $0.severity >= least }
            }
            try write(analysis.csv(analysis.anomalyTable), to: "anomalies-\(year).csv")
        }
        if job.steps.contains(.compare) {
            try write(analysis.csv(analysis.comparisonTable), to: "comparison-\(year)-\(year.previous).csv")
        }
        if job.steps.contains(.forecast) {
            try write(analysis.csv(analysis.forecastTable), to: "forecast-\(year.next).csv")
        }
    }

    // MARK: Draft and narrative

    private mutating func writeDraft(of analysis: UnitAnalysis) throws {
        let workbook = try analysis.workbook()
        let name = "draft-\(workbook.draft.year)"
        try keepAside("\(name).xlsx")
        try workbook.write(to: unit.folder + "/\(name).xlsx")
        outcome.files.append("\(name).xlsx")
        try write(
            analysis.csv(try DraftTable(workbook.draft, language: job.language).table()), to: "\(name).csv")
    }

    private mutating func writeNarrative(_ stored: LedgerFigures, year: FiscalYear) throws {
        let composer = DisclosureComposer(
            unit: unit.unit, fiscalYear: year, amountUnit: job.showAmounts == .yi ? .wan : job.showAmounts)
        let narrative = try UnitNarrative(
            lines: unit.lines, composer: composer, stated: stored.figures(composer: composer))
        outcome.warnings += narrative.warnings
        try write(narrative.text, to: "narrative-\(year).txt")
    }
}
