import ArgumentParser
import FinalAccounts
import Foundation
import Platform
import Reporting
import Workbench

/// `juesuan import`: documents and CSV files → ledger, one transaction a document.
struct ImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Store disclosures and account lines (CSV) in a ledger. (导入)",
        discussion: """
            A document is known by the body, year and kind it is about. One whose figures are in the ledger changes nothing;
            one that tells more is joined with what is known; the same file with other figures takes the place of the
            earlier; any other that contradicts the ledger is refused unless --edition, --supplement or --keep decides.
            One that fails does not stop the others, and the exit code is then 1. When nothing could be read, no ledger
            is made.

            Example:

              juesuan import --ledger juesuan.sqlite 2021.pdf 2022.pdf 2023.pdf
              juesuan import --ledger juesuan.sqlite --amount-unit wan lines.csv
            """)

    @Argument(help: "Documents, CSV files, or folders of them.")
    var documents: [String]

    @Option(help: ArgumentHelp("The ledger; made when it is not there.", valueName: "file"))
    var ledger: String = "juesuan.sqlite"

    @Option(help: "Unit of the amounts in CSV files: yuan, qian, wan, million, yi or none (plain numbers).")
    var amountUnit: AmountUnit = .yuan

    @Option(help: "How subject codes nest in CSV files: china or prefix:4,6,8,10.")
    var scheme: SubjectScheme = .china

    @Option(help: "Where the figures come from, if the file does not say: published or synthetic.")
    var origin: Origin?

    @OptionGroup var edition: EditionOptions
    @OptionGroup var reading: ReadingOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let paths = try DocumentPaths.expand(documents)
        var reader = try reading.reader(for: paths.count)
        reader.options.amountUnit = amountUnit
        let processes = reading.processes()
        let loader = DocumentLoader(
            reader: reader, amountUnit: amountUnit, scheme: scheme, origin: origin,
            latestYear: Environment.currentYear, read: processes.read, tryLines: processes.tryLines)
        var bar = ProgressBar(total: paths.count)
        let rows = try await LedgerImport(
            loader, into: ledger, command: CommandLine.arguments.joined(separator: " "), program: Version.program,
            isStrict: reading.strict, terms: edition.terms, now: { Date() }
        ).run(paths) { bar.show(done: $0.done, label: $0.label) }
        bar.finish()
        try report(rows)
    }

    private func report(_ rows: [ImportRow]) throws {
        let failures = rows.compactMap(\.failure)
        if let first = failures.first, failures.count == rows.count {
            for failure in failures.dropFirst() { StandardStream.report(FailureReport.message(for: failure)) }
            throw first
        }
        try output.write([ImportTable(rows, language: output.spokenLanguage).table], amounts: .chinese)
        for row in rows {
            (row.warnings + [row.failure.map(FailureReport.message)].compactMap { $0 }).forEach(StandardStream.report)
        }
        if !failures.isEmpty { throw ExitCode(ExitStatus.findings.rawValue) }
    }
}
