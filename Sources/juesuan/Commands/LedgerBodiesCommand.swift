import ArgumentParser
import Platform
import Workbench

/// `juesuan ledger bodies`: which bodies may have taken over from which.
struct LedgerBodiesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bodies",
        abstract: "Propose which bodies took over from which, as a register to look through and hand to --bodies. (沿革)",
        discussion: """
            A body that appeared in a year is proposed to follow those that ended the year before with the same subjects.

            Example:

              juesuan ledger bodies --ledger juesuan.sqlite > bodies.yaml
              juesuan compare --ledger juesuan.sqlite --bodies bodies.yaml
            """)

    @OptionGroup var source: SourceOptions

    func run() throws {
        let proposals = BodyProposal.proposals(from: try source.lines().lines)
        try StandardStream.output.write(try BodyFile.text(of: proposals))
        StandardStream.report("\(proposals.count) changes of bodies proposed")
    }
}
