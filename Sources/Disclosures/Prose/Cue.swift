import FinalAccounts
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
    /// 比, 较, 与: the year and the side named next are what a change is held against.
    case against
    /// A fund alone: its income or its expenditure, as the words before it say.
    case fund(Fund)
    /// 财政拨款 alone: its income or its expenditure.
    case appropriation
    /// 收入预算, 支出预算: a total of a plan with its side, or the side alone behind another noun.
    case plannedTotal(Topic)
    /// 相比: the words of a comparison end.
    case compared
    /// 同比: a comparison with last year, whole.
    case sameAsLastYear
    /// 同口径, 剔除…因素: a change that is held against a figure counted anew.
    case likeForLike
    /// 增, 减 where a number follows at once.
    case shortDirection(Int)
    /// 差值: a difference from the budget without direction.
    case difference
    /// 节约, 超支 where a number follows at once: a change on the budget, unless something else is compared with.
    case economy(Int)
    /// 预决算差异率: a rate of difference from the budget that has its own sign.
    case differenceRate
    /// 决算 where an amount follows at once: its side.
    case shortAspect(Aspect)
    /// 上年, 本年: the year that is spoken of.
    case year(Speaker.Period)
    /// 涉及: what projects are spoken of for.
    case involving
    /// 截至 with a day: what follows is the state of that day.
    case asOf
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
