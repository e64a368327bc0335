import ArgumentParser
import FinalAccounts
import Platform
import Reporting
import Workbench

/// `juesuan progress`: the year so far and what it will come to.
struct ProgressCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "progress",
        abstract: "Project the year's end from what is spent so far, against both budgets. (支出进度)",
        discussion: """
            Reports of execution are CSV or .xlsx with a row a subject and month or quarter: subject_code or subject_name, fiscal_year,
            month, quarter or period, executed or executed_to_date, and initial_budget and adjusted_budget where they tell them;
            Chinese heads such as 科目编码, 累计支出, 调整预算 are understood. Months of earlier years show how a year usually goes.
            Accounts of earlier years, where the ledger has them, tell what was to be expected.

            Example:

              juesuan progress --executed 2024-09.csv --amount-unit wan
              juesuan progress --executed 2023.csv 2024.xlsx --for 2024 --through 9 --output progress.xlsx
              juesuan progress --executed 2024-06.csv --stored 2 --format json
            """)

    @OptionGroup var source: SourceOptions

    @Option(
        parsing: .upToNextOption, help: ArgumentHelp("Reports of execution (.csv or .xlsx).", valueName: "file"))
    var executed: [String]

    @Option(name: .customLong("for"), help: ArgumentHelp("The year. Default: the latest reported.", valueName: "year"))
    var year: FiscalYear?

    @Option(help: ArgumentHelp("The month looked at. Default: the latest reported of the year.", valueName: "month"))
    var through: Int?

    @Flag(help: "Take no accounts: only what the reports tell.")
    var withoutAccounts = false

    @Option(
        help: ArgumentHelp(
            "Take the budgets of a stored version of the draft where no report tells them.", valueName: "version"))
    var stored: Int?

    @OptionGroup var output: OutputOptions

    func validate() throws {
        if let through, !(1...12).contains(through) { throw ValidationError("--through takes 1 to 12, not \(through)") }
        if stored != nil, withoutAccounts || !source.input.isEmpty {
            throw ValidationError("versions are stored in a ledger; leave out --input and --without-accounts")
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
