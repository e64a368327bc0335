import FinalAccounts
import OfficialForm

/// Writes the explanatory part of a disclosure (部门决算情况说明) in the official order and wording.
///
/// Every figure is written as it is stated: same unit, same decimals. Nothing is computed and no reason is
/// invented: a change without a reason gets a visible blank. Reading the text back with
/// `DisclosureReader` gives the same figures.
///
/// ```swift
/// let narrative = NarrativeWriter(style: .itemized).write(accounts)
/// print(narrative.text)
/// ```
package struct NarrativeWriter: Sendable {
    /// What stands where a person has to fill in a reason.
    package static let blank = "＿＿＿＿"

    /// The wording.
    package var style: NarrativeStyle

    package init(style: NarrativeStyle = .itemized) {
        self.style = style
    }

    /// Writes the text.
    ///
    /// - Parameters:
    ///   - accounts: the figures; a measure stated more than once is written once, as it is stated first.
    ///   - reasons: why totals changed, by topic; a change of any other gets a blank.
    package func write(_ accounts: StatedAccounts, reasons: [Topic: String] = [:]) -> Narrative {
        var draft = NarrativeDraft(accounts, style: style, reasons: reasons)
        draft.writeTotals()
        draft.writeGeneralPublicBudget()
        draft.writeBasicExpenditure()
        draft.writeFund(.governmentFund)
        draft.writeFund(.stateCapital)
        draft.writeThreePublic()
        draft.writeAgencyOperating()
        draft.writeProcurement()
        draft.writeAssets()
        draft.writePerformance()
        return Narrative(text: draft.text, unwritten: draft.unwritten)
    }
}
