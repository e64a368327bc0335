import FinalAccounts
import Narration
import OfficialForm
import Platform

/// The explanatory text of one body and year, from its lines and what was stated beside them.
///
/// What is stated is often wrong, and a text has to agree with itself: it is read back and held against itself, and stated
/// figures that cannot be right beside the others give way, each with a remark.
package struct UnitNarrative {
    /// The text, ending with a line break.
    package let text: String
    /// What was stated and stands otherwise in the text or not at all, one sentence each.
    package let warnings: [Bilingual]

    /// What gives way may be what another figure rested on; real documents take three rounds at most.
    private static let mostRounds = 12

    /// Writes the text.
    ///
    /// - Parameters:
    ///   - lines: the body's lines, or those of many; those of the year and the one before are used.
    ///   - composer: what body and year the text is of, and how amounts are printed.
    ///   - stated: figures that lines cannot tell.
    package init(
        lines: [AccountLine], composer: DisclosureComposer, stated: [StatedFigure], style: NarrativeStyle = .itemized,
        scheme: SubjectScheme = .china
    ) throws(AmountError) {
        let (unit, year) = (composer.unit, composer.fiscalYear)
        // Lines may stand at several levels at once; what is added up are those that no other is part of.
        let own = try lines.filter { $0.unit == unit && ($0.fiscalYear == year || $0.fiscalYear == year.previous) }
            .leaves(in: scheme)
        let silent = own.count { $0.fiscalYear == year && $0.actual == nil }
        func write(_ stated: [StatedFigure]) throws(AmountError) -> (accounts: StatedAccounts, narrative: Narrative) {
            let accounts = try composer.compose(
                lines: own.filter { $0.fiscalYear == year }, lastYear: own.filter { $0.fiscalYear == year.previous },
                stated: stated, evaluations: Evaluation.evaluations(in: stated, of: unit))
            return (accounts, NarrativeWriter(style: style).write(accounts))
        }
        var settled = SettledFigures(stated)
        var (accounts, narrative) = try write(stated)
        settled.note(accounts.figures)
        for _ in 0..<Self.mostRounds {
            let found = StatedContradiction.found(in: narrative.text, unit: unit, year: year)
            guard settled.settle(found) else { break }
            (accounts, narrative) = try write(settled.figures)
        }
        text = narrative.text.hasSuffix("\n") ? narrative.text : narrative.text + "\n"
        warnings =
            settled.remarks
            + narrative.unwritten.map {
                Bilingual(
                    "“\($0.measure.words.zhHans)”（\($0.value.printed)）在文中没有位置，未写入",
                    "\($0.measure.words.en) (\($0.value.printed)) has no place in the text and was left out")
            }
            + (silent == 0
                ? []
                : [
                    Bilingual(
                        "有 \(silent) 个科目没有决算数，文中合计不含这些科目",
                        "\(silent) subjects state no actual; the totals of the text are without them")
                ])
    }

    /// Writes the text of one body and year.
    ///
    /// - Parameters:
    ///   - source: where the lines are from; its ledger tells what was stated beside them.
    ///   - year: the year; `nil` for the latest with actuals.
    ///   - stated: figures that lines cannot tell; `nil` for those that the ledger keeps.
    /// - Throws: ``WorkbenchError`` for a year without lines or with those of several bodies.
    package init(
        of accounts: AccountLines, from source: LineSource, year: FiscalYear? = nil, amountUnit: AmountUnit = .wan,
        style: NarrativeStyle = .itemized, stated: [StatedFigure]? = nil
    ) throws {
        let year = try accounts.reviewedYear(year)
        let unit = try accounts.soleUnit(in: year)
        let composer = DisclosureComposer(unit: unit, fiscalYear: year, amountUnit: amountUnit)
        try self.init(
            lines: accounts.lines, composer: composer,
            stated: stated ?? source.figures(of: unit, year: year)?.figures(composer: composer) ?? [], style: style,
            scheme: source.scheme)
    }
}
