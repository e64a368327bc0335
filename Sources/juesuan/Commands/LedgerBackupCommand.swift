import ArgumentParser
import Platform
import Workbench

/// `juesuan ledger backup`: a copy of one state of the ledger, while others write.
struct LedgerBackupCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        "backup",
        Bilingual(
            "在他人读写时备份账本。",
            "Copy a ledger while others read and write it."),
        about: Bilingual(
            """
            备份是账本某一时刻的状态，校验后才以所给名称出现；摘要写在旁边的 .sha256 文件中。损坏的账本不会覆盖备份。
            给出 --keep 7 时，此前六份备份保留为 .1 至 .6。
            """,
            """
            The copy is one state of the ledger, is verified, and appears under its name only then; its digest stands beside it
            in FILE.sha256. A damaged ledger replaces no backup. With --keep 7 the six backups before this one stay as FILE.1 to
            FILE.6.
            """),
        examples: [
            "juesuan ledger backup --ledger juesuan.sqlite backup-2024-01-31.sqlite",
            "juesuan ledger backup --ledger juesuan.sqlite --keep 7 nightly.sqlite",
        ])

    @Argument(help: ArgumentHelp("备份文件。", "The copy to make.", valueName: Bilingual("文件", "file")))
    var destination: String

    @OptionGroup var source: LedgerOption
    @OptionGroup var speech: SpeechOptions

    @Flag(help: ArgumentHelp("覆盖与备份同名的账本。", "Replace a ledger that has the copy's name."))
    var force = false

    @Option(
        help: ArgumentHelp(
            "保留几份备份，较早的加编号。", "Keep so many backups, the earlier ones under numbers.",
            valueName: Bilingual("份数", "number")))
    var keep: Int = 1

    func validate() throws {
        guard (1...1000).contains(keep) else {
            throw ValidationError(Bilingual("--keep 应为 1 至 1000，不能是 \(keep)", "--keep takes 1 to 1000, not \(keep)"))
        }
    }

    func run() throws {
        try LedgerUpkeep(source.ledger).backUp(to: destination, replacing: force, generations: keep)
        StandardStream.remark(
            Bilingual("\(source.ledger)：已备份到 \(destination)", "\(source.ledger): copied to \(destination)"))
    }
}
