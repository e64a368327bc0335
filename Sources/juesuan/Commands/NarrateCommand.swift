import ArgumentParser
import Disclosures
import FinalAccounts
import Foundation
import Ledger
import Reporting

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
              juesuan narrate --input lines.csv --amount-unit wan --figures totals.csv --style running
            """)

    @OptionGroup var source: SourceOptions
    @OptionGroup var review: YearOption

    @Option(help: ArgumentHelp("Stated figures as CSV: measure,subject,value,unit.", valueName: "file.csv"))
    var figures: String?

    @Option(help: "Wording: itemized or running.")
    var style: NarrativeStyle = .itemized

    @Option(help: ArgumentHelp("Write the text to FILE instead of standard output.", valueName: "file"))
    var output: String?

    func run() throws {
        let lines = try source.lines()
        let year = try review.resolved(in: lines)
        let unit = try SingleUnit.of(lines, in: year)
        let own = lines.filter { $0.unit == unit }
        let composer = DisclosureComposer(
            unit: unit, fiscalYear: year, amountUnit: source.amountUnit == .yuan ? .wan : source.amountUnit ?? .wan)
        let stated = try statedFigures(of: unit, in: year, composer: composer)
        let disclosure = try composer.compose(
            lines: own.filter { $0.fiscalYear == year }, lastYear: own.filter { $0.fiscalYear == year.previous },
            stated: stated, evaluations: Evaluation.evaluations(in: stated, of: unit))
        let narrative = NarrativeWriter(style: style).write(disclosure)
        for figure in narrative.unwritten {
            StandardStream.report(
                "\(figure.measure.name) = \(figure.value.text) has no place in the text and was left out")
        }
        let text = narrative.text.hasSuffix("\n") ? narrative.text : narrative.text + "\n"
        if let output {
            try AtomicFile.write(text, to: output)
        } else {
            try StandardStream.output.write(text)
        }
    }

    private func statedFigures(
        of unit: BudgetUnit, in year: FiscalYear, composer: DisclosureComposer
    ) throws -> [StatedFigure] {
        if let figures { return try StatedFigureCSVReader().read(file: figures) }
        guard source.input.isEmpty else { return [] }
        let ledger = try Ledger.open(at: source.ledger, readOnly: true)
        var result: [StatedFigure] = []
        for document in try ledger.documents() where document.unit == unit && document.fiscalYear == year {
            for record in try ledger.figures(of: document) {
                if let figure = try StoredFigure.figure(record, composer: composer) { result.append(figure) }
            }
        }
        return result
    }
}

extension NarrativeStyle: ExpressibleByArgument {}
