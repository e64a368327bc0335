import ArgumentParser
import Consistency
import FinalAccounts
import Foundation
import Interchange
import Platform
import Reporting
import Workbench

/// `juesuan check`: documents → what does not fit in them.
struct CheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Hold disclosures against themselves, and against last year's in the ledger. (勾稽检查)",
        discussion: """
            Exits with 1 when something is at error level. Settings are YAML:

              rules:
                misprint: { enabled: false }
                missing-reason: { severity: note }

            Example:

              juesuan check 2023年度部门决算.pdf
              juesuan check --format json --settings check.yaml disclosures/ > findings.json
              juesuan check --rules
            """)

    @Argument(help: "Documents, or folders of documents.")
    var documents: [String] = []

    @Flag(help: "List the rules instead of checking.")
    var rules = false

    @Option(help: ArgumentHelp("Rules switched on or off, severities, tolerances.", valueName: "file.yaml"))
    var settings: String?

    @Option(
        help: ArgumentHelp(
            "The ledger that last year's figures are in. Default: juesuan.sqlite if it is there.", valueName: "file"))
    var ledger: String?

    @OptionGroup var reading: ReadingOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
        if documents.isEmpty && !rules { throw ValidationError("give documents to check, or --rules") }
    }

    func run() async throws {
        if rules {
            try output.write([RuleTable(language: output.spokenLanguage).table], amounts: .chinese)
            return
        }
        let engine = CheckEngine(
            settings: try readSettings(), language: output.spokenLanguage,
            subjects: try DataFolder.subjects(joinsCodes: false)?.functional)
        let paths = try DocumentPaths.expand(documents)
        try report(
            try await DocumentChecking(reader: reading.reader(for: paths.count), engine: engine, ledger: earlierLedger)
                .run(paths))
    }

    /// The ledger that is named, or the usual one where it is.
    private var earlierLedger: String? {
        let usual = "juesuan.sqlite"
        return ledger ?? (FileManager.default.fileExists(atPath: usual) ? usual : nil)
    }

    private func readSettings() throws -> CheckSettings {
        guard let settings else { return .standard }
        return try CheckSettings(yaml: try SourceFile.settings(settings), file: settings)
    }

    private func report(_ checked: DocumentChecking.Result) throws {
        if checked.documents.isEmpty, let first = checked.failures.first { throw first }
        let result = CheckOutput(documents: checked.documents)
        try output.write(rendered(result))
        for failure in checked.failures { StandardStream.report(FailureReport.message(for: failure)) }
        let unplaced = checked.unplaced
        if reading.strict, unplaced > 0 {
            throw CommandFailure(.data, "\(unplaced) figures could not be placed", CommandFailure.strict)
        }
        if result.hasErrors || !checked.failures.isEmpty { throw ExitCode(ExitStatus.findings.rawValue) }
    }

    private func rendered(_ result: CheckOutput) -> String {
        if output.format == .json {
            return result.json.text(.spaced) + "\n"
        }
        let tables = result.documents.map {
            FindingTable($0.findings, file: $0.file, language: output.spokenLanguage)
        }
        if output.format == .table {
            let terminal = output.terminal
            return tables.map { FindingList($0, terminal: terminal).text }.joined(separator: "\n")
        }
        return output.renderer(amounts: .chinese).render(tables.map(\.table), as: output.format)
    }
}
