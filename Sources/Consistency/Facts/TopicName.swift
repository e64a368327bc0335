import Disclosures
import OfficialForm

extension Topic {
    /// The words a document uses for the topic.
    var name: Bilingual {
        Bilingual(Self.chineseNames[self] ?? rawValue, rawValue.split(separator: "_").joined(separator: " "))
    }

    private static let chineseNames: [Topic: String] = [
        .incomeAndExpenditure: "收、支总计", .incomeTotal: "收入总计", .expenditureTotal: "支出总计",
        .yearIncome: "本年收入合计", .yearExpenditure: "本年支出合计", .openingBalance: "年初结转和结余",
        .closingBalance: "年末结转和结余", .usedReserves: "使用非财政拨款结余", .distributedSurplus: "结余分配",
        .fiscalIncome: "财政拨款收入", .superiorSubsidyIncome: "上级补助收入", .businessIncome: "事业收入",
        .commercialIncome: "经营收入", .affiliateIncome: "附属单位上缴收入", .otherIncome: "其他收入",
        .basicExpenditure: "基本支出", .projectExpenditure: "项目支出", .paymentsToSuperior: "上缴上级支出",
        .commercialExpenditure: "经营支出", .affiliateSubsidies: "对附属单位补助支出",
        .fiscalIncomeAndExpenditure: "财政拨款收、支总计", .fiscalExpenditure: "财政拨款支出",
        .generalPublicIncome: "一般公共预算财政拨款收入", .governmentFundIncome: "政府性基金预算财政拨款收入",
        .stateCapitalIncome: "国有资本经营预算财政拨款收入", .generalPublicExpenditure: "一般公共预算财政拨款支出",
        .governmentFundExpenditure: "政府性基金预算财政拨款支出",
        .stateCapitalExpenditure: "国有资本经营预算财政拨款支出", .category: "类级科目支出", .section: "款级科目支出",
        .line: "科目支出", .generalPublicBasic: "一般公共预算财政拨款基本支出",
        .generalPublicProject: "一般公共预算财政拨款项目支出", .personnel: "人员经费", .operating: "公用经费",
        .threePublic: "“三公”经费", .abroad: "因公出国（境）费", .vehicles: "公务用车购置及运行维护费",
        .vehiclePurchase: "公务用车购置费", .vehicleRunning: "公务用车运行维护费", .reception: "公务接待费",
        .domesticReception: "国内公务接待支出", .foreignReception: "外宾接待支出", .abroadGroups: "因公出国（境）团组",
        .abroadVisits: "因公出国（境）人次", .vehiclesPurchased: "公务用车购置数", .vehiclesHeld: "公务用车保有量",
        .receptionBatches: "公务接待批次", .receptionVisitors: "公务接待人次", .foreignReceptionBatches: "外宾接待批次",
        .foreignReceptionVisitors: "外宾接待人次", .agencyOperating: "机关运行经费", .procurement: "政府采购支出总额",
        .procurementGoods: "政府采购货物支出", .procurementWorks: "政府采购工程支出",
        .procurementServices: "政府采购服务支出", .procurementSmallFirms: "授予中小企业合同金额",
        .procurementMicroFirms: "授予小微企业合同金额", .goodsSmallFirms: "货物支出授予中小企业合同金额",
        .worksSmallFirms: "工程支出授予中小企业合同金额", .servicesSmallFirms: "服务支出授予中小企业合同金额",
        .reservedSmallFirms: "面向中小企业预留预算金额", .reservedMicroFirms: "面向小微企业预留预算金额",
        .awardedReservedSmallFirms: "预留项目中授予中小企业金额", .awardedReservedMicroFirms: "预留项目中授予小微企业金额",
        .awardedOtherSmallFirms: "其他项目中授予中小企业金额", .assetVehicles: "车辆", .largeEquipment: "大型设备",
        .targetedProjects: "编报绩效目标的项目", .trackedProjects: "绩效跟踪的项目", .evaluatedProjects: "绩效自评的项目",
        .gradedProjects: "绩效评级项目", .averageScore: "平均得分", .evaluationProblems: "自评发现问题",
        .economicClass: "经济分类支出", .fundOpeningBalance: "年初结转和结余", .fundClosingBalance: "年末结转和结余",
        .fundBasic: "基本支出", .fundProject: "项目支出", .meetings: "会议费", .training: "培训费",
        .overallEvaluation: "部门整体绩效自评", .projectEvaluation: "项目绩效自评", .explanation: "原因说明中的金额",
    ]
}

extension Aspect {
    /// What is added to a topic's name.
    var suffix: Bilingual {
        switch self {
        case .amount, .count: Bilingual("", "")
        case .initialBudget: Bilingual("年初预算", ", initial budget")
        case .adjustedBudget: Bilingual("全年预算", ", adjusted budget")
        case .budget: Bilingual("预算", ", budget")
        case .received: Bilingual("到位资金", ", funds received")
        case .rateOnInitialBudget, .rateOnAdjustedBudget, .rateOnBudget: Bilingual("预算完成率", ", execution rate")
        case .change: Bilingual("比上年增减额", ", change on last year")
        case .changeRate: Bilingual("比上年增减率", ", rate of change on last year")
        case .changeOnBudget: Bilingual("比预算增减额", ", change on the budget")
        case .changeRateOnBudget: Bilingual("比预算增减率", ", rate of change on the budget")
        case .previousAmount: Bilingual("上年数", ", last year")
        case .share: Bilingual("占比", ", share")
        case .score: Bilingual("得分", ", score")
        case .fullScore: Bilingual("分值", ", full score")
        }
    }
}
