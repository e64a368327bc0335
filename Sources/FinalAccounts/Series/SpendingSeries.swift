/// One subject of one unit over the years.
///
/// Observations are in ascending order of year with no year twice; a year without a line is absent.
///
/// ```swift
/// let series = SpendingSeries(
///     unit: unit, subject: subject,
///     observations: [.init(year: FiscalYear(2022), actual: first), .init(year: FiscalYear(2023), actual: second)])
/// series.actual(in: FiscalYear(2023))
/// ```
public struct SpendingSeries: Hashable, Sendable {
    /// What a series holds, shared by its copies: an analysis hands hundreds of thousands of series from step to step.
    private final class Contents: Sendable {
        let unit: BudgetUnit
        let subject: Subject
        let observations: [Observation]
        let notes: [SeriesNote]

        init(unit: BudgetUnit, subject: Subject, observations: [Observation], notes: [SeriesNote]) {
            self.unit = unit
            self.subject = subject
            self.observations = observations
            self.notes = notes
        }
    }

    private let contents: Contents

    /// The body that spent.
    public var unit: BudgetUnit { contents.unit }
    /// What the money was for; ``Subject/total`` for all of it.
    public var subject: Subject { contents.subject }
    /// The years, ascending.
    public var observations: [Observation] { contents.observations }
    /// How the series was put together, where it was not simply read: one sentence each.
    public var notes: [SeriesNote] { contents.notes }

    /// Creates a series; observations are put in order of year, and of two for one year the later given stays.
    public init(
        unit: BudgetUnit, subject: Subject, observations: [Observation], notes: [SeriesNote] = []
    ) {
        let ascends = zip(observations, observations.dropFirst()).allSatisfy { $0.year < $1.year }
        var ordered = observations
        if !ascends {
            let byYear = Dictionary(observations.map { ($0.year, $0) }) { _, later in later }
            ordered = byYear.values.sorted { $0.year < $1.year }
        }
        contents = Contents(unit: unit, subject: subject, observations: ordered, notes: notes)
    }

    /// Whether two series say the same.
    public static func == (left: SpendingSeries, right: SpendingSeries) -> Bool {
        left.contents === right.contents
            || (left.unit == right.unit && left.subject == right.subject && left.observations == right.observations
                && left.notes == right.notes)
    }

    /// Feeds what the series says into a hasher.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(unit)
        hasher.combine(subject)
        hasher.combine(observations)
        hasher.combine(notes)
    }

    /// What is known of a year; `nil` when nothing is.
    public func observation(in year: FiscalYear) -> Observation? {
        observations.last { $0.year == year }
    }

    /// The actual of a year; `nil` when none is stated.
    public func actual(in year: FiscalYear) -> Amount? {
        observation(in: year)?.actual
    }

    /// The series without the years from `year` on.
    public func before(_ year: FiscalYear) -> SpendingSeries {
        SpendingSeries(
            unit: unit, subject: subject, observations: observations.filter { $0.year < year }, notes: notes)
    }

    /// Whether any year is synthetic.
    public var usesSyntheticFigures: Bool {
        observations.contains { $0.origin == .synthetic }
    }
}
