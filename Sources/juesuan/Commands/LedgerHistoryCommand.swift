import ArgumentParser
import FinalAccounts
import Workbench

/// `juesuan ledger history`: what was done to a ledger, by whom, when and why.
struct LedgerHistoryCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "history",
        abstract: "Show what was imported, taken out and put back: who, when, why, and which figures changed. (历史)",
        discussion: """
            Example:

              juesuan ledger history --unit 青菱街道办事处
              juesuan ledger history --year 2023 --changes --format csv
            """)

    @OptionGroup var source: LedgerOption

    @Option(help: ArgumentHelp("Only this body. Default: all of them.", valueName: "name"))
    var unit: String?

    @OptionGroup var review: HistoryYearOption

    @Flag(help: "Every amount that changed, before and after.")
    var changes = false

    @OptionGroup var output: OutputOptions

    func run() throws {
        let events = try LedgerHistory(source.ledger).events(of: unit.map { BudgetUnit($0) }, year: review.year)
        let table = EventTable(events, language: output.spokenLanguage)
        try output.write([changes ? table.changes : table.table], amounts: .chinese)
    }
}

/// The year whose history is wanted.
struct HistoryYearOption: ParsableArguments {
    @Option(help: ArgumentHelp("Only documents of this year. Default: all.", valueName: "year"))
    var year: FiscalYear?
}
