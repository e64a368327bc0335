import Disclosures
import OfficialForm

extension TableKind {
    /// The title on the official form.
    var name: String {
        switch self {
        case .incomeAndExpenditure: "收入支出决算总表"
        case .income: "收入决算表"
        case .expenditure: "支出决算表"
        case .fiscalIncomeAndExpenditure: "财政拨款收入支出决算总表"
        case .generalPublicExpenditure: "一般公共预算财政拨款支出决算表"
        case .basicExpenditure: "一般公共预算财政拨款基本支出决算表"
        case .threePublic: "财政拨款“三公”经费支出决算表"
        case .governmentFund: "政府性基金预算财政拨款收入支出决算表"
        case .stateCapital: "国有资本经营预算财政拨款支出决算表"
        }
    }
}

extension ColumnRole {
    /// The column's header on the official form.
    var name: String {
        switch self {
        case .amount: "决算数"
        case .budget: "预算数"
        case .adjustedBudget: "调整预算数"
        case .total: "合计"
        case .fiscalIncome: "财政拨款收入"
        case .superiorSubsidyIncome: "上级补助收入"
        case .businessIncome: "事业收入"
        case .commercialIncome: "经营收入"
        case .affiliateIncome: "附属单位上缴收入"
        case .otherIncome: "其他收入"
        case .basic: "基本支出"
        case .project: "项目支出"
        case .paymentsToSuperior: "上缴上级支出"
        case .commercialExpenditure: "经营支出"
        case .affiliateSubsidies: "对附属单位补助支出"
        case .generalPublicBudget: "一般公共预算财政拨款"
        case .governmentFund: "政府性基金预算财政拨款"
        case .stateCapital: "国有资本经营预算财政拨款"
        case .openingBalance: "年初结转和结余"
        case .yearIncome: "本年收入"
        case .closingBalance: "年末结转和结余"
        case .threePublicBudget: "“三公”经费合计预算数"
        case .threePublicActual: "“三公”经费合计决算数"
        case .abroadBudget: "因公出国（境）费预算数"
        case .abroadActual: "因公出国（境）费决算数"
        case .vehiclesBudget: "公务用车购置及运行维护费预算数"
        case .vehiclesActual: "公务用车购置及运行维护费决算数"
        case .vehiclePurchaseBudget: "公务用车购置费预算数"
        case .vehiclePurchaseActual: "公务用车购置费决算数"
        case .vehicleRunningBudget: "公务用车运行维护费预算数"
        case .vehicleRunningActual: "公务用车运行维护费决算数"
        case .receptionBudget: "公务接待费预算数"
        case .receptionActual: "公务接待费决算数"
        }
    }
}
