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
            lines; where none is known a blank is left to fill.

            Example:

              juesuan narrate --ledger juesuan.sqlite --year 2023 --output 2023.txt
              juesuan narrate --ledger juesuan.sqlite --year 2023 --output 2023.docx
              juesuan narrate --input lines.csv --amount-unit wan --figures totals.csv --style running
            """)

    @OptionGroup var source: SourceOptions
    @OptionGroup var review: YearOption

    @Option(help: ArgumentHelp("Stated figures as CSV: measure,subject,value,unit.", valueName: "file.csv"))
    var figures: String?

    @Option(help: "Wording: itemized or running.")
    var style: NarrativeStyle = .itemized

    @Option(
        help: ArgumentHelp(
            "Write to FILE instead of standard output; with the ending .docx as a document, by LibreOffice or pandoc.",
            valueName: "file"))
    var output: String?

    @OptionGroup var overwriting: OverwriteOption

    func run() throws {
        let narrative = try UnitNarrative(
            of: source.lines(), from: source.source, year: review.year,
            amountUnit: source.amountUnit == .yuan ? .wan : source.amountUnit ?? .wan, style: style,
            stated: figures.map { try StatedFigureCSVReader().read(file: $0) })
        narrative.warnings.forEach(StandardStream.report)
        guard let output else { return try StandardStream.output.write(narrative.text) }
        overwriting.makeWay(for: output)
        if output.lowercased().hasSuffix(".docx") {
            try DocumentConverter().writeDOCX(NarrativeDocument(narrative.text), to: output)
        } else {
            try AtomicFile.write(narrative.text, to: output)
        }
    }
}

extension NarrativeStyle: ExpressibleByArgument {}
