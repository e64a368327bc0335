import ArgumentParser
import FinalAccounts
import Platform
import Reporting

/// Where a command's result goes and how it looks: as ``format`` says, else as the ending of the file does.
struct OutputOptions: ParsableArguments {
    @Option(
        help: "How the result is written: table, json, csv, markdown, xlsx or html. Default: by the ending of --output."
    )
    var format: ResultFormat?

    @Option(help: ArgumentHelp("Write the result to FILE instead of standard output.", valueName: "file"))
    var output: String?

    @Flag(help: "Begin CSV with a byte order mark, by which Excel knows Chinese text.")
    var forExcel = false

    @OptionGroup var overwriting: OverwriteOption

    @Option(help: "Language of headings and texts: zh-Hans or en. Default: from the locale, else zh-Hans.")
    var language: Language?

    func validate() throws {
        if chosen == .xlsx, output == nil {
            throw ValidationError("--format xlsx needs --output FILE.xlsx: a workbook is not written to a terminal")
        }
        if forExcel, chosen != .csv { throw ValidationError("--for-excel is for CSV") }
        guard let output else { return }
        if let format, let ending = ResultFormat(ending: output), ending != format {
            throw ValidationError(
                "--format \(format.rawValue) and the ending of \(output) disagree; leave one of them out")
        }
        if let ending = ResultFormat.foreignEnding(of: output) {
            throw ValidationError(
                "no result is written as \(ending): give a file ending in .xlsx, .csv, .json, .md, .html or .txt")
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

    /// The format of a result that is text only.
    ///
    /// - Throws: `ValidationError` for a workbook or a page.
    func textFormat() throws -> OutputFormat {
        guard let text = chosen.text else {
            throw ValidationError(
                "this command writes no \(chosen.rawValue): give a file ending in .csv, .json, .md or .txt")
        }
        return text
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
        let renderer = renderer(amounts: amounts)
        if let text = chosen.text { return try write(renderer.render(tables, as: text)) }
        let file = TableFile(tables, renderer: renderer)
        guard chosen == .xlsx, let output else { return try write(file.html) }
        overwriting.makeWay(for: output)
        try file.write(workbook: output)
    }

    /// Writes a finished text, atomically where it goes to a file.
    func write(_ text: String) throws {
        let text = forExcel ? "\u{FEFF}" + text : text
        if let output {
            overwriting.makeWay(for: output)
            try AtomicFile.write(text, to: output)
        } else {
            try StandardStream.output.write(text)
        }
    }
}

extension ResultFormat: ExpressibleByArgument {}
