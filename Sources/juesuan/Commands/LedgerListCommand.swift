import ArgumentParser
import FinalAccounts
import Workbench

/// `juesuan ledger list`: the documents of a ledger.
struct LedgerListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List the documents of a ledger: what they are of, whether they count. (清单)",
        discussion: """
            Example:

              juesuan ledger list --unit 青菱街道办事处
              juesuan ledger list --all --as-of 2024-03-31 --format json
            """)

    @OptionGroup var source: LedgerOption

    @Option(help: ArgumentHelp("Only this body. Default: all of them.", valueName: "name"))
    var unit: String?

    @Flag(help: "Those that count no more, too: earlier editions and what was taken out.")
    var all = false

    @Option(help: ArgumentHelp("The ledger as it stood at the end of a day.", valueName: "day"))
    var asOf: String?

    @OptionGroup var output: OutputOptions

    func run() throws {
        let documents = try LedgerHistory(source.ledger).documents(
            of: unit.map { BudgetUnit($0) }, isComplete: all, asOf: asOf)
        try output.write([DocumentListTable(documents, language: output.spokenLanguage).table], amounts: .chinese)
    }
}
