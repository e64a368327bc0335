/// The vocabulary of what disclosures state figures of.
///
/// The raw value is the first half of the measure's name in JSON.
public enum Topic: String, Hashable, Sendable, Codable, CaseIterable {
    // MARK: Totals

    /// 收入支出总计: income and expenditure with what is carried over, one number for both sides.
    case incomeAndExpenditure = "income_and_expenditure"
    /// 收入总计, with what is carried over.
    case incomeTotal = "income_total"
    /// 支出总计, with what is carried over.
    case expenditureTotal = "expenditure_total"
    /// 本年收入合计.
    case yearIncome = "year_income"
    /// 本年支出合计.
    case yearExpenditure = "year_expenditure"
    /// 年初结转和结余.
    case openingBalance = "opening_balance"
    /// 年末结转和结余.
    case closingBalance = "closing_balance"
    /// 使用非财政拨款结余.
    case usedReserves = "used_reserves"
    /// 结余分配.
    case distributedSurplus = "distributed_surplus"

    // MARK: Income by source

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

    // MARK: Expenditure by kind

    /// 基本支出, of all funds.
    case basicExpenditure = "basic_expenditure"
    /// 项目支出, of all funds.
    case projectExpenditure = "project_expenditure"
    /// 上缴上级支出.
    case paymentsToSuperior = "payments_to_superior"
    /// 经营支出.
    case commercialExpenditure = "commercial_expenditure"
    /// 对附属单位补助支出.
    case affiliateSubsidies = "affiliate_subsidies"

    // MARK: Fiscal appropriation by fund

    /// 财政拨款收入支出总计.
    case fiscalIncomeAndExpenditure = "fiscal_income_and_expenditure"
    /// 财政拨款支出.
    case fiscalExpenditure = "fiscal_expenditure"
    /// 一般公共预算财政拨款收入.
    case generalPublicIncome = "general_public_income"
    /// 政府性基金预算财政拨款收入.
    case governmentFundIncome = "government_fund_income"
    /// 国有资本经营预算财政拨款收入.
    case stateCapitalIncome = "state_capital_income"
    /// 一般公共预算财政拨款支出.
    case generalPublicExpenditure = "general_public_expenditure"
    /// 政府性基金预算财政拨款支出.
    case governmentFundExpenditure = "government_fund_expenditure"
    /// 国有资本经营预算财政拨款支出.
    case stateCapitalExpenditure = "state_capital_expenditure"
    /// One functional category (类) of a fund's expenditure; the figure's subject names it.
    case category
    /// One section (款) where the document speaks of it as a whole; the figure's subject names it.
    case section
    /// One subject line down to 项; the disclosure holds these as lines, not as figures.
    case line

    // MARK: Basic expenditure of the general public budget

    /// 一般公共预算财政拨款基本支出.
    case generalPublicBasic = "general_public_basic_expenditure"
    /// 一般公共预算财政拨款项目支出.
    case generalPublicProject = "general_public_project_expenditure"
    /// 人员经费.
    case personnel = "personnel_expenditure"
    /// 公用经费.
    case operating = "operating_expenditure"

    /// A class of the economic classification (工资福利支出); the figure's subject names it.
    case economicClass = "economic_class"
    /// 年初结转和结余 of one fund; the figure's subject names the fund.
    case fundOpeningBalance = "fund_opening_balance"
    /// 年末结转和结余 of one fund; the figure's subject names the fund.
    case fundClosingBalance = "fund_closing_balance"
    /// 基本支出 out of the government fund or the state capital budget; the figure's subject names the fund.
    case fundBasic = "fund_basic_expenditure"
    /// 项目支出 out of the government fund or the state capital budget; the figure's subject names the fund.
    case fundProject = "fund_project_expenditure"

    // MARK: Three public

