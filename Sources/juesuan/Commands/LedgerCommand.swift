import ArgumentParser
import Platform

/// `juesuan ledger`: looking after the store itself.
struct LedgerCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        "ledger",
        Bilingual(
            "列出、撤出、恢复、校验、备份、还原或导出账本的内容。",
            "List, take out, put back, verify, back up, restore or export what a ledger holds."),
        examples: [
            "juesuan ledger list --unit 青菱街道办事处 --all",
            "juesuan ledger history --changes",
            #"juesuan ledger remove 3 --why "wrong body""#,
            "juesuan ledger verify --ledger juesuan.sqlite",
            "juesuan ledger backup backup.sqlite",
            "juesuan ledger restore backup.sqlite --force",
            "juesuan ledger export --output lines.csv",
        ],
        subcommands: [
            LedgerListCommand.self, LedgerHistoryCommand.self, LedgerRemoveCommand.self, LedgerReinstateCommand.self,
            LedgerBodiesCommand.self, LedgerVerifyCommand.self, LedgerBackupCommand.self, LedgerRestoreCommand.self,
            LedgerExportCommand.self, LedgerDepartmentsCommand.self, LedgerCodesCommand.self,
        ])
}

/// Which ledger is looked after.
struct LedgerOption: ParsableArguments {
    @Option(help: ArgumentHelp("账本。", "The ledger.", valueName: Bilingual("文件", "file")))
    var ledger: String = "juesuan.sqlite"
}
