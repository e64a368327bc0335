import ArgumentParser
import Platform
import Workbench

/// `juesuan ledger backup`: a copy of one state of the ledger, while others write.
struct LedgerBackupCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup",
        abstract: "Copy a ledger while others read and write it. (备份)",
        discussion: """
            The copy is one state of the ledger and appears under its name when it is complete.

            Example:

              juesuan ledger backup --ledger juesuan.sqlite backup-2024-01-31.sqlite
            """)

    @Argument(help: ArgumentHelp("The copy to make.", valueName: "file"))
    var destination: String

    @OptionGroup var source: LedgerOption

    @Flag(help: "Replace a ledger that has the copy's name.")
    var force = false

    func run() throws {
        try LedgerUpkeep(source.ledger).backUp(to: destination, replacing: force)
        StandardStream.report("\(source.ledger): copied to \(destination)")
    }
}
