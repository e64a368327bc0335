import ArgumentParser
import Platform
import Workbench

/// `juesuan ledger backup`: a copy of one state of the ledger, while others write.
struct LedgerBackupCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup",
        abstract: "Copy a ledger while others read and write it. (备份)",
        discussion: """
            The copy is one state of the ledger, is verified, and appears under its name only then; its digest stands beside it
            in FILE.sha256. A damaged ledger replaces no backup. With --keep 7 the six backups before this one stay as FILE.1 to
            FILE.6.

            Example:

              juesuan ledger backup --ledger juesuan.sqlite backup-2024-01-31.sqlite
              juesuan ledger backup --ledger juesuan.sqlite --keep 7 nightly.sqlite
            """)

    @Argument(help: ArgumentHelp("The copy to make.", valueName: "file"))
    var destination: String

    @OptionGroup var source: LedgerOption

    @Flag(help: "Replace a ledger that has the copy's name.")
    var force = false

    @Option(help: ArgumentHelp("Keep so many backups, the earlier ones under numbers.", valueName: "number"))
    var keep: Int = 1

    func validate() throws {
        guard (1...1000).contains(keep) else { throw ValidationError("--keep takes 1 to 1000, not \(keep)") }
    }

    func run() throws {
        try LedgerUpkeep(source.ledger).backUp(to: destination, replacing: force, generations: keep)
        StandardStream.report("\(source.ledger): copied to \(destination)")
    }
}
