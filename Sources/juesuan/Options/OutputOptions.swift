import ArgumentParser
import FinalAccounts
import Platform
import Reporting

/// Where a command's result goes and how it looks.
struct OutputOptions: ParsableArguments {
    @Option(help: "How the result is written: table, json, csv or markdown.")
    var format: OutputFormat = .table

    @Option(help: ArgumentHelp("Write the result to FILE instead of standard output.", valueName: "file"))
    var output: String?

    @OptionGroup var overwriting: OverwriteOption

    @Option(help: "Language of headings and texts: zh-Hans or en. Default: from the locale, else zh-Hans.")
    var language: Language?

    /// The language to speak.
    var spokenLanguage: Language {
        language ?? Environment.language(from: Environment.variables)
    }

    /// A renderer for tables, fitted to the terminal when the result goes to one.
    func renderer(amounts: AmountStyle) -> TableRenderer {
        TableRenderer(language: spokenLanguage, amounts: amounts, terminal: terminal)
    }

    /// The terminal that the output goes to; none for a file.
    var terminal: Terminal {
        output == nil
            ? Terminal(descriptor: StandardStream.output.descriptor, environment: Environment.variables) : .none
    }

    /// Writes tables in the chosen format.
    func write(_ tables: [ReportTable], amounts: AmountStyle) throws {
        try write(renderer(amounts: amounts).render(tables, as: format))
    }

    /// Writes a finished text, atomically where it goes to a file.
    func write(_ text: String) throws {
        if let output {
            overwriting.makeWay(for: output)
            try AtomicFile.write(text, to: output)
        } else {
            try StandardStream.output.write(text)
        }
    }
}
