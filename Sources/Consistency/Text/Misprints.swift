/// Standing phrases of disclosures and the wrong characters that turn up in them.
///
/// Each entry is a phrase that cannot be meant, and the one that is. Characters that look or sound alike are
/// confused: 项 and 顶, 土 and 士, 放 and 发, 缴 and 徽.
enum Misprints {
    /// The wrong words and the right ones.
    static let pairs: [(wrong: String, right: String)] = known + confused

    /// Words that never stand twice in a row.
    static let doubled = ["主要是", "主要", "是", "原因", "由于", "因为", "增加", "减少", "增长", "下降", "与", "为", "其中"]

    private static let known: [(wrong: String, right: String)] = [
        ("较上一度", "较上一年度"), ("比上一度", "比上一年度"), ("与上一度", "与上一年度"), ("上年年度", "上年度"),
        ("支出(类)支出", "(类)支出"), ("万元万元", "万元"), ("，，", "，"), ("。。", "。"),
        ("支出决算决算", "支出决算"), ("年初年初", "年初"), ("主要原因是是", "主要原因是"), ("主要原因主要原因", "主要原因"),
        ("年度年度", "年度"), ("截止20", "截至20"), ("其它收入", "其他收入"), ("其它支出", "其他支出"), ("帐户", "账户"),
        ("预算绩交", "预算绩效"),
    ]

    /// Phrases whose every character is fixed, each with the characters confused with one of its own.
    private static let phrases: [(phrase: String, confused: [(Character, String)])] = [
        ("免费开放", [("放", "发")]), ("缴费", [("缴", "徽激缴邀")]), ("项级科目", [("项", "顶顷")]), ("集体土地", [("土", "士")]),
        ("国土空间", [("土", "士")]), ("支出决算", [("决", "诀央抉"), ("算", "箅")]), ("年初预算", [("初", "出仞"), ("预", "顶顾")]),
        ("财政拨款", [("拨", "拔泼"), ("财", "材")]), ("公务接待", [("待", "侍")]), ("公务用车", [("车", "东")]),
        ("因公出国", [("因", "困囚")]), ("机关运行", [("关", "夫")]), ("结转和结余", [("余", "佘")]), ("绩效", [("绩", "积迹")]),
        ("一般公共预算", [("般", "搬股"), ("预", "顶")]), ("住房公积金", [("积", "绩")]), ("养老保险", [("险", "验")]),
        ("医疗保险", [("险", "验"), ("疗", "辽")]), ("职业年金", [("职", "积")]), ("持平", [("持", "恃特待")]),
        ("主要原因", [("因", "困囚")]), ("参照公务员", [("员", "圆")]), ("国有资本经营", [("经", "轻径")]),
        ("政府性基金", [("基", "其")]), ("事业单位", [("业", "亚")]), ("购置", [("购", "构")]), ("保有量", [("量", "重")]),
    ]

    private static let confused: [(wrong: String, right: String)] = phrases.flatMap { phrase, replacements in
        replacements.flatMap { right, wrongs in
            wrongs.filter { $0 != right }.map { wrong in
                (String(phrase.map { $0 == right ? wrong : $0 }), phrase)
            }
        }
    }
}
