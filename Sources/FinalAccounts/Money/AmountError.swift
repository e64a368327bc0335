/// Why a sum of money could not be formed.
public enum AmountError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The result does not fit in 64 bits of 分 (about ±92 trillion yuan).
    case overflow
    /// The text is not a number: the text as it was given.
    case notANumber(String)
    /// The text has more decimals than 分 can hold: the text as it was given.
    case notExact(String)

    /// One sentence that says what is wrong and what to do.
    public var description: String {
        switch self {
        case .overflow:
            "amount out of range: the largest is 92,233,720,368,547,758.07 yuan; check the unit"
        case .notANumber(let text):
            "'\(text)' is not an amount; write digits with an optional sign, separators and decimal point"
        case .notExact(let text):
            "'\(text)' has a fraction of 分 (0.01 yuan); check the unit or round it first"
        }
    }
}
