import ArgumentParser
import FinalAccounts
import Foundation
import Ledger
import Platform
import Workbench

/// Which document is taken out or put back, by whom and why.
struct DocumentChangeOptions: ParsableArguments {
    @Argument(help: "The document's number as 'ledger list --all' shows it, or its file's name.")
    var document: String

    @Option(help: ArgumentHelp("Why.", valueName: "words"))
    var why: String

    @Option(help: ArgumentHelp("Who. Default: the user.", valueName: "name"))
    var who: String?

    @OptionGroup var source: LedgerOption
    @OptionGroup var output: OutputOptions

    /// Makes the change and shows which figures it changed.
    func change(_ action: LedgerEvent.Action) throws {
        let history = LedgerHistory(source.ledger)
        guard
            let event = try history.change(
                document, action, who: who ?? Environment.user, why: why,
                command: CommandLine.arguments.joined(separator: " "), program: Version.program, at: Date())
        else {
            StandardStream.report(
                "\(source.ledger): document \(document) \(action == .removed ? "is out already" : "counts already")")
            return
        }
        try output.write([EventTable([event], language: output.spokenLanguage).changes], amounts: .chinese)
    }
}

/// `juesuan ledger remove`: takes a document out; nothing is deleted.
struct LedgerRemoveCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "remove",
        abstract: "Take a document out: its figures count no more, what it had replaced counts again. (撤出)",
        discussion: """
            Nothing is deleted: 'ledger reinstate' puts it back.

            Example:

              juesuan ledger remove 3 --why "the accounts of another body"
            """)

    @OptionGroup var options: DocumentChangeOptions

    func run() throws { try options.change(.removed) }
}

/// `juesuan ledger reinstate`: puts a document back.
struct LedgerReinstateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reinstate",
        abstract: "Put a document back that was taken out or replaced. (恢复)",
        discussion: """
            Example:

              juesuan ledger reinstate 3 --why "it was right after all"
            """)

    @OptionGroup var options: DocumentChangeOptions

    func run() throws { try options.change(.reinstated) }
}
