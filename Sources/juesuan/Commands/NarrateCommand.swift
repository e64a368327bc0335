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
        commandName: "narrate",
        abstract: "Write the explanatory text of a disclosure in the official order and wording. (说明)",
        discussion: """
            Rates, shares and sums are worked out from the lines; income, the three public costs, procurement and evaluations come
            from stated figures: those of the ledger, or of a CSV file (measure,subject,value,unit). Reasons are those of the
            lines; where none is known a blank is left to fill. With --budget the text is that of next year's budget: of the draft
            that 'juesuan draft' makes with the same files, or of a stored version with the remarks of its lines as reasons.

            Example:

              juesuan narrate --ledger juesuan.sqlite --year 2023 --output 2023.txt
              juesuan narrate --ledger juesuan.sqlite --year 2023 --output 2023.docx
              juesuan narrate --budget --year 2024 --rules rules.yaml --output budget-2024.txt
              juesuan narrate --budget --year 2024 --stored 2 --output budget-2024.docx
              juesuan narrate --input lines.csv --amount-unit wan --figures totals.csv --style running
            """)

    @OptionGroup var source: SourceOptions
    @OptionGroup var review: YearOption

    @Option(help: ArgumentHelp("Stated figures as CSV: measure,subject,value,unit.", valueName: "file.csv"))
    var figures: String?

    @Flag(help: "Write the text of the budget of --year instead. Default: of the year after the latest accounts.")
    var budget = false

    @OptionGroup var requests: RequestOptions

    @Option(help: ArgumentHelp("With --budget: take the decisions of a stored version.", valueName: "version"))
    var stored: Int?

    @Option(help: "Wording: itemized or running.")
    var style: NarrativeStyle = .itemized

    @Option(
        help: ArgumentHelp(
            "Write to FILE instead of standard output; with the ending .docx as a document, by LibreOffice or pandoc.",
            valueName: "file"))
    var output: String?

    @OptionGroup var overwriting: OverwriteOption

    func validate() throws {
        if !budget, requests.policy != nil || requests.rules != nil || stored != nil {
            throw ValidationError("--policy, --rules and --stored belong to --budget")
        }
        if budget, figures != nil {
            throw ValidationError("--figures belongs to the text of accounts, not to --budget")
        }
        if stored != nil, !source.input.isEmpty {
            throw ValidationError("versions are stored in a ledger; give --ledger instead of --input")
        }
    }

    func run() throws {
        if budget { return try write(budgetText()) }
        let narrative = try UnitNarrative(
            of: source.lines(), from: source.source, year: review.year, amountUnit: amountUnit, style: style,
            stated: figures.map { try StatedFigureCSVReader().read(file: $0) })
        narrative.warnings.forEach(StandardStream.report)
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
