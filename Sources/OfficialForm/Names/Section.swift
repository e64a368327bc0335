/// A part of the official form (部门决算情况说明), told by its heading.
public enum Section: String, Hashable, Sendable, Codable, CaseIterable {
    /// 收入支出决算总体情况.
    case totals
    /// 收入决算情况.
    case income
    /// 支出决算情况.
    case expenditure
    /// 财政拨款收入支出决算总体情况.
    case fiscalTotals = "fiscal_totals"
    /// 一般公共预算财政拨款支出决算情况.
    case generalPublicBudget = "general_public_budget"
    /// 一般公共预算财政拨款基本支出决算情况.
    case basicExpenditure = "basic_expenditure"
    /// 财政拨款“三公”经费支出决算情况.
    case threePublic = "three_public"
    /// 政府性基金预算财政拨款收入支出决算情况.
    case governmentFund = "government_fund"
    /// 国有资本经营预算财政拨款支出决算情况.
    case stateCapital = "state_capital"
    /// 机关运行经费支出情况.
    case agencyOperating = "agency_operating"
    /// 政府采购支出情况.
    case procurement
    /// 国有资产占用情况.
    case assets
    /// 预算绩效情况.
    case performance
    /// The tables of the form (部门决算表), where they stand as text.
    case tables
    /// 名词解释: definitions, no figures.
    case glossary
    /// Everything else: duties, organisation, work of the year.
    case other

    /// Whether the part tells of work done rather than of money: only its amounts count as figures.
    package var isNarrative: Bool { self == .other || self == .performance }
}
