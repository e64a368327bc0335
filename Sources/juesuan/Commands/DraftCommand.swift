import ArgumentParser
import Budgeting
import FinalAccounts
import Foundation
import Platform
import Reporting
import Workbench

/// `juesuan draft`: next year's budget as a workbook to work in, and the versions people made of it.
struct DraftCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "draft",
        abstract: "Draft next year's budget: what will be spent, what is asked for, and live sums. (预算草案)",
        discussion: """
            The workbook's adjustments are for a person to fill in; every sum follows. Without --output the draft is printed.
            --apply stores an edited workbook in the ledger as a new version, with who made it and why; --versions lists the
            versions, --compare shows what one changed against another, --stored makes a workbook of one.

            Example:

              juesuan draft --for 2024 --output draft-2024.xlsx
              juesuan draft --input lines.csv --amount-unit wan --format csv > draft.csv
              juesuan draft --for 2024 --rules rules.yaml --policy policy.yaml --output draft-2024.xlsx
              juesuan draft --for 2024 --rules rules.yaml --scenarios --format markdown
              juesuan draft --for 2024 --rules rules.yaml --scenario 从紧 --output draft-2024.xlsx
              juesuan draft --for 2024 --package draft-2024
              juesuan draft --apply draft-2024.xlsx --author 王芳 --reason 压减会议费
              juesuan draft --for 2024 --versions
              juesuan draft --for 2024 --compare 1 2
              juesuan draft --for 2024 --stored 2 --output draft-2024-v2.xlsx
            """)

    @OptionGroup var source: SourceOptions
    @OptionGroup var options: ForecastOptions

    @OptionGroup var requests: RequestOptions

    @Flag(help: "Show the scenarios of the file of rules side by side.")
    var scenarios = false

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

    @OptionGroup var output: OutputOptions

    func validate() throws {
        if options.horizon != 1 { throw ValidationError("a draft is of one year; leave --horizon out") }
        let modes = [apply != nil, versions, !compare.isEmpty, scenarios].count { $0 }
        if modes > 1 { throw ValidationError("give one of --apply, --versions, --compare and --scenarios") }
        if modes == 1, package != nil || stored != nil {
            throw ValidationError(
                "--package and --stored do not go with --apply, --versions, --compare and --scenarios")
        }
        if scenarios, requests.rules == nil {
            throw ValidationError("scenarios stand in a file of rules; give it with --rules")
        }
        if scenarios, requests.scenario != nil { throw ValidationError("--scenarios shows all; leave --scenario out") }
        if apply != nil || versions || !compare.isEmpty || stored != nil, !source.input.isEmpty {
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
        let context = try source.context(language: spoken, model: try DataFolder.storedModel())
        let drafting = try requests.drafting(options.forecast(context: context), unit: source.statedUnit)
        let basis = try drafting.basis(in: try source.lines())
        if versions { return try write(drafts(of: basis).table(language: spoken)) }
        if !compare.isEmpty {
            return try write(
                drafts(of: basis).comparison(compare[0], compare[1], scheme: source.scheme, language: spoken))
        }
        var (workbook, forecast) = try drafting.workbook(
            from: basis, stated: drafting.stated(for: basis, in: source.source))
        options.report(forecast)
        if scenarios {
            guard let table = workbook.scenarios else {
                throw CommandFailure(
                    .data, "\(requests.rules ?? ""): there are no scenarios", "write them under 'scenarios:'")
            }
            return try write(table)
        }
        if let stored {
            let (applied, unknown) = try drafting.applying(stored, of: drafts(of: basis), to: workbook)
            unknown.forEach { reportUnknown($0, in: stored) }
            workbook = applied
        }
        try write(workbook)
    }

    private var spoken: Language { output.spokenLanguage }

    // MARK: The draft

    private func write(_ workbook: DraftWorkbook) throws {
        if let package {
            FiscalDataPackage.names.forEach { output.overwriting.makeWay(for: package + "/" + $0) }
            try FiscalDataPackage(workbook.draft, language: spoken).write(into: package)
        }
        let table = DraftTable(workbook.draft, language: spoken)
        if output.chosen == .xlsx, let file = output.output {
            output.overwriting.makeWay(for: file)
            try workbook.write(to: file)
        } else if output.output != nil || package == nil {
            return try write(table.table())
        }
        for sentence in try table.summary() { try StandardStream.output.write(sentence + "\n") }
    }

    private func write(_ table: ReportTable) throws {
        try output.write([table], amounts: source.amountStyle)
    }

    private func reportUnknown(_ entry: DraftEntry, in version: Int) {
        StandardStream.report(
            "version \(version) has '\(entry.subject.code ?? entry.subject.name)', of which the accounts have no "
                + "figures; it is left out")
    }

    // MARK: Versions

    private var keeping: DraftKeeping { DraftKeeping(ledger: source.ledger, program: Version.program) }

    private func drafts(of basis: Drafting.Basis) throws -> StoredDrafts {
        try keeping.drafts(of: basis.unit, for: basis.year)
    }

    private func store(_ file: String) throws {
        guard let author = author ?? Environment.variables["USER"] ?? Environment.variables["LOGNAME"], !author.isEmpty
        else { throw CommandFailure(.usage, "--apply: nobody is named", "say who made the version with --author") }
        let result = try keeping.store(file, author: author, reason: reason ?? "", at: Date())
        let (edited, version) = (result.edited, result.after.version)
        edited.remarks.forEach(StandardStream.report)
        guard result.isNew else {
            StandardStream.report(
                "\(file): nothing has changed since version \(version) of the draft of '\(edited.unit.name)' for "
                    + "\(edited.year)")
            return
        }
        StandardStream.report(
            "\(file): stored as version \(version) of the draft of '\(edited.unit.name)' for \(edited.year)")
        try write(result.comparison(language: spoken))
    }
}
