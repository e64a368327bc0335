import ArgumentParser
import FinalAccounts
import Foundation
import Ledger
import Platform
import Workbench

/// Which document is taken out or put back, by whom and why.
struct DocumentChangeOptions: ParsableArguments {
    @Argument(
        help: ArgumentHelp(
            "文件编号（见“ledger list --all”）或文件名。",
            "The document's number as 'ledger list --all' shows it, or its file's name.",
            valueName: Bilingual("文件", "document")))
    var document: String

    @Option(help: ArgumentHelp("理由。", "Why.", valueName: Bilingual("文字", "words")))
    var why: String

    @Option(help: ArgumentHelp("操作人。默认为当前用户。", "Who. Default: the user.", valueName: Bilingual("名称", "name")))
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
            StandardStream.remark(
                (action == .removed
                    ? Bilingual("文件 \(document) 已撤出", "document \(document) is out already")
                    : Bilingual("文件 \(document) 已生效", "document \(document) counts already")).at(source.ledger))
            return
        }
        try output.write([EventTable([event], language: output.spokenLanguage).changes], amounts: .chinese)
    }
}

/// `juesuan ledger remove`: takes a document out; nothing is deleted.
struct LedgerRemoveCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        "remove",
        Bilingual(
            "撤出文件：其数据不再生效，被它取代的重新生效。",
            "Take a document out: its figures count no more, what it had replaced counts again."),
        about: Bilingual(
            "不删除任何内容，“ledger reinstate”可恢复。",
            "Nothing is deleted: 'ledger reinstate' puts it back."),
        examples: [
            #"juesuan ledger remove 3 --why "the accounts of another body""#
        ])

    @OptionGroup var options: DocumentChangeOptions

    func run() throws { try options.change(.removed) }
}

/// `juesuan ledger reinstate`: puts a document back.
struct LedgerReinstateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        "reinstate",
        Bilingual(
            "恢复被撤出或被取代的文件。",
            "Put a document back that was taken out or replaced."),
        examples: [
            #"juesuan ledger reinstate 3 --why "it was right after all""#
        ])

    @OptionGroup var options: DocumentChangeOptions

    func run() throws { try options.change(.reinstated) }
}
