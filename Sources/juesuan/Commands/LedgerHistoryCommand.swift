import ArgumentParser
import FinalAccounts
import Platform
import Workbench

/// `juesuan ledger history`: what was done to a ledger, by whom, when and why.
struct LedgerHistoryCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        "history",
        Bilingual(
            "显示导入、撤出和恢复的记录：何人、何时、何故，改变了哪些数据。",
            "Show what was imported, taken out and put back: who, when, why, and which figures changed."),
        examples: [
            "juesuan ledger history --unit 青菱街道办事处",
            "juesuan ledger history --year 2023 --changes --format csv",
        ])

    @OptionGroup var source: LedgerOption

    @Option(
        help: ArgumentHelp("只看此单位。默认为全部。", "Only this body. Default: all of them.", valueName: Bilingual("名称", "name")))
    var unit: String?

    @OptionGroup var review: HistoryYearOption

    @Flag(help: ArgumentHelp("列出每项金额变动的前后数。", "Every amount that changed, before and after."))
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
    @Option(
        help: ArgumentHelp(
            "只看此年度的文件。默认为全部。", "Only documents of this year. Default: all.", valueName: Bilingual("年度", "year")))
    var year: FiscalYear?
}
