import FinalAccounts
import Platform

/// A threshold as it is called in YAML, with the values that make sense for it.
package enum ThresholdKey: String, Hashable, Sendable, CaseIterable {
    /// ``AnomalyThresholds/trivialAmount``.
    case trivialAmount = "trivial_amount"
    /// ``AnomalyThresholds/materialShare``.
    case materialShare = "material_share"
    /// ``AnomalyThresholds/materialAmount``.
    case materialAmount = "material_amount"
    /// ``AnomalyThresholds/overrunRate``.
    case overrunRate = "overrun_rate"
    /// ``AnomalyThresholds/unspentRate``.
    case unspentRate = "unspent_rate"
    /// ``AnomalyThresholds/yearOverYearRate``.
    case yearOverYearRate = "year_over_year_rate"
    /// ``AnomalyThresholds/sharePoints``.
    case sharePoints = "share_points"
    /// ``AnomalyThresholds/ordinaryVariation``.
    case ordinaryVariation = "ordinary_variation"
    /// ``AnomalyThresholds/surprise``.
    case surprise
    /// ``AnomalyThresholds/falseDiscoveryRate``.
    case falseDiscoveryRate = "false_discovery_rate"
    /// ``AnomalyThresholds/explainedShare``.
    case explainedShare = "explained_share"

    /// The word that stands for "no such amount".
    static let none = "none"

    /// Where the number is kept; `nil` for amounts.
    var number: WritableKeyPath<AnomalyThresholds, Double>? {
        switch self {
        case .trivialAmount, .materialAmount: nil
        case .materialShare: \.materialShare
        case .overrunRate: \.overrunRate
        case .unspentRate: \.unspentRate
        case .yearOverYearRate: \.yearOverYearRate
        case .sharePoints: \.sharePoints
        case .ordinaryVariation: \.ordinaryVariation
        case .surprise: \.surprise
        case .falseDiscoveryRate: \.falseDiscoveryRate
        case .explainedShare: \.explainedShare
        }
    }

    /// The values that are accepted. Scales and amounts that something is divided by are never zero.
    var range: ClosedRange<Double> {
        switch self {
        case .trivialAmount, .materialAmount: 0.01...1e14
        case .materialShare, .unspentRate, .falseDiscoveryRate, .explainedShare: 0...1
        case .overrunRate, .yearOverYearRate, .sharePoints: 0...100
        case .ordinaryVariation: 0.001...10
        case .surprise: 0...10
        }
    }

    /// What to write instead of a value that is not accepted.
    var remedy: Bilingual {
        switch self {
        case .trivialAmount:
            Bilingual(
                "请填写不小于 0.01 的金额（元或原单位），如 50000",
                "write an amount of at least 0.01 in yuan (or the plain unit), such as 50000")
        case .materialAmount:
            Bilingual(
                "请填写不小于 0.01 的金额（元或原单位），如 1000000，或写 none",
                "write an amount of at least 0.01 in yuan (or the plain unit), such as 1000000, or none")
        case .sharePoints: Bilingual("请填写 0 至 100 的百分点，如 2", "write percentage points from 0 to 100, such as 2")
        case .surprise: Bilingual("请填写 0 至 10 的标准差倍数，如 1", "write standard deviations from 0 to 10, such as 1")
        case .overrunRate, .yearOverYearRate:
            Bilingual("请填写 0 至 100 的比率，如 0.2 即 20%", "write a fraction from 0 to 100, such as 0.2 for 20%")
        case .ordinaryVariation:
            Bilingual("请填写 0.001 至 10 的比率，如 0.1 即 10%", "write a fraction from 0.001 to 10, such as 0.1 for 10%")
        case .materialShare, .unspentRate, .falseDiscoveryRate, .explainedShare:
            Bilingual("请填写 0 至 1 的比率，如 0.2 即 20%", "write a fraction from 0 to 1, such as 0.2 for 20%")
        }
    }

    /// The value as it is written in YAML.
    package func text(in thresholds: AnomalyThresholds) -> String {
        switch self {
        case .trivialAmount: thresholds.trivialAmount.formatted(unit: .yuan)
        case .materialAmount: thresholds.materialAmount?.formatted(unit: .yuan) ?? Self.none
        default: number.map { "\(thresholds[keyPath: $0])" } ?? ""
        }
    }

    /// What the threshold does, in one line.
    package func meaning(in language: Language) -> String {
        meanings.text(in: language)
    }

    private var meanings: Bilingual {
        switch self {
        case .trivialAmount:
            Bilingual("差额小于此数的不列；单位为元，无货币单位时为原数", "departures below this are left out; in yuan, or in the plain unit")
        case .materialShare:
            Bilingual("差额小于本单位总额此比例的不列", "departures below this part of the unit's total are left out")
        case .materialAmount:
            Bilingual(
                "差额达到此数的不受上述比例限制；none 为不设", "departures from here on count whatever their part; none: no such amount")
        case .overrunRate: Bilingual("超出年初预算达此比例列为超预算", "over the initial budget by this part of it: overrun")
        case .unspentRate: Bilingual("年初预算未执行达此比例列为未执行", "this part of the initial budget not spent: unspent")
        case .yearOverYearRate: Bilingual("比上年增减达此比例列为同比增减", "up or down by this part of last year: rose, fell")
        case .sharePoints: Bilingual("占总额比重变动达此百分点列为比重变动", "share of the total moved by so many points: share_shift")
        case .ordinaryVariation:
            Bilingual(
                "视为正常的最小相对波动；往年再平稳也不低于此数", "the least relative variation taken for ordinary, however smooth the past")
        case .surprise:
            Bilingual(
                "异常程度（标准差数）低于此数的不列；无预算支出除外", "departures of fewer standard deviations are left out, unbudgeted apart")
        case .falseDiscoveryRate:
            Bilingual("统计检验类标记允许的误报比例（Benjamini-Hochberg）", "share of false ones among flags that rest on a test")
        case .explainedShare:
            Bilingual("下级科目已解释上级差额达此比例时上级不再列", "a sum is left out when flagged parts explain this much of it")
        }
    }
}
