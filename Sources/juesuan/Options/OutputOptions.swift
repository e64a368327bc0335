import ArgumentParser
import FinalAccounts
import Interchange
import Platform
import Reporting

/// Where a command's result goes and how it looks: as ``format`` says, else as the ending of the file does.
struct OutputOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "输出格式：table、json、csv、markdown、xlsx 或 html。默认按 --output 的结尾。",
            "How the result is written: table, json, csv, markdown, xlsx or html. Default: by the ending of --output.",
            valueName: Bilingual("格式", "format"))
    )
    var format: ResultFormat?

    @Option(
        help: ArgumentHelp(
            "将结果写入此文件，而不是标准输出。", "Write the result to FILE instead of standard output.",
            valueName: Bilingual("文件", "file")))
    var output: String?

    @Flag(
        help: ArgumentHelp(
            "CSV 以字节顺序标记开头，使 Excel 正确显示中文。", "Begin CSV with a byte order mark, by which Excel knows Chinese text."))
    var forExcel = false

    @OptionGroup var overwriting: OverwriteOption

    @OptionGroup var speech: SpeechOptions

    func validate() throws {
        if chosen == .xlsx, output == nil {
            throw ValidationError(
                Bilingual(
                    "--format xlsx 须用 --output 给出 .xlsx 文件，工作簿不能输出到终端",
                    "--format xlsx needs --output FILE.xlsx: a workbook is not written to a terminal"))
        }
        if forExcel, chosen != .csv {
            throw ValidationError(Bilingual("--for-excel 只用于 CSV", "--for-excel is for CSV"))
        }
        guard let output else { return }
        if let format, let ending = ResultFormat(ending: output), ending != format {
            throw ValidationError(
                Bilingual(
                    "--format \(format.rawValue) 与“\(output)”的结尾不一致，请只给出一个",
                    "--format \(format.rawValue) and the ending of \(output) disagree; leave one of them out"))
        }
        if let ending = ResultFormat.foreignEnding(of: output) {
            throw ValidationError(
                Bilingual(
                    "结果不能写成 \(ending)，请用 .xlsx、.csv、.json、.md、.html 或 .txt 结尾",
                    "no result is written as \(ending): give a file ending in .xlsx, .csv, .json, .md, .html or .txt"))
        }
    }

    /// The language to speak.
    var spokenLanguage: Language { speech.spoken }

    /// The format asked for, else the one the ending of the output stands for, else a table.
    var chosen: ResultFormat {
        format ?? output.flatMap { ResultFormat(ending: $0) } ?? .table
    }

    /// A renderer for tables, fitted to the terminal when the result goes to one.
    func renderer(amounts: AmountStyle) -> TableRenderer {
        var renderer = TableRenderer(language: spokenLanguage, amounts: amounts, terminal: terminal)
        renderer.writesCodesAsText = forExcel
        return renderer
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
        let text = (forExcel ? CSVDialect.mark : "") + text
        if let output {
            overwriting.makeWay(for: output)
            try AtomicFile.write(text, to: output)
        } else {
            try StandardStream.output.write(text)
        }
    }
}

extension ResultFormat: ExpressibleByArgument {}
