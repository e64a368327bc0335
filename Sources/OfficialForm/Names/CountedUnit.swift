import FinalAccounts

/// What a number counts.
package enum CountedUnit: Hashable, Sendable {
    /// 元, 万元, 亿元, 千元 (as yuan).
    case money(AmountUnit)
    /// 美元 and other currencies: the word.
    case otherCurrency(String)
    case percent
    /// 个, 辆, 批次 and the like.
    case counter(String)
    /// A year, written with 年.
    case year
    case none
}
