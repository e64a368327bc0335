import ArgumentParser
import Platform
import Workbench

/// `juesuan ledger bodies`: which bodies may have taken over from which.
struct LedgerBodiesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        "bodies",
        Bilingual(
            "提出单位沿革的建议稿，核对后用于 --bodies。",
            "Propose which bodies took over from which, as a register to look through and hand to --bodies."),
        about: Bilingual(
            "某年新出现的单位，建议为上年停止且科目相同的单位的承接者。",
            "A body that appeared in a year is proposed to follow those that ended the year before with the same subjects."
        ),
        examples: [
            "juesuan ledger bodies --ledger juesuan.sqlite > bodies.yaml",
            "juesuan compare --ledger juesuan.sqlite --bodies bodies.yaml",
        ])

    @OptionGroup var source: SourceOptions
    @OptionGroup var speech: SpeechOptions

    func run() throws {
        let proposals = BodyProposal.proposals(from: try source.lines().lines)
        try StandardStream.output.write(try BodyFile.text(of: proposals))
        StandardStream.remark(
            Bilingual("提出 \(proposals.count) 项单位沿革建议", "\(proposals.count) changes of bodies proposed"))
    }
}
