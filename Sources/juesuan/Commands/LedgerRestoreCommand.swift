import ArgumentParser
import Platform
import Workbench

/// `juesuan ledger restore`: a verified backup in the place of a ledger.
struct LedgerRestoreCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore",
        abstract: "Put a backup in the place of a ledger, after verifying it. (恢复)",
        discussion: """
            A damaged backup is refused and nothing is changed. With --force a ledger that is there is overwritten as one
            transaction.

            Example:

              juesuan ledger restore backup-2024-01-31.sqlite --ledger juesuan.sqlite --force
            """)

    @Argument(help: ArgumentHelp("The backup to restore.", valueName: "file"))
    var backup: String

    @OptionGroup var target: LedgerOption

    @Flag(help: "Overwrite a ledger that is there.")
    var force = false

    func run() throws {
        let verification = try LedgerUpkeep(target.ledger).restore(backup, replacing: force)
        StandardStream.report(
            "\(target.ledger): restored \(verification.documents) documents and \(verification.lines) lines of \(backup)"
        )
    }
}
