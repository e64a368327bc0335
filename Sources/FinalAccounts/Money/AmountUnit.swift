/// The unit a sum of money is written in (金额单位).
///
/// The raw value is the spelling of `--amount-unit` on the command line.
public enum AmountUnit: String, Hashable, Sendable, Codable, CaseIterable {
    /// 元, one yuan.
    case yuan
    /// 万元, ten thousand yuan.
    case wan
    /// 亿元, one hundred million yuan.
    case yi
    /// A plain number of any currency; one unit is stored like one yuan.
    case none

    /// How many 分 (0.01 yuan) one unit is: 100, 1 000 000, 10 000 000 000, 100.
    public var minorUnits: Int64 {
        switch self {
        case .yuan, .none: 100
        case .wan: 1_000_000
        case .yi: 10_000_000_000
        }
    }

    /// The number of decimals that show every 分 in this unit: 2, 6, 10, 2.
    public var exactDecimals: Int {
        switch self {
        case .yuan, .none: 2
        case .wan: 6
        case .yi: 10
        }
    }

    /// The sign printed after a number: 元, 万元, 亿元, or nothing.
    public var symbol: String {
        switch self {
        case .yuan: "元"
        case .wan: "万元"
        case .yi: "亿元"
        case .none: ""
        }
    }
}
