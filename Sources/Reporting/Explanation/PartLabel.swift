import FinalAccounts
import Forecasting
import Platform

/// What parts of a forecast are called.
struct PartLabel {
    let language: Language
    /// How money is written.
    let money: (Double) -> String

    /// The name of a kind of parts.
    func name(of kind: ForecastPart.Kind) -> String { Self.names(kind).text(in: language) }

    static func names(_ kind: ForecastPart.Kind) -> Bilingual {
        switch kind {
        case .lastValue: Bilingual("上年数", "last value")
        case .trend: Bilingual("趋势", "trend")
        case .mean: Bilingual("向均值回归", "pull to the mean")
        case .budgetHistory: Bilingual("历年预算", "budget history")
        case .approvedBudget: Bilingual("当年预算", "approved budget")
        case .level: Bilingual("水平", "level")
        case .growth: Bilingual("共同增长", "common growth")
        case .ownRules: Bilingual("单序列规则", "rules of its own")
        case .adjustment: Bilingual("调整", "adjustments")
        }
    }

    /// `last value 80.9, pull to the mean −12.1, budget history +3.4 → 72`.
    func sentence(_ forecast: Forecast) -> String {
        let words = ForecastPart.byKind(forecast.parts).map { kind, amount in
            let sign = amount < 0 ? "−" : kind == .lastValue ? "" : "+"
            return name(of: kind) + " " + sign + money(abs(amount))
        }
        return words.joined(separator: language.words("，", ", ")) + " → " + money(forecast.value)
    }
}
