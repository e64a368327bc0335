import ArgumentParser
import FinalAccounts
import Ledger
import Platform
import Workbench

/// `juesuan ledger export`: what counts in a ledger as CSV or JSON.
struct LedgerExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Write account lines as CSV, or everything as JSON; amounts in yuan. (导出)",
        discussion: """
            The order does not depend on what was imported first. The CSV reads back with 'juesuan import'.

            Example:

              juesuan ledger export --ledger juesuan.sqlite --output lines.csv
              juesuan ledger export --format json --unit 青菱街道办事处 --from 2020 --to 2023
            """)

    @OptionGroup var source: LedgerOption

    @Option(help: "csv (account lines) or json (documents with lines, figures, evaluations and diagnostics).")
    var format: ExportFormat = .csv

    @Option(help: ArgumentHelp("Only this body. Default: all of them.", valueName: "name"))
    var unit: String?

    @Option(help: ArgumentHelp("Only years from this one on.", valueName: "year"))
    var from: FiscalYear?

    @Option(help: ArgumentHelp("Only years up to this one.", valueName: "year"))
    var to: FiscalYear?

    @Option(help: ArgumentHelp("Write to FILE instead of standard output.", valueName: "file"))
    var output: String?

    @OptionGroup var overwriting: OverwriteOption

    func validate() throws {
        if let from, let to, from > to { throw ValidationError("--from \(from) is later than --to \(to)") }
    }

    func run() throws {
        overwriting.makeWay(for: output)
        let isLimited = from != nil || to != nil
        try LedgerUpkeep(source.ledger).export(
            format, of: unit.map { BudgetUnit($0) },
            years: isLimited ? (from ?? FiscalYear(0))...(to ?? FiscalYear(.max)) : nil, to: output
        ) { try StandardStream.output.write($0) }
    }
}

extension ExportFormat: ExpressibleByArgument {}
