import FinalAccounts
import Narration
import OfficialForm

/// Writes the explanatory text of one body and year.
package struct NarrativeWriting: Sendable {
    /// The year; `nil` for the latest with actuals.
    package var year: FiscalYear?
    /// The unit amounts are printed in.
    package var amountUnit: AmountUnit
    /// The wording.
    package var style: NarrativeStyle
    /// Figures that lines cannot tell; `nil` for those that the ledger keeps.
    package var stated: [StatedFigure]?

    package init(
        year: FiscalYear? = nil, amountUnit: AmountUnit = .wan, style: NarrativeStyle = .itemized,
        stated: [StatedFigure]? = nil
    ) {
        self.year = year
        self.amountUnit = amountUnit
        self.style = style
        self.stated = stated
    }

    /// Writes.
    ///
    /// - Parameter source: where the lines are from; its ledger tells what was stated beside them.
    /// - Throws: ``WorkbenchError`` for a year without lines or with those of several bodies.
    package func run(on accounts: AccountLines, of source: LineSource) throws -> UnitNarrative {
        let year = try accounts.reviewedYear(year)
        let unit = try accounts.soleUnit(in: year)
        let composer = DisclosureComposer(unit: unit, fiscalYear: year, amountUnit: amountUnit)
        return try UnitNarrative(
            lines: accounts.lines, composer: composer,
            stated: stated ?? source.figures(of: unit, year: year)?.figures(composer: composer) ?? [], style: style)
    }
}
