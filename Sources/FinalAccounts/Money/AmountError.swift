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
    public var location: Bilingual? { nil }

    /// What is wrong.
    public var problem: Bilingual {
        switch self {
        case .overflow:
            Bilingual(
                "金额超出范围，最大为 92,233,720,368,547,758.07 元",
                "amount out of range: the largest is 92,233,720,368,547,758.07 yuan")
        case .notANumber(let text): Bilingual("“\(text)”不是金额", "'\(text)' is not an amount")
        case .notExact(let text): Bilingual("“\(text)”含有不足一分的尾数", "'\(text)' has a fraction of a fen (0.01 yuan)")
        }
    }

    /// What to do.
    public var remedy: Bilingual {
        switch self {
        case .overflow: Bilingual("请核对金额单位", "check the unit")
        case .notANumber:
            Bilingual("请填写数字，可带正负号、千分位和小数点", "write digits with an optional sign, separators and decimal point")
        case .notExact: Bilingual("请核对金额单位或先四舍五入", "check the unit or round it first")
        }
    }
}
