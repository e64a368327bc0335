/// Standing phrases of disclosures, and words that turn up doubled, cut short or in another spelling.
enum Misprints {
    /// Words that never stand twice in a row.
    static let doubled = [
        "主要是", "主要", "是", "原因", "由于", "因为", "增加", "减少", "增长", "下降", "与", "为", "其中", "主要原因", "主要原因是",
        "年度", "年初", "决算", "万元", "，", "。",
    ]

    /// Words written in another way than the form does, or with a character too few or too many.
    static let pairs: [(wrong: String, right: String)] = [
        ("较上一度", "较上一年度"), ("比上一度", "比上一年度"), ("与上一度", "与上一年度"), ("上年年度", "上年度"),
        ("支出(类)支出", "(类)支出"), ("截止20", "截至20"), ("其它收入", "其他收入"), ("其它支出", "其他支出"), ("帐户", "账户"),
    ]

    /// Phrases whose every character is fixed.
    static let phrases = [
        "免费开放", "保险缴费", "项级科目", "集体土地", "国土空间", "支出决算", "年初预算", "财政拨款", "公务接待", "公务用车", "因公出国", "机关运行",
        "结转和结余", "预算绩效", "绩效目标", "绩效评价", "绩效自评", "一般公共预算", "住房公积金", "养老保险", "医疗保险", "职业年金", "主要原因",
        "参照公务员", "国有资本经营", "政府性基金", "事业单位", "政府采购", "资产购置", "车辆购置", "用车购置", "公务用车保有量", "中小企业", "小微企业",
        "项目支出", "基本支出", "人员经费", "公用经费", "财政专户",
    ]
}
