import OfficialForm

/// The phrases of the official form and of its local wordings, and the words between them.
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
        for (words, cue) in cues {
            for word in words {
                let scalars = Array(word.unicodeScalars)
                guard let first = scalars.first else { continue }
                result[first, default: []].append(Phrase(scalars: scalars, cue: cue))
            }
        }
        return result.mapValues { $0.sorted { $0.scalars.count > $1.scalars.count } }
    }()

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
        default: .aspect(aspect)
        }
    }

    /// Words of the language, in which documents say how figures hang together.
    private static let grammar: [([String], Cue)] = [
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
    ]
}
