/// What an amount column holds.
public enum ColumnRole: String, Hashable, Sendable, Codable, CaseIterable {
    /// 决算数, 金额: the one amount of a row in a two-sided table.
    case amount
    /// 预算数, 年初预算数.
    case budget
    /// 调整预算数, 全年预算数.
    case adjustedBudget = "adjusted_budget"
    /// 合计, 本年收入合计, 本年支出合计.
    case total
    /// 财政拨款收入.
    case fiscalIncome = "fiscal_income"
    /// 上级补助收入.
    case superiorSubsidyIncome = "superior_subsidy_income"
    /// 事业收入.
    case businessIncome = "business_income"
    /// 经营收入.
    case commercialIncome = "commercial_income"
    /// 附属单位上缴收入.
    case affiliateIncome = "affiliate_income"
    /// 其他收入.
    case otherIncome = "other_income"
    /// 基本支出.
    case basic
    /// 项目支出.
    case project
    /// 上缴上级支出.
    case paymentsToSuperior = "payments_to_superior"
    /// 经营支出.
    case commercialExpenditure = "commercial_expenditure"
    /// 对附属单位补助支出.
    case affiliateSubsidies = "affiliate_subsidies"
    /// 一般公共预算财政拨款.
    case generalPublicBudget = "general_public_budget"
    /// 政府性基金预算财政拨款.
    case governmentFund = "government_fund"
    /// 国有资本经营预算财政拨款.
    case stateCapital = "state_capital"
    /// 年初结转和结余.
    case openingBalance = "opening_balance"
    /// 本年收入.
    case yearIncome = "year_income"
    /// 年末结转和结余.
    case closingBalance = "closing_balance"
    /// “三公”经费 合计, budget.
    case threePublicBudget = "three_public_budget"
    /// “三公”经费 合计, actual.
    case threePublicActual = "three_public_actual"
    /// 因公出国（境）费, budget.
    case abroadBudget = "abroad_budget"
    /// 因公出国（境）费, actual.
    case abroadActual = "abroad_actual"
    /// 公务用车购置及运行维护费 小计, budget.
    case vehiclesBudget = "vehicles_budget"
    /// 公务用车购置及运行维护费 小计, actual.
    case vehiclesActual = "vehicles_actual"
    /// 公务用车购置费, budget.
    case vehiclePurchaseBudget = "vehicle_purchase_budget"
    /// 公务用车购置费, actual.
    case vehiclePurchaseActual = "vehicle_purchase_actual"
    /// 公务用车运行维护费, budget.
    case vehicleRunningBudget = "vehicle_running_budget"
    /// 公务用车运行维护费, actual.
    case vehicleRunningActual = "vehicle_running_actual"
    /// 公务接待费, budget.
    case receptionBudget = "reception_budget"
    /// 公务接待费, actual.
    case receptionActual = "reception_actual"

    /// The column of the same measure's budget; `nil` for columns that have no side.
    package var planned: ColumnRole? {
        switch self {
        case .amount, .budget: .budget
        case .threePublicActual, .threePublicBudget: .threePublicBudget
        case .abroadActual, .abroadBudget: .abroadBudget
        case .vehiclesActual, .vehiclesBudget: .vehiclesBudget
        case .vehiclePurchaseActual, .vehiclePurchaseBudget: .vehiclePurchaseBudget
        case .vehicleRunningActual, .vehicleRunningBudget: .vehicleRunningBudget
        case .receptionActual, .receptionBudget: .receptionBudget
        default: nil
        }
    }
}
