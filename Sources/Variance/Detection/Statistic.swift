/// A question put to every subject.
enum Statistic: Hashable, CaseIterable {
    /// Does the actual depart from the initial budget, given how the subject, its unit and its kind execute?
    case execution
    /// Does the actual depart from the years before?
    case change
    /// Did the last year, or the last two, already leave the level of the years before, and has it stayed?
    case level
    /// Is the year off the regression line through the earlier years?
    case trend
    /// Is the year outside the interval that was forecast?
    case forecast
    /// Is execution unlike that of the unit's other subjects?
    case executionInUnit
    /// Is the change unlike that of the unit's other subjects?
    case changeInUnit
    /// Is execution unlike that of the same subject in other units?
    case executionAmongPeers
    /// Is the change unlike that of the same subject in other units?
    case changeAmongPeers
}
