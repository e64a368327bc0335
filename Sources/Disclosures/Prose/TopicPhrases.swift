/// The phrases that name a topic.
enum TopicPhrases {
    /// All of them; the same words may mean another topic in another section, see ``TopicResolver``.
    static let all: [([String], Topic)] = totals + sources + funds + threePublic + others

    private static let totals: [([String], Topic)] = [
        (
            [
                "收、支总计", "收支总计", "收入支出总计", "收入、支出总计", "收入和支出总计", "收、支决算总计", "收、支总额",
                "收入支出决算总计", "收支决算总计", "总收入和总支出", "收、支均为", "总收支",
            ], .incomeAndExpenditure
        ),
        (["收入总计", "总收入", "收入决算总计"], .incomeTotal),
        (["支出总计", "总支出", "支出决算总计"], .expenditureTotal),
        (["本年收入合计", "收入合计", "本年收入", "收入决算合计", "本年总收入", "当年收入合计"], .yearIncome),
        (["本年支出合计", "支出合计", "本年支出", "支出决算合计", "本年总支出", "当年支出合计"], .yearExpenditure),
        (["年初结转和结余", "年初财政拨款结转和结余", "上年结转和结余", "年初结转结余", "上年结转"], .openingBalance),
        (["年末结转和结余", "年末财政拨款结转和结余", "年末结转结余", "结转下年", "结转和结余"], .closingBalance),
        (["使用非财政拨款结余", "用事业基金弥补收支差额", "使用非财政拨款结余(含专用结余)"], .usedReserves),
        (["结余分配"], .distributedSurplus),
    ]

    private static let sources: [([String], Topic)] = [
        (["财政拨款收入", "财政拨款本年收入"], .fiscalIncome),
        (["上级补助收入"], .superiorSubsidyIncome),
        (["事业收入"], .businessIncome),
        (["经营收入"], .commercialIncome),
        (["附属单位上缴收入"], .affiliateIncome),
        (["其他收入"], .otherIncome),
        (["基本支出"], .basicExpenditure),
        (["项目支出"], .projectExpenditure),
        (["上缴上级支出"], .paymentsToSuperior),
        (["经营支出"], .commercialExpenditure),
        (["对附属单位补助支出"], .affiliateSubsidies),
        (["人员经费", "人员支出"], .personnel),
        (["公用经费", "公用支出", "日常公用经费"], .operating),
    ]

    private static let funds: [([String], Topic)] = [
        (
            [
                "财政拨款收、支总计", "财政拨款收支总计", "财政拨款收入支出总计", "财政拨款收入、支出总计", "财政拨款收入和支出总计",
                "财政拨款收、支决算总计", "财政拨款收入支出决算总计", "财政拨款收支决算总计", "财政拨款总收支", "财政拨款收、支均为",
            ], .fiscalIncomeAndExpenditure
        ),
        (["财政拨款支出", "财政拨款本年支出", "财政拨款支出合计", "财政拨款本年支出合计"], .fiscalExpenditure),
        (["一般公共预算财政拨款收入", "一般公共预算财政拨款本年收入", "一般公共预算收入"], .generalPublicIncome),
        (["政府性基金预算财政拨款收入", "政府性基金预算财政拨款本年收入", "政府性基金预算收入", "政府性基金收入"], .governmentFundIncome),
        (
            ["国有资本经营预算财政拨款收入", "国有资本经营预算财政拨款本年收入", "国有资本经营预算收入", "国有资本经营收入"],
            .stateCapitalIncome
        ),
        (
            [
                "一般公共预算财政拨款支出", "一般公共预算财政拨款本年支出", "一般公共预算支出", "一般公共预算财政拨款支出合计",
                "一般公共预算财政拨款",
            ], .generalPublicExpenditure
        ),
        (
            ["政府性基金预算财政拨款支出", "政府性基金预算财政拨款本年支出", "政府性基金预算支出", "政府性基金支出", "政府性基金预算财政拨款"],
            .governmentFundExpenditure
        ),
        (
            [
                "国有资本经营预算财政拨款支出", "国有资本经营预算财政拨款本年支出", "国有资本经营支出", "国有资本经营预算财政拨款",
            ], .stateCapitalExpenditure
        ),
        (["一般公共预算财政拨款基本支出", "一般公共预算基本支出", "财政拨款基本支出"], .generalPublicBasic),
        (["一般公共预算财政拨款项目支出", "一般公共预算项目支出", "财政拨款项目支出"], .generalPublicProject),
    ]

