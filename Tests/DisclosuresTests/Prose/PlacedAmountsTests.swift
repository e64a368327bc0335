import Disclosures
import FinalAccounts
import Foundation
import OfficialForm
import Testing

/// Amounts are found in the text by a regular expression of this test's own, not by the reader.
@Suite("Amounts in the text of real documents", .enabled(if: SharedData.isPresent, SharedData.reason))
struct PlacedAmountsTests {
    /// Every amount in the running text, in 分, with how often it stands there; class bounds (100万元以上) are left out.
    private func printed(_ disclosure: Disclosure) throws -> [Int64: Int] {
        let text = String(String.UnicodeScalarView(disclosure.text.folded))
        var counts: [Int64: Int] = [:]
        for match in text.matches(of: /([0-9][0-9,]*\.?[0-9]*)(万元|亿元|元)(?!(\(含\))?以上)/) {
            let unit: AmountUnit = match.2 == "万元" ? .wan : match.2 == "亿元" ? .yi : .yuan
            let amount = try Amount(parsing: String(match.1), unit: unit)
            counts[amount.minorUnits, default: 0] += 1
        }
        return counts
    }

    private func placed(_ disclosure: Disclosure) -> [Int64: Int] {
        var amounts = disclosure.figures.compactMap(\.value.amount)
        for line in disclosure.lines {
            amounts += [
                line.statedInitialBudget, line.statedAdjustedBudget, line.statedActual, line.statedChange,
                line.statedPreviousActual,
            ].compactMap { $0?.amount }
        }
        for evaluation in disclosure.evaluations {
            amounts += evaluation.indicators.flatMap { [$0.target, $0.actual] }.compactMap(\.amount)
        }
        return Dictionary(grouping: amounts) { abs($0.minorUnits) }.mapValues(\.count)
    }

    @Test(
        "at least 98 in 100 are placed, and every other is a diagnostic",
        arguments: ["qingling-2023.txt", "putuo-planning-2024.pdf", "putuo-social-work-2024.pdf"])
    func share(name: String) throws {
        let disclosure = try DisclosureReader().read(file: SharedData.path(name))
        let printed = try printed(disclosure)
        let placed = placed(disclosure)
        let all = printed.values.reduce(0, +)
        var left = 0
        for (amount, count) in printed { left += max(0, count - placed[amount, default: 0]) }
        #expect(all >= 50)
        #expect(Double(all - left) >= 0.98 * Double(all), "\(left) of \(all) not placed")
        let unplaced = disclosure.diagnostics.filter { $0.kind == .unplacedFigure && $0.message.en.contains("元'") }
        #expect(left <= unplaced.count)
    }
}

extension IndicatorTarget {
    /// The amount of money the target is, where it is one.
    fileprivate var amount: Amount? {
        guard let number else { return nil }
        switch unit {
        case "元": return try? Amount(number, unit: .yuan)
        case "万元": return try? Amount(number, unit: .wan)
        case "亿元": return try? Amount(number, unit: .yi)
        default: return nil
        }
    }
}
