import FinalAccounts

/// A performance self-evaluation (绩效自评): of the body as a whole or of one project.
public struct Evaluation: Hashable, Sendable, Codable {
    /// What was evaluated.
    public enum Kind: String, Hashable, Sendable, Codable {
        /// 部门整体绩效自评.
        case overall
        /// 项目绩效自评.
        case project
    }

    /// What was evaluated.
    public var kind: Kind
    /// The project's name, or the body's for the whole.
    public var name: String
    /// 全年预算数.
    public var budget: StatedAmount?
    /// 执行数.
    public var executed: StatedAmount?
    /// 执行率, 完成预算的 X%.
    public var rate: StatedPercentage?
    /// 自评得分.
    public var score: DecimalText?
    /// What the mark is made of: the execution of the budget and the yearly goals, in the document's order.
    public var parts: [EvaluationPart]
    /// The indicator tables, in the document's order.
    public var indicators: [Indicator]
    /// The page of the first mention, counted from 1; `nil` where the form has no pages.
    public var page: Int?
    /// The sentence or row of the first mention.
    public var quote: String

    /// Creates an evaluation.
    public init(
        kind: Kind, name: String, budget: StatedAmount? = nil, executed: StatedAmount? = nil,
        rate: StatedPercentage? = nil, score: DecimalText? = nil, parts: [EvaluationPart] = [],
        indicators: [Indicator] = [], page: Int? = nil, quote: String = ""
    ) {
        self.kind = kind
        self.name = name
        self.budget = budget
        self.executed = executed
        self.rate = rate
        self.score = score
        self.parts = parts
        self.indicators = indicators
        self.page = page
        self.quote = quote
    }
}
