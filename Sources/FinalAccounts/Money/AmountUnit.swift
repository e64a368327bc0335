import Platform

/// The unit a sum of money is written in (金额单位).
///
/// The raw value is the spelling of `--amount-unit` on the command line.
public enum AmountUnit: String, Hashable, Sendable, Codable, CaseIterable {
    /// 元, one yuan.
    case yuan
    /// 千元, one thousand yuan.
    case qian
    /// 万元, ten thousand yuan.
    case wan
    /// 百万元, one million yuan.
    case million
    /// 亿元, one hundred million yuan.
    case yi
    /// A plain number of any currency; one unit is stored like one yuan.
    case none
    /// A plain number that is kept to six decimals.
    case none6 = "none-6"
    /// A plain number that is kept to nine decimals; up to nine thousand millions can be stored.
    case none9 = "none-9"

    /// Whether numbers are of no currency and scale of their own.
    public var isPlain: Bool { self == .none || self == .none6 || self == .none9 }

    /// The unit in which a plain number of so many decimals, up to nine, is exact.
    public static func plain(decimals: Int) -> AmountUnit {
        decimals <= 2 ? .none : decimals <= 6 ? .none6 : .none9
    }

    /// How many 分 (0.01 yuan) one unit is: 100 for yuan, 1 000 000 for 万元.
    public var minorUnits: Int64 {
        switch self {
        case .yuan, .none: 100
        case .qian: 100_000
        case .wan: 1_000_000
        case .million: 100_000_000
        case .yi: 10_000_000_000
        case .none6: 1_000_000
        case .none9: 1_000_000_000
        }
    }

    /// The number of decimals that show every 分 in this unit: 2 for yuan, 6 for 万元.
    public var exactDecimals: Int {
        switch self {
        case .yuan, .none: 2
        case .qian: 5
        case .wan: 6
        case .million: 8
        case .yi: 10
        case .none6: 6
        case .none9: 9
        }
    }

    /// What people call the unit: 万元, CNY 10k; empty for plain numbers.
    package func name(in language: Language) -> String {
        guard language == .en else { return symbol }
        return switch self {
        case .yuan: "CNY"
        case .qian: "CNY 1k"
        case .wan: "CNY 10k"
        case .million: "CNY 1m"
        case .yi: "CNY 100m"
        case .none, .none6, .none9: ""
        }
    }

    /// The sign printed after a number: 元, 千元, 万元, 百万元, 亿元, or nothing.
    public var symbol: String {
        switch self {
        case .yuan: "元"
        case .qian: "千元"
        case .wan: "万元"
        case .million: "百万元"
        case .yi: "亿元"
        case .none, .none6, .none9: ""
        }
    }
}
