import Platform

/// Why a sum of money could not be formed.
public enum AmountError: ExplainedError, Hashable {
    /// The result does not fit in 64 bits of 分 (about ±92 trillion yuan).
    case overflow
    /// The text is not a number: the text as it was given.
    case notANumber(String)
    /// The text has more decimals than 分 can hold: the text as it was given.
    case notExact(String)

    /// Always ``ErrorKind/data``.
    public var kind: ErrorKind { .data }
    /// An amount does not know where it stands; whoever read it adds that.
    public var location: String? { nil }

    /// What is wrong.
    public var problem: String {
        switch self {
        case .overflow: "amount out of range: the largest is 92,233,720,368,547,758.07 yuan"
        case .notANumber(let text): "'\(text)' is not an amount"
        case .notExact(let text): "'\(text)' has a fraction of 分 (0.01 yuan)"
        }
    }

    /// What to do.
    public var remedy: String {
        switch self {
        case .overflow: "check the unit"
        case .notANumber: "write digits with an optional sign, separators and decimal point"
        case .notExact: "check the unit or round it first"
        }
    }
}
