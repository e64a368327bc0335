import FinalAccounts

/// One row of an indicator table (绩效指标) of a self-evaluation.
public struct Indicator: Hashable, Sendable, Codable {
    /// 一级指标: 产出指标, 效益指标, 满意度指标, 成本指标.
    public var firstLevel: String?
    /// 二级指标: 数量指标, 质量指标, …
    public var secondLevel: String?
    /// 三级指标 or 指标名称.
    public var name: String
    /// The highest mark the indicator can get (权重, 分值).
    public var weight: DecimalText?
    /// 年度指标值.
    public var target: IndicatorTarget
    /// 实际完成值.
    public var actual: IndicatorTarget
    /// 得分.
    public var score: DecimalText?
    /// Why the target was missed, where the document says so.
    public var reason: String?
    /// The page, counted from 1; `nil` where the form has no pages.
    public var page: Int?

    /// Creates an indicator.
    public init(
        firstLevel: String? = nil, secondLevel: String? = nil, name: String, weight: DecimalText? = nil,
        target: IndicatorTarget, actual: IndicatorTarget, score: DecimalText? = nil, reason: String? = nil,
        page: Int? = nil
    ) {
        self.firstLevel = firstLevel
        self.secondLevel = secondLevel
        self.name = name
        self.weight = weight
        self.target = target
        self.actual = actual
        self.score = score
        self.reason = reason
        self.page = page
    }

    /// Whether the indicator lost marks.
    ///
    /// `nil` when weight or score is not stated.
    public var isUnmet: Bool? {
        guard let weight, let score else { return nil }
        let decimals = max(weight.decimals, score.decimals)
        guard let full = weight.digits(withDecimals: decimals), let reached = score.digits(withDecimals: decimals)
        else { return nil }
        return reached < full
    }
}
