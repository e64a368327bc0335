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
        let name = unit.name(in: language)
        return language == .en && !name.isEmpty ? digits + " " + name : digits + name
    }

    /// A percentage with its sign.
    func signed(_ percentage: StatedPercentage) -> String {
        (percentage.digits > 0 ? "+" : "") + percentage.text
    }
}
