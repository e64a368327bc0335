extension FormAspect {
    /// The sides of a measure with the words that announce them.
    package static let all: [FormAspect] = [
        FormAspect(
            .amount, "", "",
            phrases: [
                "支出决算数", "支出决算", "决算数", "决算支出", "决算为", "度决算", "实际支出", "执行数", "预算执行数", "执行金额", "支出数为", "支出为", "共计支出",
            ],
            column: FormColumn(.role(.amount), "决算数", ["金额", "本年决算数", "决算金额", "支出决算数", "决算数（万元）", "支出决算", "决算统计数"])),
        FormAspect(
            .initialBudget, "年初预算", ", initial budget",
            phrases: ["年初预算数", "年初预算", "年初财政拨款预算", "年初部门预算", "当年年初预算"]),
        FormAspect(
            .adjustedBudget, "全年预算", ", adjusted budget",
            phrases: [
                "全年预算数", "全年预算", "调整预算数", "调整预算", "调整后预算数", "调整后预算", "预算调整数", "调整后全年预算数", "调整后的预算", "全年财政拨款预算",
                "年末预算", "变动后预算", "调整为",
            ], column: FormColumn(.role(.adjustedBudget), "调整预算数", ["全年预算数", "调整预算", "全年预算", "调整后预算数"])),
        FormAspect(
            .budget, "预算", ", budget", phrases: ["预算", "预算数", "预算为", "预算安排", "当年预算", "本年预算", "预算资金"],
            column: FormColumn(.role(.budget), "预算数", ["年初预算数", "年初预算", "预算", "本年预算数"])),
        FormAspect(.received, "到位资金", ", funds received", phrases: ["实际到位资金", "到位资金"]),
        FormAspect(
            .rateOnInitialBudget, "预算完成率", ", execution rate",
            phrases: [
                "完成年初预算数的", "完成年初预算的", "完成年初预算数", "完成年初预算", "占年初预算的", "占年初预算数的", "占年初预算", "为年初预算的", "为年初预算数的",
                "达到年初预算的",
                "完成年初财政拨款预算的", "年初预算完成率", "年初预算执行率",
            ]),
        FormAspect(
            .rateOnAdjustedBudget, "预算完成率", ", execution rate",
            phrases: [
                "完成全年预算数的", "完成全年预算的", "完成全年预算数", "完成全年预算", "完成调整预算数的", "完成调整预算的", "完成调整预算数", "完成调整预算", "完成调整后预算的",
                "完成调整后预算数的", "占全年预算的", "占调整预算的", "占调整后预算的", "占调整后预算数的", "占调整预算数的", "占全年预算", "占调整预算", "占调整后预算", "为全年预算的",
                "为全年预算数的",
                "为调整预算的", "为调整预算数的", "全年预算执行率",
                "调整预算执行率", "完成预算调整数的",
            ]),
        FormAspect(
            .rateOnBudget, "预算完成率", ", execution rate",
            phrases: [
                "完成预算数的", "完成预算的", "完成预算数", "完成预算", "预算完成率", "预算执行率", "预算执行比例", "执行比例", "预算执行率为", "占预算的", "占预算数的",
                "执行率", "为预算的", "完成率", "控制率",
            ]),
        FormAspect(.change, "比上年增减额", ", change on last year"),
        FormAspect(.changeRate, "比上年增减率", ", rate of change on last year"),
        FormAspect(.changeOnBudget, "比预算增减额", ", change on the budget"),
        FormAspect(
            .changeRateOnBudget, "比预算增减率", ", rate of change on the budget",
            phrases: ["预决算差异率", "预决算差异", "决算差异率", "差异率"]),
        FormAspect(
            .previousAmount, "上年数", ", last year",
            phrases: [
                "上年决算数", "上年支出", "上年决算", "上年收入", "上年度决算数", "上年度决算", "上年支出决算数", "上年支出决算", "上年度支出决算数", "上年度支出决算", "上年度支出",
                "上年支出数",
            ]),
        FormAspect(.share, "占比", ", share", phrases: ["占", "占比"]),
        FormAspect(.basic, "基本支出", ", basic expenditure"),
        FormAspect(.project, "项目支出", ", project expenditure"),
        FormAspect(.count, "", ""),
        FormAspect(.score, "得分", ", score"),
        FormAspect(.fullScore, "分值", ", full score"),
    ]
}
