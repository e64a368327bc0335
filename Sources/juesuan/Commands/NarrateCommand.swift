import ArgumentParser
import FinalAccounts
import Interchange
import Narration
import Platform
import Reporting
import Workbench

/// `juesuan narrate`: the explanatory text of a disclosure.
struct NarrateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        "narrate",
        Bilingual(
            "按规定的顺序和写法撰写公开文件的说明文字。",
            "Write the explanatory text of a disclosure in the official order and wording."),
        about: Bilingual(
            """
            比率、占比和合计由科目数据算出；收入、“三公”经费、政府采购和绩效评价取自公开数据，来自账本或 CSV 文件
            （measure,subject,value,unit）。原因取自科目数据，没有的留空待填。给出 --budget 时撰写下年预算的说明：所依草案
            与“juesuan draft”用同样文件所得的相同，或为某一已保存版本，以其各行备注为原因。
            """,
            """
            Rates, shares and sums are worked out from the lines; income, the three public costs, procurement and evaluations come
            from stated figures: those of the ledger, or of a CSV file (measure,subject,value,unit). Reasons are those of the
            lines; where none is known a blank is left to fill. With --budget the text is that of next year's budget: of the draft
            that 'juesuan draft' makes with the same files, or of a stored version with the remarks of its lines as reasons.
            """),
        examples: [
            "juesuan narrate --ledger juesuan.sqlite --year 2023 --output 2023.txt",
            "juesuan narrate --ledger juesuan.sqlite --year 2023 --output 2023.docx",
            "juesuan narrate --budget --year 2024 --rules rules.yaml --output budget-2024.txt",
            "juesuan narrate --budget --year 2024 --stored 2 --output budget-2024.docx",
            "juesuan narrate --input lines.csv --amount-unit wan --figures totals.csv --style running",
        ])

    @OptionGroup var source: SourceOptions
    @OptionGroup var review: YearOption

    @Option(
        help: ArgumentHelp(
            "公开数据 CSV：measure,subject,value,unit。", "Stated figures as CSV: measure,subject,value,unit.",
            valueName: Bilingual("文件.csv", "file.csv")))
    var figures: String?

    @Flag(
        help: ArgumentHelp(
            "改写 --year 年度的预算说明。默认为最近决算的下一年。",
            "Write the text of the budget of --year instead. Default: of the year after the latest accounts."))
    var budget = false

    @OptionGroup var requests: RequestOptions

    @Option(
        help: ArgumentHelp(
            "与 --budget 同用：采用某一已保存版本的决定。", "With --budget: take the decisions of a stored version.",
            valueName: Bilingual("版本", "version")))
    var stored: Int?

    @Option(
        help: ArgumentHelp(
            "写法：itemized（分条）或 running（连贯）。", "Wording: itemized or running.", valueName: Bilingual("写法", "style")))
    var style: NarrativeStyle = .itemized

    @Option(
        help: ArgumentHelp(
            "写入此文件，而不是标准输出；以 .docx 结尾时由 LibreOffice 或 pandoc 生成文档。",
            "Write to FILE instead of standard output; with the ending .docx as a document, by LibreOffice or pandoc.",
            valueName: Bilingual("文件", "file")))
    var output: String?

    @OptionGroup var overwriting: OverwriteOption
    @OptionGroup var speech: SpeechOptions

    func validate() throws {
        try FileEnding.require(output, oneOf: ["", ".txt", ".docx"], option: "--output")
        if !budget, requests.policy != nil || requests.rules != nil || stored != nil {
            throw ValidationError(
                Bilingual("--policy、--rules、--stored 只用于 --budget", "--policy, --rules and --stored belong to --budget")
            )
        }
        if budget, figures != nil {
            throw ValidationError(
                Bilingual(
                    "--figures 用于决算说明，不能与 --budget 同用", "--figures belongs to the text of accounts, not to --budget"))
        }
        if stored != nil, !source.input.isEmpty {
            throw ValidationError(
                Bilingual(
                    "版本保存在账本中，请用 --ledger 代替 --input",
                    "versions are stored in a ledger; give --ledger instead of --input"))
        }
    }

    func run() throws {
        if budget { return try write(budgetText()) }
        let narrative = try UnitNarrative(
            of: source.lines(), from: source.source, year: review.year, amountUnit: amountUnit, style: style,
            stated: figures.map { try StatedFigureCSVReader().read(file: $0) })
        narrative.warnings.forEach(StandardStream.remark)
        try write(narrative.text)
    }

    private var amountUnit: AmountUnit { source.amountUnit == .yuan ? .wan : source.statedUnit ?? .wan }

    /// The text of a budget.
    private func budgetText() throws -> String {
        let context = try source.context(language: .zhHans, model: try DataFolder.storedModel())
        let drafting = try requests.drafting(
            SpendingForecast(context: context, target: review.year), unit: source.statedUnit)
        let basis = try drafting.basis(in: try source.lines())
        let figures = try drafting.stated(for: basis, in: source.source)
        var workbook = try drafting.workbook(from: basis, stated: figures).workbook
        if let stored {
            let drafts = try DraftKeeping(ledger: source.ledger, program: Version.program)
                .drafts(of: basis.unit, for: basis.year)
            workbook = try drafting.applying(stored, of: drafts, to: workbook).workbook
        }
        return try drafting.explanation(of: workbook.draft, stated: figures, amountUnit: amountUnit)
    }

    private func write(_ text: String) throws {
        guard let output else { return try StandardStream.output.write(text) }
        overwriting.makeWay(for: output)
        if output.lowercased().hasSuffix(".docx") {
            try DocumentConverter().writeDOCX(NarrativeDocument(text), to: output)
        } else {
            try AtomicFile.write(text, to: output)
        }
    }
}

extension NarrativeStyle: ExpressibleByArgument {}
