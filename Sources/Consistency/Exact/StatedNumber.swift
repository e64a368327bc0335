import Disclosures
import FinalAccounts

/// A figure as a document states it: its exact value, how it is printed, and how far rounding may have moved it.
struct StatedNumber: Hashable, Sendable {
    /// What the number is of, with what is needed to print another like it.
    enum Kind: Hashable, Sendable {
        /// Money; the value is in 分.
        case amount(AmountUnit)
        /// The value is the number before the percent sign.
        case percentage
        /// Things, with the word they are counted in.
        case count(String)
        /// Marks (分).
        case score
        /// A number of a table whose head alone says what it is of.
        case plain
    }

    var kind: Kind
    /// Amounts in 分, percentages as the number before the sign.
    var value: Rational
    /// Printed digits behind the point.
    var decimals: Int
    /// Half a unit of the last digit of the document's usual precision: `20.4` among figures with two decimals
    /// is 20.40.
    var half: Rational
    /// Half a unit of the last digit that is printed.
    var printedHalf: Rational

    /// The number with another value, printed the same way: `11092.59万元`.
    func text(_ value: Rational) -> String {
        switch kind {
        case .amount(let unit):
            let places = max(decimals, minimumDecimals(for: value, unit: unit))
            return Self.amountText(value, unit: unit, decimals: places)
        case .percentage:
            // As it would stand in the document; more digits where it would look the same.
            let places = isFraction(of: value) ? max(decimals - 2, 0) : decimals
            let printed = Self.plain(value, decimals: places) + "%"
            return places > 0 && printed != text ? printed : Self.plain(value, decimals: max(places, 2)) + "%"
        case .count(let counter): return Self.plain(value, decimals: 0) + counter
        case .score: return Self.plain(value, decimals: max(decimals, value.denominator == 1 ? 0 : 1)) + "分"
        case .plain: return Self.plain(value, decimals: decimals)
        }
    }

    /// Whether a percentage is another written as a fraction of one: `0.0386%` for 3.86%.
    func isFraction(of right: Rational) -> Bool {
        guard kind == .percentage, decimals > 2, let hundredfold = value.times(Rational(100)),
            let reach = printedHalf.times(Rational(100))
        else { return false }
        return Rational.differ(hundredfold, right, atMost: reach)
    }

    /// The number as printed.
    var text: String {
        switch kind {
        case .amount(let unit): Self.amountText(value, unit: unit, decimals: decimals)
        case .percentage: Self.plain(value, decimals: decimals) + "%"
        case .count(let counter): Self.plain(value, decimals: 0) + counter
        case .score: Self.plain(value, decimals: decimals) + "分"
        case .plain: Self.plain(value, decimals: decimals)
        }
    }

    /// Two decimals where the value has them, more only where it is printed with more.
    private func minimumDecimals(for value: Rational, unit: AmountUnit) -> Int {
        guard let scaled = value.divided(by: Rational(unit.minorUnits)) else { return decimals }
        for places in 0..<2 where Int128(100) % scaled.denominator == 0 {
            if (scaled.times(Rational.ten(toThe: places)))?.denominator == 1 { return places }
        }
        return 2
    }

    private static func amountText(_ value: Rational, unit: AmountUnit, decimals: Int) -> String {
        guard let scaled = value.divided(by: Rational(unit.minorUnits)) else { return "–" }
        return plain(scaled, decimals: decimals) + unit.symbol
    }

    private static func plain(_ value: Rational, decimals: Int) -> String {
        guard let digits = value.digits(decimals: decimals) else { return "–" }
        return DecimalText(digits: digits, decimals: decimals).text
    }
}

extension StatedNumber {
    /// A sum of money.
    ///
    /// - Parameter usual: the decimals usual for its unit in the document.
    init(_ stated: StatedAmount, usual: Int) {
        kind = .amount(stated.unit)
        value = Rational(stated.amount.minorUnits)
        decimals = stated.decimals
        half = Self.halfStep(of: stated.unit, decimals: max(usual, stated.decimals))
        printedHalf = Self.halfStep(of: stated.unit, decimals: stated.decimals)
    }

    /// A percentage.
    init(_ stated: StatedPercentage) {
        kind = .percentage
        value = Rational(stated.digits).times(Rational.ten(toThe: -stated.decimals)) ?? .zero
        decimals = stated.decimals
        half = Rational.ten(toThe: -stated.decimals).times(Rational(1).divided(by: Rational(2)) ?? .zero) ?? .zero
        printedHalf = half
    }

    /// A number of things; exact.
    init(count: Int64, counter: String) {
        kind = .count(counter)
        value = Rational(count)
        decimals = 0
        half = .zero
        printedHalf = .zero
    }

    /// A number of a table.
    init(cell: DecimalText, isPercent: Bool) {
        kind = isPercent ? .percentage : .plain
        value = Rational(cell.digits).times(Rational.ten(toThe: -cell.decimals)) ?? .zero
        decimals = cell.decimals
        half = Rational.ten(toThe: -cell.decimals).divided(by: Rational(2)) ?? .zero
        printedHalf = half
    }

    /// A mark; exact.
    init(score: DecimalText) {
        kind = .score
        value = Rational(score.digits).times(Rational.ten(toThe: -score.decimals)) ?? .zero
        decimals = score.decimals
        half = .zero
        printedHalf = .zero
    }

    private static func halfStep(of unit: AmountUnit, decimals: Int) -> Rational {
        let step = Rational(unit.minorUnits).times(Rational.ten(toThe: -decimals)) ?? .zero
        return step.divided(by: Rational(2)) ?? .zero
    }
}
