import Forecasting
import Platform

/// What people call a part of a forecast: a rule, a feature of the panel's regressions, an adjustment.
///
/// ```swift
/// ForecastPartTitle.title(of: "mean3").text(in: .en)      // "mean of three years"
/// ```
enum ForecastPartTitle {
    /// The title of a name as ``ForecastPart/name`` has it; a name without one stands as it is.
    static func title(of name: String) -> Bilingual {
        if let known = own[name] ?? features[name] ?? ModelName(rawValue: name)?.title { return known }
        if let feature = suffix(of: name, behind: "budget-"), let known = budgetFeatures[feature] { return known }
        if let feature = suffix(of: name, behind: "growth-"), let known = features[feature] ?? growthFeatures[feature] {
            return Bilingual("\(known.zhHans)（增长率）", "\(known.en) (as growth)")
        }
        return Bilingual(verbatim: name)
    }

    private static func suffix(of name: String, behind prefix: String) -> String? {
        name.hasPrefix(prefix) ? String(name.dropFirst(prefix.count)) : nil
    }

    /// Parts that are no features.
    private static let own: [String: Bilingual] = [
        "common-growth": Bilingual("共同增长", "common growth"),
        "slope-kept": Bilingual("保留的斜率", "slope kept"),
        "raised-to-zero": Bilingual("负数按零", "raised to zero"),
        "steady": Bilingual("历年不变", "steady"),
        "budget-by-past-errors": Bilingual("按历年误差计入的预算", "budget by past errors"),
        "situation-of-the-budget": Bilingual("预算状况", "situation of the budget"),
        "past-errors": Bilingual("按历年误差修正", "correction by past errors"),
        "levels": Bilingual("各级合计一致", "making levels add up"),
        "assumptions": Bilingual("填报的增长或金额", "stated growth or amounts"),
    ]

    /// What a draft knows of the past of a subject.
    private static let features: [String: Bilingual] = [
        "change1": Bilingual("最近一年的变动", "last change"),
        "change2": Bilingual("前一年的变动", "change before the last"),
        "change3": Bilingual("再前一年的变动", "third last change"),
        "mean2": Bilingual("近两年均值", "mean of two years"),
        "mean3": Bilingual("近三年均值", "mean of three years"),
        "meanAll": Bilingual("历年均值", "mean of all years"),
        "median5": Bilingual("近五年中位数", "median of five years"),
        "drift": Bilingual("年均变动", "mean yearly change"),
        "drift3": Bilingual("近三年年均变动", "mean change of three years"),
        "slope": Bilingual("趋势斜率", "slope"),
        "smoothed": Bilingual("平滑水平", "smoothed level"),
        "budgetGap": Bilingual("上年预算与决算之差", "last budget less actual"),
        "adjustedGap": Bilingual("上年调整预算与决算之差", "last adjusted budget less actual"),
        "budgetChange": Bilingual("预算的变动", "change of budget"),
        "adjustedChange": Bilingual("调整预算的变动", "change of adjusted budget"),
        "adjustment": Bilingual("年中调整", "adjustment in the year"),
        "budgetGap2": Bilingual("前年预算与决算之差", "budget less actual a year before"),
        "levelOneYear": Bilingual("仅有一年数据", "one year known"),
        "levelTwoYears": Bilingual("不足三年数据", "two years known"),
        "levelFourYears": Bilingual("不足五年数据", "four years known"),
        "levelSize": Bilingual("规模", "size"),
        "levelUnbudgeted": Bilingual("未列预算", "no budget"),
        "levelRoughness": Bilingual("波动程度", "roughness"),
        "reliableSlope": Bilingual("按可靠性计的斜率", "slope by reliability"),
        "reliableChange": Bilingual("按可靠性计的变动", "change by reliability"),
        "shrunkSlope": Bilingual("收缩的斜率", "shrunk slope"),
        "recentSlope": Bilingual("近年斜率", "recent slope"),
        "medianChange": Bilingual("变动中位数", "median change"),
        "slopeByLength": Bilingual("按年数计的斜率", "slope by length of history"),
        "slopeByRoughness": Bilingual("按波动计的斜率", "slope by roughness"),
        "changeByRoughness": Bilingual("按波动计的变动", "change by roughness"),
    ]

