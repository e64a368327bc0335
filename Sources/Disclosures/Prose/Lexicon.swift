import OfficialForm

/// The phrases of the official form and of its local wordings, and the words between them.
///
/// At every position the longest phrase counts, so that 一般公共预算财政拨款基本支出 is not read as 基本支出.
enum Lexicon {
    /// The longest phrase that stands at a position.
    static func match(_ text: FoldedText, at position: Int, end: Int) -> (cue: Cue, length: Int)? {
        table.longest(in: text, at: position, end: end).map { (cue: $0.value, length: $0.length) }
    }

    private static let table = WordTable(
        cues.lazy.flatMap { words, cue in words.lazy.map { (word: $0, value: cue) } })

    private static let cues: [([String], Cue)] =
        FormMeasure.all.map { ($0.phrases, .topic($0.topic)) } + FormAspect.all.map { ($0.phrases, cue($0.aspect)) }
        + FormWordings.comparisons.map { ($0.phrases, .comparison($0.comparison)) }
        + [(FormWordings.elsewhere, .elsewhere)] + grammar

    private static func cue(_ aspect: Aspect) -> Cue {
        switch aspect {
        case .rateOnInitialBudget: .rate(.initialBudget)
        case .rateOnAdjustedBudget: .rate(.adjustedBudget)
        case .rateOnBudget: .rate(.unspecified)
        case .share: .share
        case .changeRateOnBudget: .differenceRate
        default: .aspect(aspect)
        }
    }

    /// Words of the language, in which documents say how figures hang together.
    private static let grammar: [([String], Cue)] = [
        (
            [
                "收入预算", "预算收入", "收入预算数", "收入预算总额", "收入预算合计", "预算总收入", "预算收入合计", "本年收入预算", "部门预算收入", "部门收入预算", "单位预算收入",
                "单位收入预算",
            ], .plannedTotal(.yearIncome)
        ),
        (
            [
                "支出预算", "预算支出", "支出预算数", "支出预算总额", "支出预算合计", "预算总支出", "预算支出合计", "本年支出预算", "部门预算支出", "部门支出预算", "单位预算支出",
                "单位支出预算",
            ], .plannedTotal(.yearExpenditure)
        ),
        (["增加", "增长", "上升", "提高", "上涨", "增加(减少)", "增长(下降)", "上升(下降)", "增长(降低)", "增长了", "增加了", "上升了"], .direction(1)),
        (["减少", "下降", "降低", "减少(增加)", "下降(增长)", "降低(增长)", "下降(上升)", "压减", "减少了", "下降了", "降低了", "压缩"], .direction(-1)),
        (
            [
                "主要原因是", "主要原因为", "主要原因:", "主要原因系", "主要原因在于", "主要原因", "原因是", "原因为", "原因:",
                "主要是由于", "主要是因为", "主要是因", "主要由于", "主要因为", "主要系", "主要因", "主要是", "是由于", "是因为",
            ], .reason
        ),
        (["主要用于", "主要是用于", "用于", "主要包括", "包括"], .purpose),
        (["其中"], .including),
        (
            [
                "财政预算拨款", "财政预算", "预算拨款", "预算内", "预算外", "预算法", "预算信息", "预算公开", "预算制度",
                "预算编制", "预算收支", "预决算", "预算资金安排", "预算内容", "发现的问题及原因", "涉及预算金额", "涉及预算资金", "主要产出", "占用", "占有", "占道", "占地",
                "提高到", "降至", "降到", "降为", "升至", "升到", "升为", "比例", "比重", "参与", "与会", "同时", "同步", "同意", "合同", "不同", "共同",
                "协同", "会同", "给与", "比赛", "较大", "较多",
                "较好", "较少", "较小", "较高", "较低", "与其他", "经比较", "团组织", "运行监控", "部门预算", "预算单位", "预算绩效", "预算管理", "预算调整",
                "预算执行",
            ], .nothing
        ),
        (["比", "较", "与", "同", "对比", "相对于", "相较于", "不高于", "不超过"], .against),
        (["相比", "相比较", "相比较而言", "比较"], .compared),
        (["同比"], .sameAsLastYear),
        (
            [
                "一般公共预算", "一般公共预算财政拨款", "一般公共预算拨款", "一般公共预算当年财政拨款", "一般公共预算当年拨款", "一般公共预算资金", "公共财政预算拨款", "公共财政拨款",
                "公共财政预算", "公共预算财政拨款", "公共预算拨款",
            ], .fund(.generalPublicBudget)
        ),
        (["财政拨款", "财政拨款资金"], .appropriation),
        (
            ["政府性基金预算", "政府性基金", "政府性基金预算财政拨款", "政府性基金预算拨款", "政府性基金财政拨款", "政府性基金拨款", "基金预算拨款"],
            .fund(.governmentFund)
        ),
        (
            ["国有资本经营预算", "国有资本经营预算财政拨款", "国有资本经营预算拨款", "国有资本经营拨款", "国有资本经营财政拨款"],
            .fund(.stateCapital)
        ),
        (["同口径", "可比口径", "剔除"], .likeForLike),
        (["差值", "差额"], .difference),
        (
            [
                "增", "升", "净增", "增幅", "增长率", "增加率", "增收", "增支", "增幅为", "多支出", "净增加", "多", "多花", "多花了", "多开支", "多用",
                "增多",
                "新增", "追加",
            ],
            .shortDirection(1)
        ),
        (
            [
                "减", "降", "净减", "减幅", "降幅", "下降率", "减少率", "减收", "减支", "少支出", "净减少", "降低率", "少", "少花", "少花了", "少开支",
                "少用",
                "节减", "削减", "核减",
            ],
            .shortDirection(-1)
        ),
        (["上年", "上年度", "去年", "上一年", "上一年度", "上期", "上年同期", "去年同期"], .year(.previous)),
        (["本年", "本年度", "当年", "今年"], .year(.own)),
        (["决算", "执行", "实际采购", "实际执行", "实际完成", "实际使用"], .shortAspect(.amount)),
        (["计划", "计划数", "计划金额"], .shortAspect(.budget)),
        (["节约", "节约资金", "节约财政资金", "节支", "短收"], .economy(-1)),
        (["超支", "超支出", "超收"], .economy(1)),
        (["截至", "截止"], .asOf),
        (["涉及", "涉及金额", "涉及资金"], .involving),
        (["覆盖率", "覆盖率达", "覆盖面"], .share),
        (["收入"], .bare(.yearIncome)),
        (["支出"], .bare(.yearExpenditure)),
    ]
}
