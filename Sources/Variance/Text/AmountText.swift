import FinalAccounts
import Platform

/// Amounts and percentages as sentences about anomalies write them.
struct AmountText: Hashable, Sendable {
    let language: Language
    let unit: AmountUnit
    let decimals: Int

    /// An amount with its unit.
    func text(_ amount: Amount) -> String {
        let digits = amount.formatted(unit: unit, decimals: decimals, grouping: language == .en)
        return language == .en && !unit.symbol.isEmpty ? digits + " " + unit.symbol : digits + unit.symbol
    }

    /// A percentage with its sign.
    func signed(_ percentage: StatedPercentage) -> String {
        (percentage.digits > 0 ? "+" : "") + percentage.text
    }
}
