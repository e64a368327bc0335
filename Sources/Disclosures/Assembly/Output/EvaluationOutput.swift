import FinalAccounts
import OfficialForm

/// One self-evaluation of the output of `read`.
public struct EvaluationOutput: Encodable, Sendable {
    /// Whether it is of the whole body or of one project.
    public var kind: Evaluation.Kind
    /// The project or the body.
    public var name: String
    /// 全年预算数 in yuan.
    public var budget: String?
    /// 执行数 in yuan.
    public var executed: String?
    /// 执行率 in percent, without the sign.
    public var rate: String?
    /// 自评得分.
    public var score: String?
    /// The indicators.
    public var indicators: [IndicatorOutput]
    /// The page.
    public var page: Int?
    /// The sentence or row.
    public var quote: String

    /// Creates the output for one evaluation.
    public init(_ evaluation: Evaluation) {
        kind = evaluation.kind
        name = evaluation.name
        budget = evaluation.budget?.amount.formatted(unit: .yuan)
        executed = evaluation.executed?.amount.formatted(unit: .yuan)
        rate = evaluation.rate.map { String($0.text.dropLast()) }
        score = evaluation.score?.text
        indicators = evaluation.indicators.map(IndicatorOutput.init)
        page = evaluation.page
        quote = evaluation.quote
    }
}

/// One indicator of the output of `read`.
public struct IndicatorOutput: Encodable, Sendable {
    /// 一级指标.
    public var firstLevel: String?
    /// 二级指标.
    public var secondLevel: String?
    /// 三级指标.
    public var name: String
    /// 分值.
    public var weight: String?
    /// 年度指标值.
    public var target: TargetOutput
    /// 实际完成值.
    public var actual: TargetOutput
    /// 得分.
    public var score: String?
    /// Why the target was missed.
    public var reason: String?
    /// The page.
    public var page: Int?

    /// Creates the output for one indicator.
    public init(_ indicator: Indicator) {
        firstLevel = indicator.firstLevel
        secondLevel = indicator.secondLevel
        name = indicator.name
        weight = indicator.weight?.text
        target = TargetOutput(indicator.target)
        actual = TargetOutput(indicator.actual)
        score = indicator.score?.text
        reason = indicator.reason
        page = indicator.page
    }
}

/// A target or result of the output of `read`.
public struct TargetOutput: Encodable, Sendable {
    /// The words as printed.
    public var text: String
    /// `=`, `>=`, `<=`, `>` or `<`; absent for words.
    public var comparison: IndicatorTarget.Comparison?
    /// The number.
    public var number: String?
    /// What it counts.
    public var unit: String?

    /// Creates the output for one target.
    public init(_ target: IndicatorTarget) {
        text = target.text
        comparison = target.comparison
        number = target.number?.text
        unit = target.unit
    }
}
