import ArgumentParser
import Platform
import Workbench

/// `juesuan ledger restore`: a verified backup in the place of a ledger.
struct LedgerRestoreCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        "restore",
        Bilingual(
            "校验后以备份替换账本。",
            "Put a backup in the place of a ledger, after verifying it."),
        about: Bilingual(
            """
            损坏的备份不予接受，也不作改动。给出 --force 时，以一个事务覆盖已有账本。给出 --check 时只检验备份（旁边有摘要的
            一并核对），不作改动。
            """,
            """
            A damaged backup is refused and nothing is changed. With --force a ledger that is there is overwritten as one
            transaction. With --check the backup is tested, by its digest where one stands beside it, and nothing is changed.
            """),
        examples: [
            "juesuan ledger restore backup-2024-01-31.sqlite --ledger juesuan.sqlite --force",
            "juesuan ledger restore --check backup-2024-01-31.sqlite",
        ])

    @Argument(help: ArgumentHelp("要恢复的备份。", "The backup to restore.", valueName: Bilingual("文件", "file")))
    var backup: String

    @OptionGroup var target: LedgerOption
    @OptionGroup var speech: SpeechOptions

    @Flag(help: ArgumentHelp("覆盖已有的账本。", "Overwrite a ledger that is there."))
    var force = false

    @Flag(help: ArgumentHelp("只检验备份，不作改动。", "Test the backup and change nothing."))
    var check = false

    func run() throws {
        if check { return try test() }
        let verification = try LedgerUpkeep(target.ledger).restore(backup, replacing: force)
        StandardStream.remark(
            Bilingual(
                "\(target.ledger)：已从 \(backup) 恢复 \(verification.documents) 份文件、\(verification.lines) 行",
                "\(target.ledger): restored \(verification.documents) documents and \(verification.lines) lines of \(backup)"
            )
        )
    }

    private func test() throws {
        let (verification, hasDigest) = try LedgerUpkeep.checkBackup(backup)
        StandardStream.remark(
            Bilingual(
                "\(verification.documents) 份文件、\(verification.lines) 行，完好",
                "\(verification.documents) documents and \(verification.lines) lines, sound"
            ).at(backup)
                + (hasDigest
                    ? Bilingual("，与摘要一致", ", as its digest says")
                    : Bilingual("；旁边没有摘要文件", "; no digest stands beside it")))
    }
}
