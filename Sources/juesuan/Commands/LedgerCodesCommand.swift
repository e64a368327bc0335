import ArgumentParser
import Platform
import Workbench

/// `juesuan ledger codes`: which codes may have given way to which.
struct LedgerCodesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        "codes",
        Bilingual(
            "提出科目编码沿革的建议稿，核对后用于 --crosswalk。",
            "Propose which codes gave way to which, as a crosswalk to look through and hand to --crosswalk."),
        about: Bilingual(
            "某年停用的编码，建议由次年启用、同级次、名称和金额相近的编码承接。随程序提供的沿革表已衔接的不再提出。",
            """
            A code that ended in a year is proposed to go on under one of its level that began in the next with a like name and
            size. Codes that the shipped crosswalk joins are not proposed.
            """),
        examples: [
            "juesuan ledger codes --ledger juesuan.sqlite > mine.tsv",
            "juesuan compare --ledger juesuan.sqlite --crosswalk mine.tsv",
        ])

    @OptionGroup var source: SourceOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        let context = try source.context(language: output.spokenLanguage)
        let proposals = CodeProposal.proposals(from: context.succeeded(try source.lines().lines))
        try output.write(CodeProposal.text(of: proposals))
        StandardStream.remark(
            Bilingual("提出 \(proposals.count) 项编码沿革建议", "\(proposals.count) changes of codes proposed"))
    }
}
