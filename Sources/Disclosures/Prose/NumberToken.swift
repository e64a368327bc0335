import FinalAccounts
import OfficialForm

/// A number in running text together with what follows it.
package struct NumberToken: Hashable, Sendable {
    package var number: DecimalText
    package var unit: CountedUnit
    /// Where it stands, its unit included.
    package var range: Range<Int>
    /// Whether the number bounds a class (100万元以上) and is no figure of the body's own.
    package var isThreshold: Bool
    /// Whether the amount is in thousands of its unit (千元).
    var isThousands: Bool

    /// Whether the number is a sum of money, of whatever currency.
    var isOfMoney: Bool {
        switch unit {
        case .money, .otherCurrency: true
        case .percent, .counter, .year, .none: false
        }
    }

    /// The amount as stated; `nil` when the unit is no money or the value does not fit.
    package var amount: StatedAmount? {
        guard case .money(let unit) = unit else { return nil }
        if isThousands {
            guard let amount = try? Amount(number, unit: .yuan).multiplied(by: 1000) else { return nil }
            return StatedAmount(amount: amount, unit: .yuan, decimals: max(0, number.decimals - 3))
        }
        guard let amount = try? Amount(number, unit: unit) else { return nil }
        return StatedAmount(amount: amount, unit: unit, decimals: number.decimals)
    }

    /// The percentage as stated; `nil` when the unit is no percent sign.
    package var percentage: StatedPercentage? {
        unit == .percent ? StatedPercentage(digits: number.digits, decimals: number.decimals) : nil
    }
}

extension StatedAmount {
    /// The same amount with the sign of a direction: negative for a decrease.
    package func signed(_ direction: Int) -> StatedAmount {
        guard direction < 0 else { return self }
        return StatedAmount(amount: Amount(minorUnits: -amount.minorUnits), unit: unit, decimals: decimals)
    }
}

extension StatedPercentage {
    /// The same percentage with the sign of a direction: negative for a decrease.
    package func signed(_ direction: Int) -> StatedPercentage {
        direction < 0 ? StatedPercentage(digits: -digits, decimals: decimals) : self
    }
}
