import Budgeting
import FinalAccounts
import Variance

/// One subject of a budget draft, with everything an officer looks at before deciding.
package struct DraftRow: Hashable, Sendable {
    /// What the money is for; ``Subject/total`` for all of it.
    package let subject: Subject
    /// How deep the row stands in the draft: 0 for the total.
    package let depth: Int
    /// Whether a budget is entered here; otherwise it is the sum of the rows below.
    package let isEntry: Bool
    /// What is known of earlier years and of this year.
    package let observations: [Observation]
    /// The forecast of the year the draft is for.
    package let forecast: ForecastRow?
    /// What does not fit in the latest accounts, the gravest first.
    package let flags: [FlagKind]
    /// What kind of line it is and what shows it; `nil` for sums.
    package let classification: LineClassification?
    /// What its years come to.
    package let story: LineStory?
    /// Which fund pays it and how much of it is basic expenditure; `nil` for sums and where nothing says.
    package let parts: LineParts?
    /// By how much what is expected to be spent on it exceeds what is asked for; `nil` where it does not.
    package internal(set) var apart: Amount?
    /// The budget that is asked for by policy and rules; `nil` where nothing supports one.
    package var suggested: Amount?
    /// What a person added to the suggestion or took from it.
    package var adjustment: Amount?
    /// Where the line stands with those who approve it; `nil` where nobody has said.
    package var approval: Approval?
    /// A remark of that person.
    package var note: String?

    /// Puts a row together.
    init(
        subject: Subject, depth: Int, isEntry: Bool, observations: [Observation], forecast: ForecastRow?,
        flags: [FlagKind], classification: LineClassification?, story: LineStory?, parts: LineParts?,
        suggested: Amount?
    ) {
        self.subject = subject
        self.depth = depth
        self.isEntry = isEntry
        self.observations = observations
        self.forecast = forecast
        self.flags = flags
        self.classification = classification
        self.story = story
        self.parts = parts
        self.suggested = suggested
    }

    /// What is known of a year.
    package func observation(in year: FiscalYear) -> Observation? {
        observations.last { $0.year == year }
    }

    /// The budget that is asked for: the suggestion and the adjustment together; `nil` where there is neither.
    ///
    /// - Throws: ``AmountError/overflow``.
    package func final() throws(AmountError) -> Amount? {
        guard suggested != nil || adjustment != nil else { return nil }
        return try (suggested ?? .zero).adding(adjustment ?? .zero)
    }

    /// The budget that is asked for less the initial budget of a year; a year without one counts as nothing.
    func changeOnBudget(of year: FiscalYear) -> Amount? {
        guard let final = try? final() else { return nil }
        return try? final.subtracting(observation(in: year)?.initialBudget.amount ?? .zero)
    }

    /// The budget that is asked for in percent of what was spent in a year, less a hundred.
    func change(on year: FiscalYear) -> StatedPercentage? {
        guard let base = observation(in: year)?.actual, let final = try? final(),
            let change = try? final.subtracting(base)
        else { return nil }
        return StatedPercentage(of: change, in: base.magnitude)
    }
}
