import ArgumentParser
import Ledger
import Platform
import Reporting
import Workbench

/// `juesuan ledger verify`: whether a ledger still is what was written.
struct LedgerVerifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        "verify",
        Bilingual(
            "检验账本：SQLite 完整性、外键、由各行重算的摘要。",
            "Test a ledger: SQLite's integrity, foreign keys, digests recomputed from the rows."),
        about: Bilingual(
            "账本完好时退出码为 0，有问题时为 1。",
            "The exit code is 0 for a sound ledger and 1 where something is wrong."),
        examples: [
            "juesuan ledger verify --ledger juesuan.sqlite --format json"
        ])

    @OptionGroup var source: LedgerOption
    @OptionGroup var output: OutputOptions

    func run() throws {
        let verification = try LedgerUpkeep(source.ledger).verify()
        // An empty list is something to a program and in a file, and nothing to a person at a terminal.
        if !verification.isSound || output.chosen != .table || output.output != nil {
            try output.write([table(of: verification)], amounts: .chinese)
        }
        StandardStream.remark(
            Bilingual(
                "\(verification.documents) 份文件，\(verification.lines) 行，",
                "\(verification.documents) documents, \(verification.lines) lines, "
            ).at(source.ledger)
                + (verification.isSound
                    ? Bilingual("完好", "sound")
                    : Bilingual("\(verification.problems.count) 处有误", "\(verification.problems.count) problems")))
        if !verification.isSound { throw ExitCode(ExitStatus.findings.rawValue) }
    }

    private func table(of verification: Verification) -> ReportTable {
        let language = output.spokenLanguage
        return ReportTable(
            name: "problems", title: output.spokenLanguage.words("账本问题", "problems of the ledger"),
            columns: [
                ReportColumn("check", title: output.spokenLanguage.words("检查", "check"), kind: .label),
                ReportColumn("place", title: output.spokenLanguage.words("位置", "place"), kind: .label),
                ReportColumn("message", title: output.spokenLanguage.words("问题", "message"), kind: .label),
            ],
            rows: verification.problems.map {
                [.text($0.check.rawValue), .text($0.place.text(in: language)), .text($0.message.text(in: language))]
            })
    }
}
