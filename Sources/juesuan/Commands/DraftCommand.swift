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
        "draft",
        Bilingual(
            "编制下年预算草案：预计支出、申请数和自动计算的合计。",
            "Draft next year's budget: what will be spent, what is asked for, and live sums."),
        about: Bilingual(
            """
            工作簿中的人工调整由编制人填写，各项合计随之变动。不给 --output 时输出到终端。
            --apply 将编辑过的工作簿作为新版本存入账本，并记录编制人和事由；--versions 列出各版本，
            --compare 显示两个版本的差异，--stored 由某一版本生成工作簿。
            """,
            """
            The workbook's adjustments are for a person to fill in; every sum follows. Without --output the draft is printed.
            --apply stores an edited workbook in the ledger as a new version, with who made it and why; --versions lists the
            versions, --compare shows what one changed against another, --stored makes a workbook of one.
            """),
        examples: [
            "juesuan draft --for 2024 --output draft-2024.xlsx",
            "juesuan draft --input lines.csv --amount-unit wan --format csv > draft.csv",
            "juesuan draft --for 2024 --rules rules.yaml --policy policy.yaml --output draft-2024.xlsx",
            "juesuan draft --for 2024 --rules rules.yaml --scenarios --format markdown",
            "juesuan draft --for 2024 --rules rules.yaml --scenario 从紧 --output draft-2024.xlsx",
            "juesuan draft --for 2024 --package draft-2024",
            "juesuan draft --apply draft-2024.xlsx --author 王芳 --reason 压减会议费",
            "juesuan draft --for 2024 --versions",
            "juesuan draft --for 2024 --compare 1 2",
            "juesuan draft --for 2024 --stored 2 --output draft-2024-v2.xlsx",
        ])

    @OptionGroup var source: SourceOptions
    @OptionGroup var options: ForecastOptions

    @OptionGroup var requests: RequestOptions

    @Flag(help: ArgumentHelp("并列显示规则文件中的各方案。", "Show the scenarios of the file of rules side by side."))
    var scenarios = false

    @Option(
        help: ArgumentHelp(
            "将财政数据包（datapackage.json 与 CSV）写入此文件夹。",
            "Write a Fiscal Data Package (datapackage.json and CSV) into this folder.",
            valueName: Bilingual("文件夹", "folder")))
    var package: String?

    @Option(
        help: ArgumentHelp(
            "将编辑过的工作簿保存为草案的新版本。", "Store an edited workbook as a new version of the draft.",
            valueName: Bilingual("文件.xlsx", "file.xlsx")))
    var apply: String?

    @Option(
        help: ArgumentHelp(
            "版本的编制人。默认为当前用户名。", "Who made the version. Default: the user's name.", valueName: Bilingual("名称", "name")))
    var author: String?

    @Option(help: ArgumentHelp("编制该版本的事由。", "Why the version was made.", valueName: Bilingual("文字", "text")))
    var reason: String?

    @Flag(help: ArgumentHelp("列出已保存的版本。", "List the stored versions."))
    var versions = false

    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp(
            "显示两个已保存版本中后者的改动。", "Show what the second of two stored versions changed.",
            valueName: Bilingual("版本", "version")))
    var compare: [Int] = []

    @Option(
        help: ArgumentHelp(
            "采用某一已保存版本的决定。", "Take the decisions of a stored version.", valueName: Bilingual("版本", "version")))
    var stored: Int?

    @OptionGroup var output: OutputOptions

    func validate() throws {
        if options.horizon != 1 {
            throw ValidationError(Bilingual("草案只编一年，请去掉 --horizon", "a draft is of one year; leave --horizon out"))
        }
        let modes = [apply != nil, versions, !compare.isEmpty, scenarios].count { $0 }
        if modes > 1 {
            throw ValidationError(
                Bilingual(
                    "--apply、--versions、--compare、--scenarios 只能给出一个",
                    "give one of --apply, --versions, --compare and --scenarios"))
        }
        if modes == 1, package != nil || stored != nil {
            throw ValidationError(
                Bilingual(
                    "--package、--stored 不能与 --apply、--versions、--compare、--scenarios 同用",
                    "--package and --stored do not go with --apply, --versions, --compare and --scenarios"))
        }
        if scenarios, requests.rules == nil {
            throw ValidationError(
                Bilingual("方案写在规则文件中，请用 --rules 给出", "scenarios stand in a file of rules; give it with --rules"))
        }
        if scenarios, requests.scenario != nil {
            throw ValidationError(
                Bilingual("--scenarios 显示全部方案，请去掉 --scenario", "--scenarios shows all; leave --scenario out"))
        }
        if apply != nil || versions || !compare.isEmpty || stored != nil, !source.input.isEmpty {
            throw ValidationError(
                Bilingual(
                    "版本保存在账本中，请用 --ledger 代替 --input",
                    "versions are stored in a ledger; give --ledger instead of --input"))
        }
        if !compare.isEmpty, compare.count != 2 {
            throw ValidationError(Bilingual("--compare 须给出两个版本，如 1 2", "--compare takes two versions, such as 1 2"))
        }
        if apply != nil, reason?.isEmpty ?? true {
            throw ValidationError(Bilingual("--apply 须给出 --reason", "--apply needs a --reason"))
        }
        if apply == nil, author != nil || reason != nil {
            throw ValidationError(Bilingual("--author、--reason 只用于 --apply", "--author and --reason belong to --apply"))
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
                    .data, Bilingual("\(requests.rules ?? "")：没有方案", "\(requests.rules ?? ""): there are no scenarios"),
                    Bilingual("请写在 scenarios: 之下", "write them under 'scenarios:'"))
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
        StandardStream.remark(
            Bilingual(
                "第 \(version) 版中的“\(entry.subject.code ?? entry.subject.name)”没有决算数据，未计入",
                "version \(version) has '\(entry.subject.code ?? entry.subject.name)', of which the accounts have no "
                    + "figures; it is left out"))
    }

    // MARK: Versions

    private var keeping: DraftKeeping { DraftKeeping(ledger: source.ledger, program: Version.program) }

    private func drafts(of basis: Drafting.Basis) throws -> StoredDrafts {
        try keeping.drafts(of: basis.unit, for: basis.year)
    }

    private func store(_ file: String) throws {
        guard let author = author ?? Environment.variables["USER"] ?? Environment.variables["LOGNAME"], !author.isEmpty
        else {
            throw CommandFailure(
                .usage, Bilingual("--apply：没有编制人", "--apply: nobody is named"),
                Bilingual("请用 --author 指明编制人", "say who made the version with --author"))
        }
        let result = try keeping.store(file, author: author, reason: reason ?? "", at: Date())
        let (edited, version) = (result.edited, result.after.version)
        edited.remarks.forEach(StandardStream.remark)
        guard result.isNew else {
            StandardStream.remark(
                Bilingual(
                    "\(file)：与“\(edited.unit.name)”\(edited.year) 年预算草案第 \(version) 版相比没有变化",
                    "\(file): nothing has changed since version \(version) of the draft of '\(edited.unit.name)' for "
                        + "\(edited.year)"))
            return
        }
        StandardStream.remark(
            Bilingual(
                "\(file)：已保存为“\(edited.unit.name)”\(edited.year) 年预算草案第 \(version) 版",
                "\(file): stored as version \(version) of the draft of '\(edited.unit.name)' for \(edited.year)"))
        try write(result.comparison(language: spoken))
    }
}
