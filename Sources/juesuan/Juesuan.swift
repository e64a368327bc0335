import ArgumentParser
import FinalAccounts
import Platform

/// The command line's root: it holds the commands and turns their failures into messages and exit codes.
@main
struct Juesuan: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "juesuan",
        abstract: "Compare final accounts year over year, flag what is off, and forecast next year. (决算)",
        discussion: """
            A first run on the sample that comes with the source:

              juesuan import --ledger demo.sqlite --amount-unit wan Data/qingling/2023-disclosure.txt Data/qingling/*-synthetic.csv
              juesuan anomalies --ledger demo.sqlite --year 2023
              juesuan forecast --ledger demo.sqlite --for 2024
            """,
        version: Version.current,
        subcommands: [
            ReadCommand.self, CheckCommand.self, ImportCommand.self, CompareCommand.self, AnomaliesCommand.self,
            ForecastCommand.self, ExplainCommand.self,
            BacktestCommand.self, DraftCommand.self, ProgressCommand.self,
            NarrateCommand.self, ReportCommand.self, BatchCommand.self, LedgerCommand.self,
            ReaderCommand.self,
        ]
    )

    /// Parses the arguments, runs the command and exits with a code after sysexits.h.
    static func main() async {
        Interruption.watch()
        // What a process that was killed left is removed by the next one.
        TemporaryFolder.removeLeftovers()
        do {
            var command = try parseAsRoot()
            ShippedData.warnings(on: data(of: command)).forEach(StandardStream.report)
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
        } catch {
            guard let failure = FailureReport.failure(for: error) else { exit(withError: error) }
            StandardStream.report(failure.description)
            exit(withError: ExitCode(ExitStatus(failure.kind).rawValue))
        }
    }

    private static func data(of command: any ParsableCommand) -> [ShippedData] {
        (command as? any UsesShippedData)?.shippedData ?? []
    }
}
