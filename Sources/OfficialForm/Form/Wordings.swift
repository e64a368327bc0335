/// Wordings of the form that belong to no measure.
package enum FormWordings {
    /// How documents word the actual against the budget.
    package static let comparisons: [(comparison: BudgetComparison, phrases: [String])] = [
        (
            .above,
            [
                "大于年初预算数", "大于年初预算", "大于全年预算数", "大于全年预算", "大于调整预算数", "大于调整预算", "大于预算数", "大于预算", "高于年初预算数", "高于年初预算",
                "高于预算数", "高于预算", "超过年初预算数", "超过年初预算", "超过预算数", "超过预算", "超出年初预算数", "超出年初预算", "超出预算", "高于全年预算数",
                "高于全年预算", "超过全年预算", "大于（小于）预算数",
            ].map(FormWords.folded)
        ),
        (
            .below,
            [
                "小于年初预算数", "小于年初预算", "小于全年预算数", "小于全年预算", "小于调整预算数", "小于调整预算", "小于预算数", "小于预算", "低于年初预算数", "低于年初预算",
                "低于预算数", "低于预算", "少于年初预算数", "少于年初预算", "少于预算数", "少于预算", "低于全年预算数", "低于全年预算", "小于（大于）预算数",
            ].map(FormWords.folded)
        ),
        (.aboutEqual, ["基本持平", "基本一致", "大致持平"]),
        (.equal, ["持平", "相一致", "一致", "等于年初预算数", "等于预算数", "等于年初预算", "等于预算"]),
    ]

    /// What a part of an evaluation's mark is called by.
    package static let markedParts = [
        "预算执行", "年度目标", "绩效目标", "目标完成", "产出", "效益", "满意度", "指标", "成本", "执行率", "决策", "过程", "投入", "管理", "履职",
    ]

    /// What documents state beside the form: a figure behind one of these words is no measure.
    package static let elsewhere = [
        "资产总额", "资产总计", "资产合计", "负债总额", "负债合计", "净资产", "流动资产", "固定资产", "无形资产", "在建工程", "账面原值", "账面净值", "人均接待费",
        "车均购置费", "车均运行维护费", "车均维护费", "公务用车加油", "公务用车维修", "公务用车保险", "公务用车其他支出", "轿车", "越野车", "小型载客汽车", "大中型载客汽车", "其他车型",
        "人均", "车均", "户均", "每辆", "平均每辆", "每人次", "每批次", "平均下来", "一辆车", "每台车", "合起来",
        "加起来", "项目名称",
    ]
}
