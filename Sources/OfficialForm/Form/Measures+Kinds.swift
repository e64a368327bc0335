extension FormMeasure {
    /// Income by source and expenditure by kind.
    package static let kinds: [FormMeasure] = [
        FormMeasure(
            .fiscalIncome, "财政拨款收入", "fiscal income", heading: "Fiscal appropriation", phrases: ["财政拨款收入", "财政拨款本年收入"],
            column: FormColumn(.role(.fiscalIncome)),
            meanings: [.governmentFund: .governmentFundIncome, .stateCapital: .stateCapitalIncome], partOf: .yearIncome,
            within: .fiscalIncomeAndExpenditure),
        FormMeasure(
            .superiorSubsidyIncome, "上级补助收入", "superior subsidy income", heading: "Subsidies from above",
            phrases: ["上级补助收入"], rows: [FormRow(4)], column: FormColumn(.role(.superiorSubsidyIncome)),
            partOf: .yearIncome, denials: ["上级补助收入"]),
        FormMeasure(
            .businessIncome, "事业收入", "business income", heading: "Institutional income", phrases: ["事业收入"],
            rows: [FormRow(5)], column: FormColumn(.role(.businessIncome)), partOf: .yearIncome, denials: ["事业收入"]),
        FormMeasure(
            .commercialIncome, "经营收入", "commercial income", heading: "Commercial income", phrases: ["经营收入"],
            rows: [FormRow(6)], column: FormColumn(.role(.commercialIncome), "经营收入", ["事业单位经营收入"]), partOf: .yearIncome,
            denials: ["经营收入"]),
        FormMeasure(
            .affiliateIncome, "附属单位上缴收入", "affiliate income", heading: "Paid in by affiliates",
            phrases: ["附属单位上缴收入", "附属单位缴款收入"], rows: [FormRow(7)],
            column: FormColumn(.role(.affiliateIncome), "附属单位上缴收入", ["附属单位缴款收入"]), partOf: .yearIncome,
            denials: ["附属单位上缴收入"]),
        FormMeasure(
            .otherIncome, "其他收入", "other income", heading: "Other income", phrases: ["其他收入", "其他来源收入", "其他资金收入"],
            rows: [FormRow(8)],
            column: FormColumn(.role(.otherIncome)), partOf: .yearIncome, denials: ["其他收入"]),
        FormMeasure(
            .basicExpenditure, "基本支出", "basic expenditure", heading: "Basic expenditure",
            phrases: ["基本支出", "机构正常运转的日常支出", "单位正常运转的日常支出", "正常运转的日常支出"],
            column: FormColumn(.role(.basic)),
            meanings: [
                .basicExpenditure: .generalPublicBasic, .generalPublicBudget: .generalPublicBasic,
                .governmentFund: .fundBasic, .stateCapital: .fundBasic,
            ], partOf: .yearExpenditure),
        FormMeasure(
            .projectExpenditure, "项目支出", "project expenditure", heading: "Project expenditure",
            phrases: ["项目支出", "专项业务工作的经费支出", "专项业务工作经费支出", "专项业务支出"],
            column: FormColumn(.role(.project)),
            meanings: [
                .generalPublicBudget: .generalPublicProject, .governmentFund: .fundProject, .stateCapital: .fundProject,
            ], partOf: .yearExpenditure, denials: ["项目支出"]),
        FormMeasure(
            .paymentsToSuperior, "上缴上级支出", "payments to superior", heading: "Paid to superiors", phrases: ["上缴上级支出"],
            column: FormColumn(.role(.paymentsToSuperior)), partOf: .yearExpenditure, denials: ["上缴上级支出"]),
        FormMeasure(
            .commercialExpenditure, "经营支出", "commercial expenditure", heading: "Commercial expenditure",
            phrases: ["经营支出", "事业单位经营支出"], column: FormColumn(.role(.commercialExpenditure)), partOf: .yearExpenditure,
            denials: ["经营支出"]),
        FormMeasure(
            .affiliateSubsidies, "对附属单位补助支出", "affiliate subsidies", heading: "Subsidies to affiliates",
            phrases: ["对附属单位补助支出"], column: FormColumn(.role(.affiliateSubsidies), "对附属单位补助支出", ["对附属单位补助"]),
            partOf: .yearExpenditure, denials: ["对附属单位补助支出"]),
        FormMeasure(
            .personnel, "人员经费", "personnel expenditure", phrases: ["人员经费", "人员支出"], partOf: .generalPublicBasic,
            denials: ["人员经费"]),
        FormMeasure(
            .operating, "公用经费", "operating expenditure", phrases: ["公用经费", "公用支出", "日常公用经费", "日常公用支出"],
            meanings: [.agencyOperating: .agencyOperating], partOf: .generalPublicBasic, denials: ["公用经费"]),
        FormMeasure(
            .economicClass, "经济分类支出", "economic class",
            phrases: [
                "工资福利支出", "商品和服务支出", "对个人和家庭的补助支出", "对个人和家庭补助支出", "对个人和家庭的补助", "对个人和家庭补助", "资本性支出", "债务利息及费用支出", "工资福利",
                "商品和服务", "机关工资福利支出", "机关商品和服务支出", "机关资本性支出", "对事业单位经常性补助", "对事业单位资本性补助", "对企业补助",
                "对社会保障基金补助",
            ]),
    ]
}
