/// The nine tables of the official form.
public enum TableKind: String, Hashable, Sendable, Codable, CaseIterable {
    /// 收入支出决算总表.
    case incomeAndExpenditure = "income_and_expenditure"
    /// 收入决算表.
    case income
    /// 支出决算表.
    case expenditure
    /// 财政拨款收入支出决算总表.
    case fiscalIncomeAndExpenditure = "fiscal_income_and_expenditure"
    /// 一般公共预算财政拨款支出决算表.
    case generalPublicExpenditure = "general_public_expenditure"
    /// 一般公共预算财政拨款基本支出决算（明细）表.
    case basicExpenditure = "basic_expenditure"
    /// 财政拨款“三公”经费支出决算表.
    case threePublic = "three_public"
    /// 政府性基金预算财政拨款收入支出决算表.
    case governmentFund = "government_fund"
    /// 国有资本经营预算财政拨款（收入）支出决算表.
    case stateCapital = "state_capital"
}
