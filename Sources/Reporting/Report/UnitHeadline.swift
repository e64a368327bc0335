import FinalAccounts
import Platform
import Variance

/// A body's total, the year before, and why it changed: what a reviewer of many reads first.
package struct UnitHeadline: Hashable, Sendable {
    /// What was spent in the year; `nil` where the accounts do not say.
    package let total: Amount?
    /// What was spent in the year before.
    package let previous: Amount?
    /// The lines that changed most, `突发公共卫生事件应急处理 −1,402.02、…；其余43项 −963.00`; empty without a year before.
    package let why: String

    /// Takes the year out of the series of one body.
    package init(
        _ series: [SpendingSeries], year: FiscalYear, scheme: SubjectScheme, language: Language, amounts: AmountStyle
    ) {
        let all = series.first { $0.subject.level == .total }
        total = all?.actual(in: year)
        previous = all?.actual(in: year.previous)
        let change = try? TotalChange(series, year: year, scheme: scheme).onYear
        why = change.map { TotalChangeText(language: language, amounts: amounts).contributions($0) } ?? ""
    }
}
