extension FormTable {
    /// The nine tables of final accounts, and beside each the one of a budget that plans what it accounts for; one
    /// that is told by narrower words comes before one that is told by wider.
    package static let all: [FormTable] = [
        FormTable(
            .threePublic, "财政拨款“三公”经费支出决算表", budget: "“三公”经费和机关运行经费预算表", signs: ["三公"],
            variants: ["一般公共预算财政拨款“三公”经费支出决算表"]),
        FormTable(
            .governmentFund, "政府性基金预算财政拨款收入支出决算表", budget: "政府性基金预算支出功能分类预算表", signs: ["政府性基金"]),
        FormTable(
            .stateCapital, "国有资本经营预算财政拨款支出决算表", budget: "国有资本经营预算支出功能分类预算表", signs: ["国有资本经营"],
            variants: ["国有资本经营预算财政拨款收入支出决算表"]),
        FormTable(
            .basicExpenditure, "一般公共预算财政拨款基本支出决算表", budget: "一般公共预算基本支出部门预算经济分类预算表",
            signs: ["基本支出"], variants: ["一般公共预算财政拨款基本支出决算明细表"]),
        FormTable(
            .fiscalIncomeAndExpenditure, "财政拨款收入支出决算总表", budget: "财政拨款收支预算总表",
            signs: ["财政拨款收入支出", "财政拨款收支"]),
        FormTable(
            .generalPublicExpenditure, "一般公共预算财政拨款支出决算表", budget: "一般公共预算支出功能分类预算表",
            signs: ["一般公共预算", "财政拨款支出"]),
        FormTable(.incomeAndExpenditure, "收入支出决算总表", budget: "财务收支预算总表", signs: ["收入支出", "收支"]),
        FormTable(.income, "收入决算表", budget: "收入预算总表", signs: ["收入决算", "收入预算", "收入总表", "收入总体", "收入情况表"]),
        FormTable(.expenditure, "支出决算表", budget: "支出预算总表", signs: ["支出决算", "支出预算", "支出总表", "支出总体", "支出情况表"]),
    ]

    /// Words of titles of tables that are none of the nine, though they hold the signs of one.
    package static let foreign = ["项目支出", "绩效", "采购", "购买服务", "转移支付", "专户", "债务", "资产", "会议费", "培训费"]
}
