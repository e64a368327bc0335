extension FormMeasure {
    /// The fiscal appropriation by fund.
    package static let funds: [FormMeasure] = [
        FormMeasure(
            .fiscalExpenditure, "财政拨款支出", "fiscal expenditure", heading: "Appropriation spent",
            phrases: ["财政拨款支出", "财政拨款安排支出", "财政拨款安排的支出", "财政拨款本年支出", "财政拨款支出合计", "财政拨款本年支出合计"],
            meanings: [
                .generalPublicBudget: .generalPublicExpenditure, .governmentFund: .governmentFundExpenditure,
                .stateCapital: .stateCapitalExpenditure,
            ]),
        FormMeasure(
            .generalPublicIncome, "一般公共预算财政拨款收入", "general public income",
            phrases: ["一般公共预算财政拨款收入", "一般公共预算财政拨款本年收入", "一般公共预算收入", "一般公共预算拨款收入", "公共财政预算拨款收入", "公共预算财政拨款收入"],
            rows: [FormRow(1), FormRow(1, "一般公共预算财政拨款")],
            column: FormColumn(.role(.generalPublicBudget), "一般公共预算财政拨款", ["一般公共预算"]), partOf: .fiscalIncome,
            isFundTotal: true),
        FormMeasure(
            .governmentFundIncome, "政府性基金预算财政拨款收入", "government fund income",
            phrases: [
                "政府性基金预算财政拨款收入", "政府性基金预算财政拨款本年收入", "政府性基金预算收入", "政府性基金收入", "政府性基金财政拨款收入", "基金预算收入", "基金预算拨款收入",
                "政府性基金预算拨款收入", "政府性基金拨款收入",
            ],
            rows: [FormRow(2), FormRow(2, "政府性基金预算财政拨款")],
            column: FormColumn(.role(.governmentFund), "政府性基金预算财政拨款", ["政府性基金预算", "政府性基金"]), partOf: .fiscalIncome,
            isFundTotal: true),
        FormMeasure(
            .stateCapitalIncome, "国有资本经营预算财政拨款收入", "state capital income",
            phrases: ["国有资本经营预算财政拨款收入", "国有资本经营预算财政拨款本年收入", "国有资本经营预算收入", "国有资本经营收入", "国有资本经营财政拨款收入", "国有资本经营预算拨款收入"],
            rows: [FormRow(3), FormRow(3, "国有资本经营预算财政拨款")],
            column: FormColumn(.role(.stateCapital), "国有资本经营预算财政拨款", ["国有资本经营预算", "国有资本经营"]), partOf: .fiscalIncome,
            isFundTotal: true),
        FormMeasure(
            .generalPublicExpenditure, "一般公共预算财政拨款支出", "general public expenditure",
            phrases: [
                "一般公共预算财政拨款支出", "一般公共预算财政拨款本年支出", "一般公共预算支出", "一般公共预算财政拨款支出合计", "一般公共预算拨款支出", "公共预算财政拨款支出",
                "公共财政预算拨款支出",
            ],
            within: .fiscalIncomeAndExpenditure, isFundTotal: true),
        FormMeasure(
            .governmentFundExpenditure, "政府性基金预算财政拨款支出", "government fund expenditure",
            phrases: ["政府性基金预算财政拨款支出", "政府性基金预算财政拨款本年支出", "政府性基金预算支出", "政府性基金支出", "政府性基金财政拨款支出"],
            isFundTotal: true),
        FormMeasure(
            .stateCapitalExpenditure, "国有资本经营预算财政拨款支出", "state capital expenditure",
            phrases: ["国有资本经营预算财政拨款支出", "国有资本经营预算财政拨款本年支出", "国有资本经营支出", "国有资本经营预算支出", "国有资本经营财政拨款支出"],
            isFundTotal: true),
        FormMeasure(
            .fiscalIncomeAndExpenditure, "财政拨款收、支总计", "fiscal income and expenditure",
            phrases: [
                "财政拨款收、支总计", "财政拨款收支总计", "财政拨款收入支出总计", "财政拨款收入、支出总计", "财政拨款收入和支出总计", "财政拨款收、支决算总计", "财政拨款收入支出决算总计",
                "财政拨款收支决算总计", "财政拨款总收支", "财政拨款收、支均为", "财政拨款收支总预算", "财政拨款收支预算总计", "财政拨款收、支总决算", "财政拨款收支总决算",
                "财政拨款收入支出总决算",
            ], within: .incomeAndExpenditure),
        FormMeasure(
            .generalPublicBasic, "一般公共预算财政拨款基本支出", "general public basic expenditure",
            phrases: ["一般公共预算财政拨款基本支出", "一般公共预算基本支出", "财政拨款基本支出", "一般公共财政拨款基本支出"], partOf: .generalPublicExpenditure),
        FormMeasure(
            .generalPublicProject, "一般公共预算财政拨款项目支出", "general public project expenditure",
            phrases: ["一般公共预算财政拨款项目支出", "一般公共预算项目支出", "财政拨款项目支出"], partOf: .generalPublicExpenditure),
        FormMeasure(.fundOpeningBalance, "年初结转和结余", "fund opening balance", namesFund: true),
        FormMeasure(.fundClosingBalance, "年末结转和结余", "fund closing balance", namesFund: true),
        FormMeasure(.fundBasic, "基本支出", "fund basic expenditure", namesFund: true),
        FormMeasure(.fundProject, "项目支出", "fund project expenditure", namesFund: true),
        FormMeasure(.category, "类级科目支出", "category"),
        FormMeasure(.section, "款级科目支出", "section"),
        FormMeasure(.line, "科目支出", "line"),
    ]
}
