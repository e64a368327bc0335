import FinalAccounts

/// The value of a stated figure together with the precision it is printed in.
public enum FigureValue: Hashable, Sendable, Codable {
    /// A sum of money.
    case amount(StatedAmount)
    /// A percentage.
    case percentage(StatedPercentage)
    /// A number of things, with the word it is counted in (辆, 批次, 个).
    case count(Int64, counter: String)
    /// A mark given in an evaluation (分), exact to its last printed digit.
    case score(DecimalText)
}

extension FigureValue {
    /// The sum of money, where it is one.
    public var amount: Amount? {
        if case .amount(let stated) = self { stated.amount } else { nil }
    }

    /// The percentage, where it is one.
    public var percentage: StatedPercentage? {
        if case .percentage(let stated) = self { stated } else { nil }
    }

    /// The number, where it is a count.
    public var count: Int64? {
        if case .count(let number, _) = self { number } else { nil }
    }

    /// The value as a decimal number: amounts in yuan, percentages without their sign.
    public var text: String {
        switch self {
        case .amount(let stated): stated.amount.formatted(unit: .yuan)
        case .percentage(let stated): String(stated.text.dropLast())
        case .count(let number, _): String(number)
        case .score(let number): number.text
        }
    }

    /// What the number counts: `yuan`, `percent`, `points`, or the counting word of the document.
    public var unitName: String {
        switch self {
        case .amount: "yuan"
        case .percentage: "percent"
        case .count(_, let counter): counter
        case .score: "points"
        }
    }
}

extension DecimalText {
    /// The number with exactly its printed decimals: `93.5`.
    public var text: String {
        String(StatedPercentage(digits: digits, decimals: decimals).text.dropLast())
    }
}
