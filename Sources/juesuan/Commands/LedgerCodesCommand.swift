import ArgumentParser
import Platform
import Workbench

/// `juesuan ledger codes`: which codes may have given way to which.
struct LedgerCodesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "codes",
        abstract:
            "Propose which codes gave way to which, as a crosswalk to look through and hand to --crosswalk. (科目沿革)",
        discussion: """
            A code that ended in a year is proposed to go on under one of its level that began in the next with a like name and
            size. Codes that the shipped crosswalk joins are not proposed.

            Example:

              juesuan ledger codes --ledger juesuan.sqlite > mine.tsv
              juesuan compare --ledger juesuan.sqlite --crosswalk mine.tsv
            """)

    @OptionGroup var source: SourceOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        let context = try source.context(language: output.spokenLanguage)
        let proposals = CodeProposal.proposals(from: context.succeeded(try source.lines().lines))
        try output.write(CodeProposal.text(of: proposals))
        StandardStream.report("\(proposals.count) changes of codes proposed")
    }
}
