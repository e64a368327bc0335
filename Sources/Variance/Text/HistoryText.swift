import FinalAccounts
import Platform

/// What happened to a subject in the years before, in one line: what was spent, how the plan fared, how it changed.
///
/// ```swift
/// HistoryText(language: .en, unit: .wan).text(for: anomaly)
/// // "2021: 98.00 CNY 10k (98.00% of budget); 2022: 105.50 CNY 10k (105.50% of budget, +7.65%)"
/// ```
package struct HistoryText: Sendable {
    /// How many years are told; with more, the oldest are left out.
    package static let yearCount = 6

    private let amounts: AmountText

    /// Creates a renderer.
    ///
    /// - Parameters:
    ///   - language: the language written.
    ///   - unit: the unit amounts are written in.
    ///   - decimals: digits behind the point of an amount.
    package init(language: Language, unit: AmountUnit, decimals: Int = 2) {
        amounts = AmountText(language: language, unit: unit, decimals: decimals)
    }

    /// The earlier years of a subject, ascending; empty where nothing is known of any.
    package func text(for anomaly: Anomaly) -> String {
        let known = anomaly.earlier.filter { $0.actual != nil || $0.initialBudget != .notStated }
        let told = known.indices.suffix(Self.yearCount).map { index in
            text(for: known[index], after: index > known.startIndex ? known[index - 1] : nil)
        }
        return told.joined(separator: amounts.language.words("；", "; "))
    }

    private func text(for year: Observation, after earlier: Observation?) -> String {
        let actual = year.actual.map(amounts.text) ?? amounts.language.words("决算未公开", "actual not stated")
        let remarks = [budget(of: year), change(to: year, from: earlier)].compactMap { $0 }
        let number = year.year.number
        guard !remarks.isEmpty else { return amounts.language.words("\(number)年\(actual)", "\(number): \(actual)") }
        return amounts.language.words(
            "\(number)年\(actual)（\(remarks.joined(separator: "，"))）",
            "\(number): \(actual) (\(remarks.joined(separator: ", ")))")
    }

    private func budget(of year: Observation) -> String? {
        switch year.initialBudget {
        case .notStated: return nil
        case .unbudgeted: return amounts.language.words("无年初预算", "unbudgeted")
        case .stated(let budget):
            guard let rate = year.executionRate else {
                return amounts.language.words("年初预算\(amounts.text(budget))", "budget \(amounts.text(budget))")
            }
            return amounts.language.words("完成预算\(rate.text)", "\(rate.text) of budget")
        }
    }

    private func change(to year: Observation, from earlier: Observation?) -> String? {
        guard let earlier, earlier.year.next == year.year, let before = earlier.actual, let now = year.actual,
            let change = try? now.subtracting(before),
            let rate = StatedPercentage(of: change, in: before.magnitude)
        else { return nil }
        return amounts.language.words("同比\(amounts.signed(rate))", amounts.signed(rate))
    }
}
