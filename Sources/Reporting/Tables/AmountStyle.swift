import FinalAccounts
import Platform

/// How money is printed: rounded in one unit for people, exact in another for programs.
///
/// ```swift
/// AmountStyle.chinese.text(amount)            // "11,092.59", in 万元
/// AmountStyle.chinese.machineText(amount)     // "110925900", in 元
/// ```
package struct AmountStyle: Hashable, Sendable {
    /// The unit for people.
    package var displayUnit: AmountUnit
    /// The decimals for people; `nil` prints as many as the amount has.
    package var displayDecimals: Int?
    /// The unit in CSV and JSON, where every 分 is printed.
    package var machineUnit: AmountUnit

    package init(displayUnit: AmountUnit, displayDecimals: Int?, machineUnit: AmountUnit) {
        self.displayUnit = displayUnit
        self.displayDecimals = displayDecimals
        self.machineUnit = machineUnit
    }

    /// 万元 with two decimals for people, 元 for programs: the custom of published accounts.
    package static let chinese = AmountStyle(displayUnit: .wan, displayDecimals: 2, machineUnit: .yuan)

    /// Plain numbers of any currency, with as many decimals as there are.
    package static let plain = AmountStyle(displayUnit: .none, displayDecimals: nil, machineUnit: .none)

    /// The style for figures that were given in a unit: 元, 万元 and 亿元 keep it, plain numbers stay plain.
    package init(givenIn unit: AmountUnit) {
        self = AmountStyle(
            displayUnit: unit.isPlain ? unit : .wan, displayDecimals: unit.isPlain ? nil : 2, machineUnit: unit)
    }

    /// An amount for people, with grouped thousands and without its unit.
    package func text(_ amount: Amount) -> String {
        amount.formatted(unit: displayUnit, decimals: displayDecimals, grouping: true)
    }

    /// Money as a number of yuan, for people; a dash where it is beyond what an amount holds.
    func text(_ value: Double) -> String { (try? Amount(rounding: value)).map { text($0) } ?? "–" }

    /// An amount for people with the unit the accounts use: `11,092.59 万元`, `11,092.59 CNY 10k`.
    package func textWithUnit(_ amount: Amount, in language: Language) -> String {
        let unit = unitName(in: language)
        return unit.isEmpty ? text(amount) : text(amount) + " " + unit
    }

    /// An amount for programs: exact, ungrouped, without its unit.
    package func machineText(_ amount: Amount) -> String {
        amount.formatted(unit: machineUnit)
    }

    /// The name of the display unit; empty for plain numbers.
    package func unitName(in language: Language) -> String {
        displayUnit.name(in: language)
    }

    /// An amount as a number in the display unit, for coordinates and cells of a workbook.
    func value(_ amount: Amount) -> Double {
        Double(amount.minorUnits) / Double(displayUnit.minorUnits)
    }

    /// The style for figures of some series: plain numbers that are all whole are shown whole, forecasts too.
    ///
    /// A style that says how many decimals it wants stays as it is.
    package func fitted(to series: [SpendingSeries]) -> AmountStyle {
        guard displayDecimals == nil else { return self }
        let isWhole = series.allSatisfy { one in
            one.observations.allSatisfy { ($0.actual?.minorUnits ?? 0) % displayUnit.minorUnits == 0 }
        }
        var style = self
        style.displayDecimals = isWhole ? 0 : 2
        return style
    }
}
