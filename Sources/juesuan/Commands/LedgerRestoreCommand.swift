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
            transaction. With --check the backup is tested, by its digest where one stands beside it, and nothing is changed.

            Example:

              juesuan ledger restore backup-2024-01-31.sqlite --ledger juesuan.sqlite --force
              juesuan ledger restore --check backup-2024-01-31.sqlite
            """)

    @Argument(help: ArgumentHelp("The backup to restore.", valueName: "file"))
    var backup: String

    @OptionGroup var target: LedgerOption

    @Flag(help: "Overwrite a ledger that is there.")
    var force = false

    @Flag(help: "Test the backup and change nothing.")
    var check = false

    func run() throws {
        if check { return try test() }
        let verification = try LedgerUpkeep(target.ledger).restore(backup, replacing: force)
        StandardStream.report(
            "\(target.ledger): restored \(verification.documents) documents and \(verification.lines) lines of \(backup)"
        )
    }

    private func test() throws {
        let (verification, hasDigest) = try LedgerUpkeep.checkBackup(backup)
        StandardStream.report(
            "\(backup): \(verification.documents) documents and \(verification.lines) lines, sound"
                + (hasDigest ? ", as its digest says" : "; no digest stands beside it"))
    }
}