    private static let threePublic: [([String], Topic)] = [
        (
            [
                "\"三公\"经费财政拨款支出", "\"三公\"经费支出", "\"三公\"经费", "三公经费财政拨款支出", "三公经费支出", "三公经费",
                "财政拨款\"三公\"经费支出", "财政拨款\"三公\"经费", "\"三公\"经费财政拨款",
            ], .threePublic
        ),
        (["因公出国(境)费用", "因公出国(境)费", "因公出国(境)经费", "因公出国(境)支出", "出国(境)费", "因公出国(境)"], .abroad),
        (
            [
                "公务用车购置及运行维护费", "公务用车购置及运行费", "公务用车购置和运行维护费", "公务用车购置和运行费",
                "公务用车购置及运行维护", "公务用车购置费和运行维护费", "公务用车购置费及运行维护费", "公务用车购置及运行维护经费",
                "公车购置及运行维护费", "公务用车费用", "公务用车购置及运行",
            ], .vehicles
        ),
        (["公务用车购置费", "公务用车购置支出", "公务用车购置经费", "公务用车购置", "公务车购置费", "公车购置费"], .vehiclePurchase),
        (
            [
                "公务用车运行维护费", "公务用车运行费", "公务用车运行维护支出", "公务用车运行支出", "公务用车运行维护经费",
                "公务用车运行维护", "公车运行维护费", "公务车运行费",
            ], .vehicleRunning
        ),
        (["公务接待费", "公务接待支出", "公务接待经费", "公务接待"], .reception),
        (["国内公务接待支出", "国内公务接待费", "国内公务接待", "国内接待费"], .domesticReception),
        (["外宾接待支出", "外宾接待费", "外宾接待", "接待外宾", "外事接待支出", "外事接待费", "国(境)外公务接待支出", "国(境)外公务接待"], .foreignReception),
        (
            ["因公出国(境)团组", "出国(境)团组", "团组数", "团组", "因公出国(境)团组数", "参加其他单位组织的因公出国(境)团组"],
            .abroadGroups
        ),
        (["公务用车保有量", "公务用车保有", "车辆保有量", "保有量", "公务用车实有数", "公务用车期末保有量"], .vehiclesHeld),
        (["购置公务用车", "公务用车购置数", "更新公务用车", "购置车辆", "购置公车", "新购公务用车", "购入公务用车"], .vehiclesPurchased),
        (["公务接待批次", "接待批次", "国内公务接待批次"], .receptionBatches),
        (["公务接待人次", "接待人次", "接待人数", "国内公务接待人次"], .receptionVisitors),
    ]

    private static let others: [([String], Topic)] = [
        (["机关运行经费支出", "机关运行经费"], .agencyOperating),
        (
            ["政府采购支出总额", "政府采购总额", "政府采购金额", "政府采购支出合计", "政府采购支出", "政府采购决算金额"],
            .procurement
        ),
        (["政府采购货物支出", "货物采购金额", "政府采购货物金额", "采购货物支出", "货物支出", "货物采购支出", "货物类采购"], .procurementGoods),
        (["政府采购工程支出", "工程采购金额", "政府采购工程金额", "采购工程支出", "工程支出", "工程采购支出", "工程类采购"], .procurementWorks),
        (["政府采购服务支出", "服务采购金额", "政府采购服务金额", "采购服务支出", "服务支出", "服务采购支出", "服务类采购"], .procurementServices),
        (["授予中小企业合同金额", "授予中小企业的合同金额", "授予中小企业合同总额", "授予中小企业"], .procurementSmallFirms),
        (
            ["授予小微企业合同金额", "授予小微企业的合同金额", "授予小型微型企业合同金额", "授予小型、微型企业合同金额", "授予小微企业"],
            .procurementMicroFirms
        ),
        (["货物支出授予中小企业合同金额", "货物采购授予中小企业合同金额"], .goodsSmallFirms),
        (["工程支出授予中小企业合同金额", "工程采购授予中小企业合同金额"], .worksSmallFirms),
        (["服务支出授予中小企业合同金额", "服务采购授予中小企业合同金额"], .servicesSmallFirms),
        (["面向中小企业预留政府采购项目预算金额", "面向中小企业预留政府采购项目预算"], .reservedSmallFirms),
        (["面向小微企业预留政府采购项目预算金额", "面向小微企业预留政府采购项目预算"], .reservedMicroFirms),
        (["在面向中小企业预留的政府采购项目中", "在面向中小企业预留政府采购项目中"], .awardedReservedSmallFirms),
        (["在面向小微企业预留的政府采购项目中", "在面向小微企业预留政府采购项目中"], .awardedReservedMicroFirms),
        (["在其他政府采购项目中"], .awardedOtherSmallFirms),
        (["共有车辆", "车辆共有", "公务用车共", "实有车辆", "车辆合计"], .assetVehicles),
        (["专用设备", "通用设备", "大型设备", "设备"], .largeEquipment),
        (["编报绩效目标", "编制绩效目标", "设定绩效目标"], .targetedProjects),
        (["绩效跟踪评价", "绩效跟踪", "绩效运行监控"], .trackedProjects),
        (["绩效自评", "开展自评", "绩效评价"], .evaluatedProjects),
        (["共设置", "绩效评价共设置"], .indicators),
        (["完成的绩效指标", "完成指标", "已完成的绩效指标"], .metIndicators),
        (["未完成的绩效指标", "未完成指标"], .unmetIndicators),
        (["平均得分"], .averageScore),
        (["发现问题"], .evaluationProblems),
        (["绩效评级为"], .gradedProjects),
    ]
}
