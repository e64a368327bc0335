import ArgumentParser

/// `juesuan ledger`: looking after the store itself.
struct LedgerCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ledger",
        abstract: "Verify, back up, restore or export a ledger. (账本)",
        discussion: """
            Example:

              juesuan ledger verify --ledger juesuan.sqlite
              juesuan ledger backup backup.sqlite
              juesuan ledger restore backup.sqlite --force
              juesuan ledger export --output lines.csv
            """,
        subcommands: [
            LedgerVerifyCommand.self, LedgerBackupCommand.self, LedgerRestoreCommand.self, LedgerExportCommand.self,
        ])
}

/// Which ledger is looked after.
struct LedgerOption: ParsableArguments {
    @Option(help: ArgumentHelp("The ledger.", valueName: "file"))
    var ledger: String = "juesuan.sqlite"
}
