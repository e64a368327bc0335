import ArgumentParser
import FinalAccounts
import Platform

/// The command line's root: it holds the commands and turns their failures into messages and exit codes.
@main
struct Juesuan: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        "juesuan",
        Bilingual(
            "逐年比较部门决算，指出异常，预测下年支出。",
            "Compare final accounts year over year, flag what is off, and forecast next year."),
        about: Bilingual("源代码附有样例，初次使用可依次运行示例。", "A first run on the sample that comes with the source:"),
        examples: [
            "juesuan import --ledger demo.sqlite --amount-unit wan Data/qingling/2023-disclosure.txt Data/qingling/*-synthetic.csv",
            "juesuan anomalies --ledger demo.sqlite --year 2023",
            "juesuan forecast --ledger demo.sqlite --for 2024",
        ],
        version: Version.current,
        subcommands: [
            ReadCommand.self, CheckCommand.self, ImportCommand.self, CompareCommand.self, AnomaliesCommand.self,
            ForecastCommand.self, ExplainCommand.self,
            BacktestCommand.self, DraftCommand.self, ProgressCommand.self,
            NarrateCommand.self, ReportCommand.self, BatchCommand.self, LedgerCommand.self, ServeCommand.self,
            DoctorCommand.self, ReaderCommand.self,
        ])

    /// Parses the arguments, runs the command and exits with a code after sysexits.h.
    static func main() async {
        let start = ContinuousClock.now
        Interruption.watch()
        // What a process that was killed left is removed by the next one.
        TemporaryFolder.removeLeftovers()
        do {
            var command = try parseAsRoot()
            StandardStream.detail(DataFolder.inUse)
            ShippedData.warnings(on: data(of: command)).forEach(StandardStream.remark)
            defer { StandardStream.detail(Expense.sentence(since: start)) }
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
        } catch {
            guard let failure = FailureReport.failure(for: error) else { end(with: error) }
            StandardStream.report(failure.sentence)
            exit(withError: ExitCode(ExitStatus(failure.kind).rawValue))
        }
    }

    /// Says what the argument parser has to say, which may be a screen of help, and exits.
    private static func end(with error: any Error) -> Never {
        let code = exitCode(for: error)
        // Help and the version were asked for; mistakes go where messages go.
        let stream: StandardStream = code.isSuccess ? .output : .error
        let terminal = Terminal(descriptor: stream.descriptor, environment: Environment.variables)
        var text = fullMessage(for: error, columns: HelpScreen.unbroken)
        // A script of completions and the dump of all options are for programs.
        if !code.isSuccess || ["OVERVIEW: ", "USAGE: "].contains(where: text.hasPrefix) {
            text = HelpScreen.text(
                ParserWords.text(text, in: Speech.language), width: terminal.width ?? HelpScreen.usualWidth)
        }
        if !text.isEmpty { try? stream.write(text.hasSuffix("\n") ? text : text + "\n") }
        exit(withError: code)
    }

    private static func data(of command: any ParsableCommand) -> [ShippedData] {
        (command as? any UsesShippedData)?.shippedData ?? []
    }
}
