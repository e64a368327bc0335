import ArgumentParser
import FinalAccounts
import Foundation
import Ledger
import Platform
import Reporting
import Variance

/// `juesuan draft`: next year's budget as a workbook to work in, and the versions people made of it.
struct DraftCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "draft",
        abstract: "Draft next year's budget: a workbook with forecasts, suggestions and live sums. (预算草案)",
        discussion: """
            The workbook's adjustments are for a person to fill in; every sum follows. Without --output the draft is printed.
            --apply stores an edited workbook in the ledger as a new version, with who made it and why; --versions lists the
            versions, --compare shows what one changed against another, --stored makes a workbook of one.

            Example:

              juesuan draft --for 2024 --output draft-2024.xlsx
              juesuan draft --input lines.csv --amount-unit wan --format csv > draft.csv
              juesuan draft --for 2024 --package draft-2024
              juesuan draft --apply draft-2024.xlsx --author 王芳 --reason 压减会议费
              juesuan draft --for 2024 --versions
              juesuan draft --for 2024 --compare 1 2
              juesuan draft --for 2024 --stored 2 --output draft-2024-v2.xlsx
            """)

    @OptionGroup var source: SourceOptions
    @OptionGroup var options: ForecastOptions

    @Option(help: ArgumentHelp("Write a workbook (.xlsx) here.", valueName: "file.xlsx"))
    var output: String?

    @Option(
        help: ArgumentHelp(
            "Write a Fiscal Data Package (datapackage.json and CSV) into this folder.", valueName: "folder"))
    var package: String?

    @Option(help: ArgumentHelp("Store an edited workbook as a new version of the draft.", valueName: "file.xlsx"))
    var apply: String?

    @Option(help: ArgumentHelp("Who made the version. Default: the user's name.", valueName: "name"))
    var author: String?

    @Option(help: ArgumentHelp("Why the version was made.", valueName: "text"))
    var reason: String?

    @Flag(help: "List the stored versions.")
    var versions = false

    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp("Show what the second of two stored versions changed.", valueName: "version"))
    var compare: [Int] = []

    @Option(help: ArgumentHelp("Take the decisions of a stored version.", valueName: "version"))
    var stored: Int?

    @Option(help: "How what is printed is written: table, json, csv or markdown.")
    var format: OutputFormat = .table

    @Option(help: "Language of headings and texts: zh-Hans or en. Default: from the locale, else zh-Hans.")
    var language: Language?

    func validate() throws {
        if options.horizon != 1 { throw ValidationError("a draft is of one year; leave --horizon out") }
        if let output, !output.lowercased().hasSuffix(".xlsx") {
            throw ValidationError("--output takes a file ending in .xlsx, not \(output)")
        }
        let modes = [apply != nil, versions, !compare.isEmpty].count { $0 }
        if modes > 1 { throw ValidationError("give one of --apply, --versions and --compare") }
        if modes == 1, output != nil || package != nil || stored != nil {
            throw ValidationError("--output, --package and --stored do not go with --apply, --versions and --compare")
        }
        if modes == 1 || stored != nil, !source.input.isEmpty {
            throw ValidationError("versions are stored in a ledger; give --ledger instead of --input")
        }
        if !compare.isEmpty, compare.count != 2 { throw ValidationError("--compare takes two versions, such as 1 2") }
        if apply != nil, reason?.isEmpty ?? true { throw ValidationError("--apply needs a --reason") }
        if apply == nil, author != nil || reason != nil {
            throw ValidationError("--author and --reason belong to --apply")
        }
    }

    func run() throws {
        if let apply { return try store(apply) }
        let all = try source.lines()
        let target = try options.resolvedTarget(in: all)
        let lines = options.known(all, before: target)
        let unit = try SingleUnit.of(lines, in: target.previous)
        if versions { return try write(drafts(of: unit, for: target).table(language: spoken)) }
        if !compare.isEmpty {
            return try write(
                drafts(of: unit, for: target).comparison(
                    compare[0], compare[1], scheme: source.scheme, language: spoken))
        }
        var workbook = try workbook(of: unit, lines: lines.filter { $0.unit == unit }, target: target)
        if let stored { try apply(drafts(of: unit, for: target), version: stored, to: &workbook) }
        try write(workbook)
    }

    private var spoken: Language { language ?? Environment.language(from: Environment.variables) }

    // MARK: The draft

    private func workbook(of unit: BudgetUnit, lines: [AccountLine], target: FiscalYear) throws -> DraftWorkbook {
        let series = try source.series(from: lines)
        let forecasts = try ForecastRow.rows(options.forecasts(of: series, target: target, source: source))
        let anomalies = try AnomalyDetector(scheme: source.scheme).report(
            on: series, year: target.previous,
            forecasts: PriorForecasts.of(
                series, year: target.previous, scheme: source.scheme, model: StoredModel.read(nil)))
        let draft = try BudgetDraft(
            unit: unit, year: target, series: series, forecasts: forecasts, anomalies: anomalies.anomalies,
            scheme: source.scheme, amounts: source.amountStyle)
        var workbook = DraftWorkbook(draft, language: spoken)
        workbook.anomalies = anomalies.anomalies
        let context = try source.context(language: spoken)
        workbook.accuracy = [try PastAccuracy(of: series, upTo: target.previous, context: context)?.table].compactMap {
            $0
        }
        workbook.sources = ReportSource.sources(of: lines)
        return workbook
    }

    private func write(_ workbook: DraftWorkbook) throws {
        if let output { try workbook.write(to: output) }
        if let package { try FiscalDataPackage(workbook.draft, language: spoken).write(into: package) }
        if output == nil, package == nil { try write(DraftTable(workbook.draft, language: spoken).table()) }
    }

    private func write(_ table: ReportTable) throws {
        let terminal = Terminal(descriptor: StandardStream.output.descriptor, environment: Environment.variables)
        let renderer = TableRenderer(language: spoken, amounts: source.amountStyle, terminal: terminal)
        try StandardStream.output.write(renderer.render(table, as: format))
    }

    // MARK: Versions

    private func drafts(of unit: BudgetUnit, for year: FiscalYear) throws -> StoredDrafts {
        StoredDrafts(ledger: try Ledger.open(at: source.ledger, readOnly: true), unit: unit, year: year)
    }

    private func apply(_ drafts: StoredDrafts, version number: Int, to workbook: inout DraftWorkbook) throws {
        let version = try drafts.version(number)
        let (draft, unknown) = try workbook.draft.applying(drafts.entries(of: version))
        for entry in unknown {
            StandardStream.report(
                "version \(number) has '\(entry.subject.code ?? entry.subject.name)', of which the accounts have no "
                    + "figures; it is left out")
        }
        var applied = DraftWorkbook(draft, language: spoken)
        applied.anomalies = workbook.anomalies
        applied.accuracy = workbook.accuracy
        applied.sources = workbook.sources
        applied.stamp = DraftStamp(version)
        workbook = applied
    }

    private func store(_ file: String) throws {
        guard let author = author ?? Environment.variables["USER"] ?? Environment.variables["LOGNAME"], !author.isEmpty
        else { throw CommandFailure(.usage, "--apply: say who made the version with --author") }
        let edited = try EditedDraft(file: file)
        edited.remarks.forEach(StandardStream.report)
        let ledger = try Ledger.open(at: source.ledger)
        guard try ledger.units().contains(edited.unit) else {
            throw CommandFailure(
                .data, "\(source.ledger): nothing of '\(edited.unit.name)', whose draft \(file) is; name its ledger")
        }
        let drafts = StoredDrafts(ledger: ledger, unit: edited.unit, year: edited.year)
        let (before, after) = try drafts.store(edited, author: author, reason: reason ?? "", at: Date())
        guard before.version != after.version else {
            StandardStream.report(
                "\(file): nothing has changed since version \(after.version) of the draft of '\(edited.unit.name)' for "
                    + "\(edited.year)")
            return
        }
        StandardStream.report(
            "\(file): stored as version \(after.version) of the draft of '\(edited.unit.name)' for \(edited.year)")
        try write(drafts.comparison(before.version, after.version, scheme: edited.scheme, language: spoken))
    }
}
