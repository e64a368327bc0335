import Budgeting
import FinalAccounts
import Platform

/// What a rule asks for, in words.
struct RuleText {
    let language: Language
    let amounts: AmountStyle

    func demand(_ outcome: RuleOutcome) -> String {
        let count = outcome.lines
        switch outcome.rule.demand {
        case .ceiling(let amount, let isExact):
            let money = amounts.textWithUnit(amount, in: language)
            return isExact
                ? language.words("\(count)个科目合计等于\(money)", "\(count) lines together come to \(money)")
                : language.words("\(count)个科目合计不超过\(money)", "\(count) lines together at most \(money)")
        case .cap(let basis, let cut, let isEach):
            let base =
                name(basis) + (cut > 0 ? language.words("的\(percent(1 - cut))", ", \(percent(1 - cut)) of it") : "")
            return isEach
                ? language.words("\(count)个科目各不超过\(base)", "each of \(count) lines at most \(base)")
                : language.words("\(count)个科目合计不超过\(base)", "\(count) lines together at most \(base)")
        case .link(let rate, _):
            return language.words("等于所列科目之和的\(percent(rate))", "\(percent(rate)) of the lines it is tied to")
        case .fixed(let amount):
            let money = amounts.textWithUnit(amount, in: language)
            return language.words("每个科目固定为\(money)", "each line is \(money)")
        case .zeroBased: return language.words("从零开始，不申请", "starts from nothing")
        case .bounds(let down, let up):
            return language.words(
                "每个科目比政策申请减不超过\(percent(down))、增不超过\(percent(up))",
                "no line falls by more than \(percent(down)) or rises by more than \(percent(up))")
        }
    }

    private func name(_ basis: RequestPolicy.Basis) -> String {
        switch basis {
        case .expected: language.words("政策申请", "what the policy asks for")
        case .initialBudget: language.words("本年年初预算", "this year's initial budget")
        case .adjustedBudget: language.words("本年调整预算", "this year's adjusted budget")
        case .lastActual: language.words("本年决算", "this year's actual")
        case .zero: "0"
        }
    }

    private func percent(_ share: Double) -> String {
        Self.trimmed(DecimalDigits.fixed(share * 100, decimals: 2)) + "%"
    }

    private static func trimmed(_ text: String) -> String {
        guard text.contains(".") else { return text }
        var text = text
        while text.last == "0" { text.removeLast() }
        if text.last == "." { text.removeLast() }
        return text
    }
}
