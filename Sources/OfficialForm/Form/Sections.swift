extension FormSection {
    /// The parts of the form's text.
    package static let all: [FormSection] = [
        FormSection(.totals, of: .incomeAndExpenditure),
        FormSection(.income, of: .yearIncome),
        FormSection(.expenditure, of: .yearExpenditure),
        FormSection(.fiscalTotals, of: .fiscalIncomeAndExpenditure),
        FormSection(.generalPublicBudget, of: .generalPublicExpenditure),
        FormSection(.basicExpenditure, of: .generalPublicBasic),
        FormSection(.threePublic, of: .threePublic),
        FormSection(.governmentFund, of: .governmentFundExpenditure, fund: .governmentFund, "政府性基金预算"),
        FormSection(.stateCapital, of: .stateCapitalExpenditure, fund: .stateCapital, "国有资本经营预算"),
        FormSection(.agencyOperating, of: .agencyOperating),
        FormSection(.procurement, of: .procurement),
        FormSection(.assets, of: nil),
        FormSection(.performance, of: nil),
        FormSection(.tables, of: nil),
        FormSection(.glossary, of: nil),
        FormSection(.other, of: nil),
    ]
}

extension FormTitle {
    /// What headings are told by. The narrower title comes first: 一般公共预算财政拨款基本支出 is not 一般公共预算财政拨款支出.
    package static let all: [FormTitle] = [
        FormTitle(.glossary, ["名词解释"]),
        FormTitle(.threePublic, ["三公"]),
        FormTitle(.other, ["会议费"], ["培训费"]),
        FormTitle(.agencyOperating, ["机关运行"]),
        FormTitle(.procurement, ["政府采购"]),
        FormTitle(.assets, ["国有资产"], ["资产占"]),
        FormTitle(.performance, ["绩效"]),
        FormTitle(.governmentFund, ["政府性基金"]),
        FormTitle(.stateCapital, ["国有资本经营"]),
        FormTitle(.basicExpenditure, ["基本支出"]),
        FormTitle(.generalPublicBudget, ["一般公共预算"]),
        FormTitle(.fiscalTotals, ["财政拨款", "收入"], ["财政拨款", "收、支"], ["财政拨款", "收支"]),
        FormTitle(.generalPublicBudget, ["财政拨款"]),
        FormTitle(.totals, ["收入支出"], ["收、支"], ["收支"]),
        FormTitle(.income, ["收入决算"], ["收入情况"], ["收入预算"]),
        FormTitle(.expenditure, ["支出决算"], ["支出情况"], ["支出预算"]),
    ]
}
