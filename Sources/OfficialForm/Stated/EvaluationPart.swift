import FinalAccounts

/// A part of an evaluation's mark: the execution of the budget, or a yearly goal, with what it can and did score.
public struct EvaluationPart: Hashable, Sendable, Codable {
    /// What is marked, as printed: 预算执行情况, 年度目标1, 产出指标.
    public var name: String
    /// The points that it can score (分值).
    public var weight: DecimalText?
    /// The points that it scored; `nil` where the document states them for its indicators alone.
    public var score: DecimalText?
    /// What the goal is, in the document's words.
    public var words: String?

    /// Creates a part.
    public init(name: String, weight: DecimalText? = nil, score: DecimalText? = nil, words: String? = nil) {
        self.name = name
        self.weight = weight
        self.score = score
        self.words = words
    }
}
