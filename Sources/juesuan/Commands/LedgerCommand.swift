import ArgumentParser

/// `juesuan ledger`: looking after the store itself.
struct LedgerCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ledger",
        abstract: "List, take out, put back, verify, back up, restore or export what a ledger holds. (账本)",
        discussion: """
            Example:

              juesuan ledger list --unit 青菱街道办事处 --all
              juesuan ledger history --changes
              juesuan ledger remove 3 --why "wrong body"
              juesuan ledger verify --ledger juesuan.sqlite
              juesuan ledger backup backup.sqlite
              juesuan ledger restore backup.sqlite --force
              juesuan ledger export --output lines.csv
            """,
        subcommands: [
            LedgerListCommand.self, LedgerHistoryCommand.self, LedgerRemoveCommand.self, LedgerReinstateCommand.self,
            LedgerBodiesCommand.self, LedgerVerifyCommand.self, LedgerBackupCommand.self, LedgerRestoreCommand.self,
            LedgerExportCommand.self, LedgerDepartmentsCommand.self, LedgerCodesCommand.self,
        ])
}

/// Which ledger is looked after.
struct LedgerOption: ParsableArguments {
    @Option(help: ArgumentHelp("The ledger.", valueName: "file"))
    var ledger: String = "juesuan.sqlite"
}
