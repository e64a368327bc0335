import FinalAccounts
import Platform

/// A line's story as one plain sentence.
///
/// ```swift
/// LineStoryText(language: .en) { $0.formatted(unit: .wan, decimals: 0) }.sentence(story)
/// // "budget too low five years running: spent 67 to 103, planned 5"
/// ```
package struct LineStoryText: Sendable {
    private let language: Language
    private let money: @Sendable (Amount) -> String

    /// - Parameter money: how amounts are written.
    package init(language: Language, money: @escaping @Sendable (Amount) -> String) {
        self.language = language
        self.money = money
    }

    /// The sentence.
    package func sentence(_ story: LineStory) -> String {
        switch story {
        case .ended(let year): language.words("\(year)年之后没有支出", "nothing spent after \(year)")
        case .new(let year, let spent, let isBudgeted):
            isBudgeted
                ? language.words("\(year)年首次支出\(money(spent))", "first spent on in \(year): \(money(spent))")
                : language.words(
                    "\(year)年首次支出\(money(spent))，未列年初预算",
                    "first spent on in \(year): \(money(spent)), without a budget")
        case .neverBudgeted(let years, let spent):
            language.words(
                "\(years)年从未列入年初预算：支出\(span(spent))",
                "never budgeted in \(years) years: spent \(span(spent))")
        case .budgetTooLow, .budgetTooHigh, .budgetLeftOut, .budgetMissed: plan(story)
        case .moved(let years, let from, let to):
            to > from
                ? language.words(
                    "\(years)年逐年上升：由\(money(from))到\(money(to))",
                    "rising every one of \(years) years: from \(money(from)) to \(money(to))")
                : language.words(
                    "\(years)年逐年下降：由\(money(from))到\(money(to))",
                    "falling every one of \(years) years: from \(money(from)) to \(money(to))")
        case .steady(let years, let spent):
            language.words("\(years)年平稳：支出\(span(spent))", "steady over \(years) years: spent \(span(spent))")
        case .varied(let years, let spent):
            language.words("\(years)年间支出\(span(spent))", "spent \(span(spent)) over \(years) years")
        }
    }

    /// How the plans fared.
    private func plan(_ story: LineStory) -> String {
        switch story {
        case .budgetTooLow(let years, let spent, let planned):
            language.words(
                "年初预算连续\(years)年偏低：支出\(span(spent))，预算\(span(planned))",
                "budget too low \(years) years running: spent \(span(spent)), planned \(span(planned))")
        case .budgetTooHigh(let years, let spent, let planned):
            language.words(
                "年初预算连续\(years)年偏高：支出\(span(spent))，预算\(span(planned))",
                "budget too high \(years) years running: spent \(span(spent)), planned \(span(planned))")
        case .budgetLeftOut(let year, let spent):
            language.words(
                "\(year)年未列年初预算而支出\(money(spent))，以前列过",
                "\(money(spent)) spent in \(year) without a budget, which earlier years had")
        case .budgetMissed(let year, let spent, let planned):
            spent > planned
                ? language.words(
                    "\(year)年年初预算偏低：支出\(money(spent))，预算\(money(planned))",
                    "budget of \(year) too low: spent \(money(spent)), planned \(money(planned))")
                : language.words(
                    "\(year)年年初预算偏高：支出\(money(spent))，预算\(money(planned))",
                    "budget of \(year) too high: spent \(money(spent)), planned \(money(planned))")
        default: ""
        }
    }

    private func span(_ range: ClosedRange<Amount>) -> String {
        let (low, high) = (money(range.lowerBound), money(range.upperBound))
        return low == high ? low : language.words("\(low)至\(high)", "\(low) to \(high)")
    }
}
