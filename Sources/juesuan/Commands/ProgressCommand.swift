import ArgumentParser
import FinalAccounts
import Platform
import Reporting
import Workbench

/// `juesuan progress`: the year so far and what it will come to.
struct ProgressCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        "progress",
        Bilingual(
            "由至今的支出推算全年，并与年初预算和调整预算比较。",
            "Project the year's end from what is spent so far, against both budgets."),
        about: Bilingual(
            """
            执行报表为 CSV 或 .xlsx，每个科目每月或每季一行：subject_code 或 subject_name，fiscal_year、
            month、quarter 或 period，executed 或 executed_to_date，以及可能有的 initial_budget 和 adjusted_budget；
            也识别科目编码、累计支出、调整预算等中文表头。以前年度的月份用于推算一年的进度，账本中以前年度的决算用于推算应有的支出。
            """,
            """
            Reports of execution are CSV or .xlsx with a row a subject and month or quarter: subject_code or subject_name, fiscal_year,
            month, quarter or period, executed or executed_to_date, and initial_budget and adjusted_budget where they tell them;
            Chinese heads such as “科目编码”, “累计支出”, “调整预算” are understood. Months of earlier years show how a year usually goes.
            Accounts of earlier years, where the ledger has them, tell what was to be expected.
            """),
        examples: [
            "juesuan progress --executed 2024-09.csv --amount-unit wan",
            "juesuan progress --executed 2023.csv 2024.xlsx --for 2024 --through 9 --output progress.xlsx",
            "juesuan progress --executed 2024-06.csv --stored 2 --format json",
        ])

    @OptionGroup var source: SourceOptions

    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp(
            "执行报表（.csv 或 .xlsx）。", "Reports of execution (.csv or .xlsx).", valueName: Bilingual("文件", "file")))
    var executed: [String]

    @Option(
        name: .customLong("for"),
        help: ArgumentHelp(
            "年度。默认为最近报告的年度。", "The year. Default: the latest reported.", valueName: Bilingual("年度", "year")))
    var year: FiscalYear?

    @Option(
        help: ArgumentHelp(
            "截至月份。默认为该年度最近报告的月份。", "The month looked at. Default: the latest reported of the year.",
            valueName: Bilingual("月份", "month")))
    var through: Int?

    @Flag(help: ArgumentHelp("不用决算数据，只用执行报表。", "Take no accounts: only what the reports tell."))
    var withoutAccounts = false

    @Option(
        help: ArgumentHelp(
            "报表未列预算时，采用已保存草案版本的预算。", "Take the budgets of a stored version of the draft where no report tells them.",
            valueName: Bilingual("版本", "version")))
    var stored: Int?

    @OptionGroup var output: OutputOptions

    func validate() throws {
        if let through, !(1...12).contains(through) {
            throw ValidationError(
                Bilingual("--through 应为 1 至 12，不能是 \(through)", "--through takes 1 to 12, not \(through)"))
        }
        if stored != nil, withoutAccounts || !source.input.isEmpty {
            throw ValidationError(
                Bilingual(
                    "版本保存在账本中，请去掉 --input 和 --without-accounts",
                    "versions are stored in a ledger; leave out --input and --without-accounts"))
        }
    }

    func run() throws {
        let context = try source.context(
            language: output.spokenLanguage, model: withoutAccounts ? nil : try DataFolder.storedModel())
        let rows = try executed.flatMap { file in
            try ExecutionFile(file, amountUnit: source.statedUnit ?? .yuan, year: year, month: through).read()
        }
        let wanted = source.unit.map { name in rows.filter { $0.unit == nil || $0.unit == name } } ?? rows
        let accounts = withoutAccounts ? nil : try source.lines()
        let progress = YearProgress(SpendingForecast(context: context, target: year), month: through)
        let table = try progress.table(of: wanted, accounts: accounts, drafted: drafted(accounts, wanted))
        try output.write([table], amounts: source.amountStyle)
    }

    /// The lines of the stored draft of the year.
    private func drafted(_ accounts: AccountLines?, _ rows: [ExecutionFile.Row]) throws -> [DraftEntry] {
        guard let stored, let accounts, let year = year ?? rows.map(\.year).max() else { return [] }
        let drafts = try DraftKeeping(ledger: source.ledger, program: Version.program)
            .drafts(of: accounts.soleUnit(in: year.previous), for: year)
        return try drafts.entries(of: drafts.version(stored))
    }
}
