import ArgumentParser
import FinalAccounts
import Interchange
import Ledger
import Platform
import Reporting
import Workbench

/// `juesuan ledger export`: what counts in a ledger as CSV or JSON.
struct LedgerExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        "export",
        Bilingual(
            "将科目数据导出为 CSV 或工作簿，或将全部内容导出为 JSON，金额单位为元。",
            "Write account lines as CSV or as a workbook, or everything as JSON; amounts in yuan."),
        about: Bilingual(
            "顺序与导入先后无关。CSV 和工作簿可用“juesuan import”读回。",
            "The order does not depend on what was imported first. CSV and workbooks read back with 'juesuan import'."),
        examples: [
            "juesuan ledger export --ledger juesuan.sqlite --output lines.xlsx",
            "juesuan ledger export --ledger juesuan.sqlite --output lines.csv",
            "juesuan ledger export --format json --unit 青菱街道办事处 --from 2020 --to 2023",
        ])

    @OptionGroup var source: LedgerOption

    @Option(
        help: ArgumentHelp(
            "csv、xlsx（科目数据）或 json（含科目、数据、绩效评价和读取提示的文件）。默认按 --output 的结尾，否则为 csv。",
            "csv, xlsx (account lines) or json (documents with lines, figures, evaluations and diagnostics). Default: by the ending of --output, else csv.",
            valueName: Bilingual("格式", "format")))
    var format: Form?

    @Option(
        help: ArgumentHelp("只看此单位。默认为全部。", "Only this body. Default: all of them.", valueName: Bilingual("名称", "name")))
    var unit: String?

    @Option(help: ArgumentHelp("只看此年度及以后。", "Only years from this one on.", valueName: Bilingual("年度", "year")))
    var from: FiscalYear?

    @Option(help: ArgumentHelp("只看此年度及以前。", "Only years up to this one.", valueName: Bilingual("年度", "year")))
    var to: FiscalYear?

    @Option(
        help: ArgumentHelp(
            "写入此文件，而不是标准输出。", "Write to FILE instead of standard output.", valueName: Bilingual("文件", "file")))
    var output: String?

    @Flag(
        help: ArgumentHelp(
            "CSV 以字节顺序标记开头，科目编码写作文本，使 Excel 正确显示。",
            "Begin CSV with a byte order mark and write codes as text, for Excel."))
    var forExcel = false

    @OptionGroup var overwriting: OverwriteOption
    @OptionGroup var speech: SpeechOptions

    /// What is written.
    enum Form: String, CaseIterable, ExpressibleByArgument {
        case csv, xlsx, json
    }

    func validate() throws {
        try FileEnding.require(output, oneOf: ["", ".csv", ".xlsx", ".json"], option: "--output")
        if let format, let ending, ending != format {
            throw ValidationError(
                Bilingual(
                    "--format \(format.rawValue) 与“\(output ?? "")”的结尾不一致，请只给出一个",
                    "--format \(format.rawValue) and the ending of '\(output ?? "")' disagree; leave one of them out"))
        }
        if form == .xlsx, output == nil {
            throw ValidationError(
                Bilingual(
                    "--format xlsx 须用 --output 给出 .xlsx 文件，工作簿不能输出到终端",
                    "--format xlsx needs --output FILE.xlsx: a workbook is not written to a terminal"))
        }
        if forExcel, form != .csv { throw ValidationError(Bilingual("--for-excel 只用于 CSV", "--for-excel is for CSV")) }
        if let from, let to, from > to {
            throw ValidationError(Bilingual("--from \(from) 晚于 --to \(to)", "--from \(from) is later than --to \(to)"))
        }
    }

    /// The form that the file's ending stands for.
    private var ending: Form? { output.flatMap { Form(rawValue: String(FileEnding.ending(of: $0).dropFirst())) } }

    private var form: Form { format ?? ending ?? .csv }

    private var years: ClosedRange<FiscalYear>? {
        from != nil || to != nil ? (from ?? FiscalYear(0))...(to ?? FiscalYear(.max)) : nil
    }

    func run() throws {
        overwriting.makeWay(for: output)
        let upkeep = LedgerUpkeep(source.ledger)
        let body = unit.map { BudgetUnit($0) }
        switch form {
        case .json: try upkeep.export(.json, of: body, years: years, to: output) { try StandardStream.output.write($0) }
        case .csv where !forExcel:
            try upkeep.export(.csv, of: body, years: years, to: output) { try StandardStream.output.write($0) }
        case .csv, .xlsx: try writeTable(of: body, from: upkeep)
        }
    }

    /// Writes what a spreadsheet program opens.
    private func writeTable(of body: BudgetUnit?, from upkeep: LedgerUpkeep) throws {
        var renderer = TableRenderer(language: speech.spoken, amounts: AccountLineTable.amounts)
        renderer.writesCodesAsText = forExcel
        let table = try upkeep.table(of: body, years: years, language: speech.spoken)
        if form == .xlsx, let output {
            try TableFile([table], renderer: renderer).write(workbook: output)
        } else {
            let text = CSVDialect.mark + renderer.render(table, as: .csv)
            if let output { try AtomicFile.write(text, to: output) } else { try StandardStream.output.write(text) }
        }
    }
}
