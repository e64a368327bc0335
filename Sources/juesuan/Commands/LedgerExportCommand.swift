import ArgumentParser
import FinalAccounts
import Ledger
import Platform
import Workbench

/// `juesuan ledger export`: what counts in a ledger as CSV or JSON.
struct LedgerExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        "export",
        Bilingual(
            "将科目数据导出为 CSV，或将全部内容导出为 JSON，金额单位为元。",
            "Write account lines as CSV, or everything as JSON; amounts in yuan."),
        about: Bilingual(
            "顺序与导入先后无关。CSV 可用“juesuan import”读回。",
            "The order does not depend on what was imported first. The CSV reads back with 'juesuan import'."),
        examples: [
            "juesuan ledger export --ledger juesuan.sqlite --output lines.csv",
            "juesuan ledger export --format json --unit 青菱街道办事处 --from 2020 --to 2023",
        ])

    @OptionGroup var source: LedgerOption

    @Option(
        help: ArgumentHelp(
            "csv（科目数据）或 json（含科目、数据、绩效评价和读取提示的文件）。默认按 --output 的结尾，否则为 csv。",
            "csv (account lines) or json (documents with lines, figures, evaluations and diagnostics). Default: by the ending of --output, else csv.",
            valueName: Bilingual("格式", "format")))
    var format: ExportFormat?

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

    @OptionGroup var overwriting: OverwriteOption
    @OptionGroup var speech: SpeechOptions

    func validate() throws {
        try FileEnding.require(output, oneOf: ["", ".csv", ".json"], option: "--output")
        if let format, let ending, ending != format {
            throw ValidationError(
                Bilingual(
                    "--format \(format.rawValue) 与“\(output ?? "")”的结尾不一致，请只给出一个",
                    "--format \(format.rawValue) and the ending of '\(output ?? "")' disagree; leave one of them out"))
        }
        if let from, let to, from > to {
            throw ValidationError(Bilingual("--from \(from) 晚于 --to \(to)", "--from \(from) is later than --to \(to)"))
        }
    }

    /// The form that the file's ending stands for.
    private var ending: ExportFormat? {
        output.flatMap { ExportFormat(rawValue: String(FileEnding.ending(of: $0).dropFirst())) }
    }

    func run() throws {
        overwriting.makeWay(for: output)
        let isLimited = from != nil || to != nil
        try LedgerUpkeep(source.ledger).export(
            format ?? ending ?? .csv, of: unit.map { BudgetUnit($0) },
            years: isLimited ? (from ?? FiscalYear(0))...(to ?? FiscalYear(.max)) : nil, to: output
        ) { try StandardStream.output.write($0) }
    }
}

extension ExportFormat: ExpressibleByArgument {}
