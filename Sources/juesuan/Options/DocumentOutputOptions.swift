import ArgumentParser
import FinalAccounts
import Platform
import Reporting

/// Where the result of an analysis goes that is also written as a workbook or a page.
struct DocumentOutputOptions: ParsableArguments {
    @Option(
        help: "How the result is written: table, json, csv, markdown, xlsx or html. Default: by the ending of --output."
    )
    var format: ResultFormat?

    @Option(help: ArgumentHelp("Write the result to FILE instead of standard output.", valueName: "file"))
    var output: String?

    @OptionGroup var overwriting: OverwriteOption

    @Option(help: "Language of headings and texts: zh-Hans or en. Default: from the locale, else zh-Hans.")
    var language: Language?

    func validate() throws {
        if chosen == .xlsx, output == nil {
            throw ValidationError("--format xlsx needs --output FILE.xlsx: a workbook is not written to a terminal")
        }
    }

    /// The language to speak.
    var spokenLanguage: Language {
        language ?? Environment.language(from: Environment.variables)
    }

    /// The format asked for, else the one the ending of the output stands for, else a table.
    var chosen: ResultFormat {
        format ?? output.flatMap { ResultFormat(ending: $0) } ?? .table
    }

    /// Writes tables as text.
    func write(_ tables: [ReportTable], as text: OutputFormat, amounts: AmountStyle) throws {
        let terminal: Terminal =
            output == nil
            ? Terminal(descriptor: StandardStream.output.descriptor, environment: Environment.variables) : .none
        try write(
            TableRenderer(language: spokenLanguage, amounts: amounts, terminal: terminal).render(tables, as: text))
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

extension ResultFormat: ExpressibleByArgument {}