    /// “三公”经费.
    case threePublic = "three_public"
    /// 因公出国（境）费.
    case abroad
    /// 公务用车购置及运行维护费.
    case vehicles = "official_vehicles"
    /// 公务用车购置费.
    case vehiclePurchase = "vehicle_purchase"
    /// 公务用车运行维护费.
    case vehicleRunning = "vehicle_running"
    /// 公务接待费.
    case reception
    /// 国内公务接待.
    case domesticReception = "domestic_reception"
    /// 外宾接待, 国（境）外接待.
    case foreignReception = "foreign_reception"
    /// 因公出国（境）团组.
    case abroadGroups = "abroad_groups"
    /// 因公出国（境）人次.
    case abroadVisits = "abroad_visits"
    /// 公务用车购置数.
    case vehiclesPurchased = "vehicles_purchased"
    /// 公务用车保有量.
    case vehiclesHeld = "vehicles_held"
    /// 公务接待批次.
    case receptionBatches = "reception_batches"
    /// 公务接待人次.
    case receptionVisitors = "reception_visitors"
    /// 外宾接待批次.
    case foreignReceptionBatches = "foreign_reception_batches"
    /// 外宾接待人次.
    case foreignReceptionVisitors = "foreign_reception_visitors"

    // MARK: Operating costs, procurement, assets

    /// 机关运行经费.
    case agencyOperating = "agency_operating"
    /// 会议费, which some provinces state beside the three public costs.
    case meetings
    /// 培训费, which some provinces state beside the three public costs.
    case training
    /// 政府采购支出总额.
    case procurement
    /// 政府采购货物支出.
    case procurementGoods = "procurement_goods"
    /// 政府采购工程支出.
    case procurementWorks = "procurement_works"
    /// 政府采购服务支出.
    case procurementServices = "procurement_services"
    /// 授予中小企业合同金额.
    case procurementSmallFirms = "procurement_small_firms"
    /// 授予小微企业合同金额.
    case procurementMicroFirms = "procurement_micro_firms"
    /// 货物支出授予中小企业合同金额.
    case goodsSmallFirms = "procurement_goods_small_firms"
    /// 工程支出授予中小企业合同金额.
    case worksSmallFirms = "procurement_works_small_firms"
    /// 服务支出授予中小企业合同金额.
    case servicesSmallFirms = "procurement_services_small_firms"
    /// 面向中小企业预留政府采购项目预算金额.
    case reservedSmallFirms = "reserved_small_firms"
    /// 面向小微企业预留政府采购项目预算金额.
    case reservedMicroFirms = "reserved_micro_firms"
    /// Awarded to small firms out of what was reserved for them.
    case awardedReservedSmallFirms = "awarded_reserved_small_firms"
    /// Awarded to micro firms out of what was reserved for them.
    case awardedReservedMicroFirms = "awarded_reserved_micro_firms"
    /// Awarded to small firms in procurement that was not reserved.
    case awardedOtherSmallFirms = "awarded_other_small_firms"
    /// 共有车辆; with a subject, one kind of vehicle (应急保障用车).
    case assetVehicles = "asset_vehicles"
    /// 单价 N 万元以上设备, in the document's own threshold (the figure's subject).
    case largeEquipment = "large_equipment"

    // MARK: Performance

    /// Projects with a stated performance target (编报绩效目标的项目).
    case targetedProjects = "targeted_projects"
    /// Projects tracked during the year (绩效跟踪).
    case trackedProjects = "tracked_projects"
    /// Projects that evaluated themselves (绩效自评).
    case evaluatedProjects = "evaluated_projects"
    /// Projects by grade (优, 良, 合格, 不合格); the subject names the grade.
    case gradedProjects = "graded_projects"
    /// The mean mark of all evaluated projects (平均得分).
    case averageScore = "average_score"
    /// Problems found by self-evaluation.
    case evaluationProblems = "evaluation_problems"
    /// The evaluation of the body as a whole (整体绩效自评).
    case overallEvaluation = "overall_evaluation"
    /// The evaluation of one project; the subject names it.
    case projectEvaluation = "project_evaluation"

    /// Third-level indicators of an evaluation; the subject names the project, none the body as a whole.
    case indicators = "evaluation_indicators"
    /// Indicators that were met.
    case metIndicators = "met_indicators"
    /// Indicators that were not met.
    case unmetIndicators = "unmet_indicators"

    // MARK: Elsewhere

    /// A figure of no measure of the form, by its own words: the figure's subject.
    case other
    /// An amount inside an explanation (主要原因是…): part of the words, no measure of its own. The
    /// subject names what is being explained.
    case explanation
}
