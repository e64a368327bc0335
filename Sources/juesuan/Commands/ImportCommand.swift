import ArgumentParser
import FinalAccounts
import Foundation
import Ledger
import Platform
import Reporting

/// `juesuan import`: documents and CSV files → ledger, one transaction a document.
struct ImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Store disclosures and account lines (CSV) in a ledger. (导入)",
        discussion: """
            A document that is in the ledger already changes nothing; one that fails does not stop the others, and the
            exit code is then 1. When nothing could be read, no ledger is made.

            Example:

              juesuan import --ledger juesuan.sqlite 2021.pdf 2022.pdf 2023.pdf
              juesuan import --ledger juesuan.sqlite --amount-unit wan lines.csv
            """)

    @Argument(help: "Documents, CSV files, or folders of them.")
    var documents: [String]

    @Option(help: ArgumentHelp("The ledger; made when it is not there.", valueName: "file"))
    var ledger: String = "juesuan.sqlite"

    @Option(help: "Unit of the amounts in CSV files: yuan, wan, yi or none (plain numbers).")
    var amountUnit: AmountUnit = .yuan

    @Option(help: "How subject codes nest in CSV files: china or prefix:4,6,8,10.")
    var scheme: SubjectScheme = .china

    @Option(help: "Where the figures come from, if the file does not say: published or synthetic.")
    var origin: Origin?

    @OptionGroup var reading: ReadingOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let paths = try DocumentPaths.expand(documents)
        let loader = DocumentLoader(
            reader: reading.reader(for: paths.count), amountUnit: amountUnit, scheme: scheme, origin: origin,
            latestYear: Environment.currentYear)
        var session = ImportSession(
            store: LazyLedger(path: ledger, command: CommandLine.arguments.joined(separator: " ")),
            isStrict: reading.strict, progress: ProgressBar(total: paths.count))
        try await OrderedWork().run(paths, into: &session) { path in
            Result { try loader.load(path) }
        }
        try session.finish()
        try report(session.rows, session.firstFailure)
    }

    private func report(_ rows: [ImportRow], _ firstFailure: (any Error)?) throws {
        if let firstFailure, rows.allSatisfy({ $0.failure != nil }) {
            for row in rows.dropFirst() { row.failure.map(StandardStream.report) }
            throw firstFailure
        }
        try output.write([ImportTable(rows: rows, language: output.spokenLanguage).table], amounts: .chinese)
        for row in rows { (row.warnings + [row.failure].compactMap { $0 }).forEach(StandardStream.report) }
        if firstFailure != nil { throw ExitCode(ExitStatus.findings.rawValue) }
    }
}
