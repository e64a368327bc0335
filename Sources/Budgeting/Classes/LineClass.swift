/// What kind of line a subject is to whoever asks for its budget.
package enum LineClass: String, Hashable, Sendable, CaseIterable {
    /// It is in the initial budget.
    case budgeted
    /// It is in the initial budget, and money is added to it during the year.
    case toppedUp = "topped_up"
    /// It follows from staff and their pay: wages, contributions, housing funds.
    case personnel
    /// It is bound by the rule for the “三公” costs: it may fall, not rise.
    case threePublic = "three_public"
    /// It began last year, with a budget.
    case new
    /// Nothing is known of its initial budgets.
    case unstated
    /// It is spent without an initial budget: money that is added during the year.
    case addedInYear = "added_in_year"
    /// It comes from a level of government above during the year.
    case transfer
    /// It was for one occasion or an emergency.
    case oneOff = "one_off"
    /// Nothing is spent on it any more.
    case ended
}

/// A line's class and what shows it.
package struct LineClassification: Hashable, Sendable {
    /// The class.
    package let lineClass: LineClass
    /// What shows it, the weightiest first.
    package let evidence: [ClassEvidence]

    package init(_ lineClass: LineClass, _ evidence: [ClassEvidence]) {
        self.lineClass = lineClass
        self.evidence = evidence
    }
}

/// Something that shows what class a line is of.
package enum ClassEvidence: Hashable, Sendable {
    /// An initial budget in so many of the years that say.
    case budgeted(years: Int, of: Int)
    /// More than a tenth above its initial budget was spent, these many years running up to the last.
    case exceeded(years: Int)
    /// Spent on, and in no initial budget, in so many years.
    case neverBudgeted(years: Int)
    /// Spent on in each of so many years, never twice as much as in another: it could be budgeted.
    case recurring(years: Int)
    /// In initial budgets before, and in none of the last years.
    case leftOutOfBudget(years: Int)
    /// The document's own reason for a year has the word.
    case reason(String, year: Int)
    /// The subject's name has the word.
    case name(String)
    /// The year stands far outside the others.
    case farOutside(year: Int)
    /// The first year it was spent on.
    case firstYear(Int)
    /// The last year it was spent on.
    case lastYear(Int)
    /// No year says what its initial budget was.
    case noBudgetStated
}
