import Disclosures
import FinalAccounts

/// The decimals that amounts of a document usually have, by unit.
///
/// Trailing zeros are often left out: `20.4` among figures with two decimals is 20.40, and its rounding is half of
/// 0.01. What is usual is the most decimals that a tenth of the amounts, and at least three, have.
struct UsualDecimals: Sendable {
    private var usual: [AmountUnit: Int] = [:]

    init(_ amounts: some Sequence<StatedAmount>) {
        var counts: [AmountUnit: [Int: Int]] = [:]
        for amount in amounts where amount.amount != .zero {
            counts[amount.unit, default: [:]][amount.decimals, default: 0] += 1
        }
        for (unit, byDecimals) in counts {
            let total = byDecimals.values.reduce(0, +)
            var seen = 0
            for (decimals, count) in byDecimals.sorted(by: { $0.key > $1.key }) {
                seen += count
                if seen >= 3 && seen * 10 >= total {
                    usual[unit] = decimals
                    break
                }
            }
        }
    }

    /// The usual decimals of a unit; 0 where nothing is known.
    func callAsFunction(_ unit: AmountUnit) -> Int { usual[unit] ?? 0 }
}
