/// The phrases of the official form and of its local wordings.
///
/// At every position the longest phrase counts, so that 一般公共预算财政拨款基本支出 is not read as 基本支出.
enum Lexicon {
    /// The longest phrase that stands at a position.
    static func match(_ text: FoldedText, at position: Int, end: Int) -> (cue: Cue, length: Int)? {
        guard let candidates = byFirst[text.scalars[position]] else { return nil }
        for phrase in candidates where position + phrase.scalars.count <= end {
            if text.hasPrefix(phrase.scalars, at: position) { return (phrase.cue, phrase.scalars.count) }
        }
        return nil
    }

    private struct Phrase: Sendable {
        var scalars: [Unicode.Scalar]
        var cue: Cue
    }

    private static let byFirst: [Unicode.Scalar: [Phrase]] = {
        var result: [Unicode.Scalar: [Phrase]] = [:]
        for (words, cue) in topics.map({ ($0.0, Cue.topic($0.1)) }) + cues {
            for word in words {
                let scalars = Array(word.unicodeScalars)
                guard let first = scalars.first else { continue }
                result[first, default: []].append(Phrase(scalars: scalars, cue: cue))
            }
        }
        return result.mapValues { $0.sorted { $0.scalars.count > $1.scalars.count } }
    }()

    private static let cues: [([String], Cue)] = [
        (["年初预算数", "年初预算", "年初财政拨款预算", "年初部门预算", "当年年初预算"], .aspect(.initialBudget)),
        (
            [
                "全年预算数", "全年预算", "调整预算数", "调整预算", "调整后预算数", "调整后预算", "预算调整数", "调整后全年预算数",
                "调整后的预算", "全年财政拨款预算", "年末预算", "变动后预算",
            ], .aspect(.adjustedBudget)
        ),
        (["预算数", "支出预算", "预算为", "预算安排", "当年预算", "本年预算", "预算资金"], .aspect(.budget)),
        (
            ["支出决算数", "支出决算", "决算数", "决算支出", "决算为", "度决算", "实际支出", "执行数", "执行金额", "支出数为", "支出为"],
            .aspect(.amount)
        ),
        (
            [
                "上年决算数", "上年支出", "上年决算", "上年收入", "上年度决算数", "上年度决算", "上年支出决算数", "上年支出决算",
                "上年度支出决算数", "上年度支出决算", "上年度支出", "上年支出数",
            ], .aspect(.previousAmount)
        ),
        (["共计支出"], .aspect(.amount)),
        (["实际到位资金", "到位资金"], .aspect(.received)),
        (
            [
                "完成年初预算数的", "完成年初预算的", "完成年初预算数", "完成年初预算", "占年初预算的", "占年初预算数的", "占年初预算",
                "为年初预算的", "为年初预算数的", "达到年初预算的", "完成年初财政拨款预算的", "年初预算完成率", "年初预算执行率",
            ], .rate(.initialBudget)
        ),
        (
            [
                "完成全年预算数的", "完成全年预算的", "完成全年预算数", "完成全年预算", "完成调整预算数的", "完成调整预算的",
                "完成调整预算数", "完成调整预算", "完成调整后预算的", "完成调整后预算数的", "占全年预算的", "占调整预算的",
                "为全年预算的", "为调整预算的", "全年预算执行率", "调整预算执行率", "完成预算调整数的",
            ], .rate(.adjustedBudget)
        ),
        (
            [
                "完成预算数的", "完成预算的", "完成预算数", "完成预算", "预算完成率", "预算执行率", "占预算的", "占预算数的", "执行率",
                "为预算的", "完成率",
            ], .rate(.unspecified)
        ),
        (["占", "占比"], .share),
        (["增加", "增长", "上升", "提高", "上涨", "增加(减少)", "增长(下降)", "上升(下降)", "增长(降低)"], .direction(1)),
        (["减少", "下降", "降低", "减少(增加)", "下降(增长)", "降低(增长)", "下降(上升)", "压减", "下降率"], .direction(-1)),
        (
            [
                "比上年", "较上年", "与上年", "同上年", "比上一年", "较上一年", "较上一", "与上一年", "比去年", "较去年", "与去年",
                "同比", "比上期", "较上期",
            ], .againstLastYear
        ),
        (
            [
                "比年初预算数", "比年初预算", "较年初预算数", "较年初预算", "与年初预算数", "与年初预算", "比预算数", "比预算",
                "较预算数", "较预算", "与预算数", "与预算", "同预算数", "比全年预算数", "比全年预算", "较全年预算数", "较全年预算",
                "与全年预算数", "与全年预算", "比调整预算", "较调整预算", "同年初预算数", "同年初预算", "同预算",
            ], .againstBudget
        ),
        (
            [
                "大于年初预算数", "大于年初预算", "大于全年预算数", "大于全年预算", "大于调整预算数", "大于调整预算", "大于预算数",
                "大于预算", "高于年初预算数", "高于年初预算", "高于预算数", "高于预算", "超过年初预算数", "超过年初预算", "超过预算数",
                "超过预算", "超出年初预算数", "超出年初预算", "超出预算", "高于全年预算数", "高于全年预算", "超过全年预算",
                "大于(小于)预算数",
            ], .comparison(.above)
        ),
        (
            [
                "小于年初预算数", "小于年初预算", "小于全年预算数", "小于全年预算", "小于调整预算数", "小于调整预算", "小于预算数",
                "小于预算", "低于年初预算数", "低于年初预算", "低于预算数", "低于预算", "少于年初预算数", "少于年初预算", "少于预算数",
                "少于预算", "低于全年预算数", "低于全年预算", "小于(大于)预算数",
            ], .comparison(.below)
        ),
        (["基本持平", "基本一致", "大致持平"], .comparison(.aboutEqual)),
        (["持平", "相一致", "一致", "等于年初预算数", "等于预算数", "等于年初预算", "等于预算"], .comparison(.equal)),
        (
            [
                "主要原因是", "主要原因为", "主要原因:", "主要原因系", "主要原因在于", "主要原因", "原因是", "原因为", "原因:",
                "主要是由于", "主要是因为", "主要是因", "主要由于", "主要因为", "主要系", "主要因", "主要是", "是由于", "是因为",
            ], .reason
        ),
        (["主要用于", "主要是用于", "用于", "主要包括", "包括"], .purpose),
        (["其中"], .including),
        (["发现的问题及原因", "主要产出", "占用", "占有", "占道", "占地", "提高到", "比例", "比重", "比较", "相比", "与会"], .nothing),
        (["比", "较", "与"], .against),
        (["截至", "截止"], .asOf),
        (["收入"], .bare(.yearIncome)),
        (["支出"], .bare(.yearExpenditure)),
        (
            [
                "资产总额", "资产总计", "资产合计", "负债总额", "负债合计", "净资产", "流动资产", "固定资产", "无形资产", "在建工程",
                "账面原值", "账面净值", "人均接待费", "车均购置费", "车均运行维护费", "车均维护费", "公务用车加油", "公务用车维修",
                "公务用车保险", "公务用车其他支出", "轿车", "越野车", "小型载客汽车", "大中型载客汽车", "其他车型",
            ], .elsewhere
        ),
    ]

    private static let topics = TopicPhrases.all
}