    /// What the growth regression knows beside them.
    private static let growthFeatures: [String: Bilingual] = [
        "change4": Bilingual("四年前的变动", "fourth last change"),
        "change5": Bilingual("五年前的变动", "fifth last change"),
        "mean5": Bilingual("近五年均值", "mean of five years"),
        "smoothedSlowly": Bilingual("慢速平滑水平", "slowly smoothed level"),
        "smoothedQuickly": Bilingual("快速平滑水平", "quickly smoothed level"),
        "constant": Bilingual("共同水平", "common level"),
    ]

    /// What an outlook knows of the approved budget.
    private static let budgetFeatures: [String: Bilingual] = [
        "gap": Bilingual("预算与上年决算之差", "budget less last actual"),
        "correctedGap": Bilingual("预算之差（修正偏差）", "budget's gap, bias corrected"),
        "reliableGap": Bilingual("预算之差（按可靠性）", "budget's gap by reliability"),
        "weightedGap": Bilingual("预算之差（加权）", "budget's gap, weighed"),
        "weightedCorrectedGap": Bilingual("预算之差（修正并加权）", "budget's gap, corrected and weighed"),
        "longGap": Bilingual("预算之差（按八年误差）", "budget's gap by eight years' errors"),
        "shortGap": Bilingual("预算之差（按两年误差）", "budget's gap by two years' errors"),
        "biasedGap": Bilingual("预算之差（按修正后误差）", "budget's gap by corrected errors"),
        "fittedGap": Bilingual("预算之差（按历年执行）", "budget's gap by past execution"),
        "fittedCorrectedGap": Bilingual("预算之差（按历年执行并修正）", "budget's gap by past execution, corrected"),
        "bias": Bilingual("预算的惯常偏差", "habitual bias of the budget"),
        "rise": Bilingual("预算的增加", "rise of the budget"),
        "weightedRise": Bilingual("预算的增加（加权）", "rise of the budget, weighed"),
        "smallGap": Bilingual("预算的小幅差额", "small gap of the budget"),
        "weightedSmallGap": Bilingual("预算的小幅差额（加权）", "small gap, weighed"),
        "weightedTinyGap": Bilingual("预算的微小差额（加权）", "tiny gap, weighed"),
        "budgetGrowth": Bilingual("预算比上年预算", "budget against last budget"),
        "lastExecution": Bilingual("上年执行", "last year's execution"),
        "growthOverAdjusted": Bilingual("预算比上年调整预算", "budget against last adjusted budget"),
        "weightedBudgetGrowth": Bilingual("预算比上年预算（加权）", "budget against last budget, weighed"),
        "gapOneYear": Bilingual("预算之差（仅一年数据）", "budget's gap, one year known"),
        "gapTwoYears": Bilingual("预算之差（不足三年）", "budget's gap, two years known"),
        "gapFourYears": Bilingual("预算之差（不足五年）", "budget's gap, four years known"),
        "gapSize": Bilingual("预算之差（按规模）", "budget's gap by size"),
        "gapRoughness": Bilingual("预算之差（按波动）", "budget's gap by roughness"),
        "gapUnbudgeted": Bilingual("预算之差（上年未列预算）", "budget's gap without a last budget"),
        "weightedSlope": Bilingual("斜率（加权）", "slope, weighed"),
        "draft": Bilingual("不看预算的预测", "forecast without the budget"),
        "weightedDraft": Bilingual("不看预算的预测（加权）", "forecast without the budget, weighed"),
        "agreement": Bilingual("预算与预测的共识", "what budget and forecast agree on"),
    ]
}
