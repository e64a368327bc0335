import FinalAccounts
import Platform
import Variance

/// Why a total changed, as sentences.
struct TotalChangeText {
    let language: Language
    let amounts: AmountStyle

    /// Against the year before, then against the plan; what is not known is left out.
    func sentences(_ change: TotalChange, year: FiscalYear) -> [String] {
        let year = year.previous.number
        return [
            change.onYear.map { sentence($0, language.words("比\(year)年", "against \(year)")) },
            change.onPlan.map { sentence($0, language.words("比年初预算", "against the initial budget")) },
        ].compactMap { $0 }
    }

    /// `合计比2022年减少3,505.64：突发公共卫生事件应急处理 −1,402.02、…；其余43项 −963.00`.
    func sentence(_ difference: TotalChange.Difference, _ base: String) -> String {
        let direction =
            difference.amount < .zero ? language.words("减少", "less") : language.words("增加", "more")
        let money = amounts.textWithUnit(difference.amount.magnitude, in: language)
        return language.words("合计\(base)\(direction)\(money)：", "Total \(money) \(direction) \(base): ")
            + contributions(difference)
    }

    /// `突发公共卫生事件应急处理 −1,402.02、行政运行 −738.22；其余43项 −963.00`.
    func contributions(_ difference: TotalChange.Difference) -> String {
        let label = SubjectLabel(language: language)
        let parts = difference.largest.map { label.name(of: $0.subject) + " " + signed($0.amount) }
        let rest =
            difference.others == 0
            ? ""
            : language.words(
                "；其余\(difference.others)项 \(signed(difference.rest))",
                "; \(difference.others) others \(signed(difference.rest))")
        return parts.joined(separator: language.words("、", ", ")) + rest
    }

    private func signed(_ amount: Amount) -> String {
        (amount < .zero ? "−" : "+") + amounts.text(amount.magnitude)
    }
}
