import OfficialForm

/// What a phrase tells the reader of a sentence about the numbers that follow it.
enum Cue: Hashable, Sendable {
    /// The sentence speaks of this from here on.
    case topic(Topic)
    /// The next amount is this side of the topic.
    case aspect(Aspect)
    /// The next percentage says how much of a budget was spent.
    case rate(BudgetBasis)
    /// The next percentage is a share; what stands between is only the whole it is a share in.
    case share
    /// 增加 (1) or 减少 (-1): the next amount or percentage is a change.
    case direction(Int)
    /// The sentence speaks of something that is no measure of the form, until it names a topic again.
    case elsewhere
    /// 收入 or 支出 alone, which is a total only where an amount follows at once.
    case bare(Topic)
    /// 比, 较, 与 alone: a budget named next is what a change is held against.
    case against
    /// 截至 with a day: what follows is the state of that day.
    case asOf
    /// The change that follows is held against last year.
    case againstLastYear
    /// The change that follows is held against the budget.
    case againstBudget
    /// The document's own word for actual against budget.
    case comparison(BudgetComparison)
    /// 主要原因是.
    case reason
    /// 主要用于.
    case purpose
    /// 其中.
    case including
    /// A phrase that would otherwise be taken for another.
    case nothing
}
