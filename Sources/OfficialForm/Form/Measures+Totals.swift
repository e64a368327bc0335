extension FormMeasure {
    /// Income and expenditure as a whole, and the balances.
    package static let totals: [FormMeasure] = [
        FormMeasure(
            .incomeAndExpenditure, "收、支总计", "income and expenditure",
            phrases: [
                "收、支总计", "收支总计", "收入支出总计", "收入、支出总计", "收入和支出总计", "收、支决算总计", "收、支总额", "收入支出决算总计", "收支决算总计", "总收入和总支出",
                "收、支均为", "收、支", "总收支", "收入、支出决算总计", "收入、支出总额", "收支总额", "收支", "收支总预算", "收支预算总计", "收、支总决算", "收支总决算",
                "收入支出总决算",
                "收支总预算数", "收支预算总数", "收支预算总额", "收支预算合计", "收入支出总体", "收支总体",
                "收入、支出预算总计", "收、支预算总计", "收入支出预算总计", "预算收支安排", "预算总收支",
            ], rows: [FormRow(nil, "总计")], meanings: [.fiscalTotals: .fiscalIncomeAndExpenditure]),
        FormMeasure(
            .incomeTotal, "收入总计", "income total", heading: "Total income",
            phrases: ["收入总计", "总收入", "收入决算总计", "收入总预算", "收入预算总计"],
            rows: [FormRow()], meanings: [.fiscalTotals: .fiscalIncome]),
        FormMeasure(
            .expenditureTotal, "支出总计", "expenditure total", heading: "Total expenditure",
            phrases: ["支出总计", "总支出", "支出决算总计", "支出总预算", "支出预算总计"], rows: [FormRow()],
            meanings: [.fiscalTotals: .fiscalExpenditure]),
        FormMeasure(
            .yearIncome, "本年收入合计", "year income",
            phrases: ["本年收入合计", "收入合计", "本年收入", "收入决算合计", "本年总收入", "当年收入合计", "年终决算收入", "年度决算收入"],
            rows: [FormRow(), FormRow(nil, "收入合计")], column: FormColumn(.role(.yearIncome), "本年收入"),
            meanings: [
                .fiscalTotals: .fiscalIncome, .governmentFund: .governmentFundIncome,
                .stateCapital: .stateCapitalIncome,
            ], within: .incomeAndExpenditure),
        FormMeasure(
            .yearExpenditure, "本年支出合计", "year expenditure",
            phrases: ["本年支出合计", "支出合计", "本年支出", "支出决算合计", "本年总支出", "当年支出合计", "年终决算支出", "年度决算支出"],
            rows: [FormRow(), FormRow(nil, "支出合计")],
            meanings: [
                .fiscalTotals: .fiscalExpenditure, .governmentFund: .governmentFundExpenditure,
                .stateCapital: .stateCapitalExpenditure,
            ], within: .incomeAndExpenditure),
        FormMeasure(
            .openingBalance, "年初结转和结余", "opening balance",
            phrases: [
                "年初结转和结余", "年初财政拨款结转和结余", "上年结转和结余", "年初结转结余", "年初结余", "年初结转", "上年结转", "上年结余", "上年结转结余", "上年结余结转",
                "上年结余和结转",
            ],
            rows: [FormRow(), FormRow(nil, "年初财政拨款结转和结余")],
            column: FormColumn(.role(.openingBalance), "年初结转和结余", ["年初财政拨款结转和结余", "上年结转和结余"]),
            meanings: [
                .generalPublicBudget: .fundOpeningBalance, .governmentFund: .fundOpeningBalance,
                .stateCapital: .fundOpeningBalance,
            ]),
        FormMeasure(
            .closingBalance, "年末结转和结余", "closing balance",
            phrases: [
                "年末结转和结余", "年末财政拨款结转和结余", "年末结转结余", "结转下年", "结转和结余", "年末结余", "年终结余", "年末结转", "年终结转", "年终结转和结余",
                "年末累计结余",
                "结余结转下年", "年末结余结转", "结转下年支出",
            ],
            rows: [FormRow(), FormRow(nil, "年末财政拨款结转和结余")],
            column: FormColumn(.role(.closingBalance), "年末结转和结余", ["年末财政拨款结转和结余"]),
            meanings: [
                .generalPublicBudget: .fundClosingBalance, .governmentFund: .fundClosingBalance,
                .stateCapital: .fundClosingBalance,
            ]),
        FormMeasure(
            .usedReserves, "使用非财政拨款结余", "used reserves",
            phrases: [
                "使用非财政拨款结余", "用事业基金弥补收支差额", "事业基金弥补收支差额", "用非财政拨款结余弥补", "用非财政拨款结余弥补收支差额", "使用非财政拨款结余和专用结余",
                "使用非财政拨款结余（含专用结余）",
                "统筹使用结余资金", "使用结余资金安排", "动用结余资金",
            ],
            rows: [FormRow(), FormRow(nil, "使用非财政拨款结余（含专用结余）"), FormRow(nil, "用事业基金弥补收支差额")]),
        FormMeasure(.distributedSurplus, "结余分配", "distributed surplus", phrases: ["结余分配"], rows: [FormRow()]),
    ]
}
