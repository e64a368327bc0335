import ArgumentParser
import FinalAccounts
import Platform
import Workbench

/// `juesuan ledger list`: the documents of a ledger.
struct LedgerListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        "list",
        Bilingual(
            "列出账本中的文件：属于何单位何年度，是否生效。",
            "List the documents of a ledger: what they are of, whether they count."),
        examples: [
            "juesuan ledger list --unit 青菱街道办事处",
            "juesuan ledger list --all --as-of 2024-03-31 --format json",
        ])

    @OptionGroup var source: LedgerOption

    @Option(
        help: ArgumentHelp("只看此单位。默认为全部。", "Only this body. Default: all of them.", valueName: Bilingual("名称", "name")))
    var unit: String?

    @Flag(
        help: ArgumentHelp(
            "包括已不生效的：先前版本和已撤出的文件。", "Those that count no more, too: earlier editions and what was taken out."))
    var all = false

    @Option(
        help: ArgumentHelp(
            "账本在某日终了时的状态。", "The ledger as it stood at the end of a day.", valueName: Bilingual("日期", "day")))
    var asOf: String?

    @OptionGroup var output: OutputOptions

    func run() throws {
        let documents = try LedgerHistory(source.ledger).documents(
            of: unit.map { BudgetUnit($0) }, isComplete: all, asOf: asOf)
        try output.write([DocumentListTable(documents, language: output.spokenLanguage).table], amounts: .chinese)
    }
}
