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
    /// The body that spent.
    public let unit: BudgetUnit
    /// What the money was for; ``Subject/total`` for all of it.
    public let subject: Subject
    /// The years, ascending.
    public let observations: [Observation]
    /// How the series was put together, where it was not simply read: one sentence each.
    public let notes: [SeriesNote]

    /// Creates a series; observations are put in order of year, and of two for one year the later given stays.
    public init(
        unit: BudgetUnit, subject: Subject, observations: [Observation], notes: [SeriesNote] = []
    ) {
        self.unit = unit
        self.subject = subject
        self.notes = notes
        let ascends = zip(observations, observations.dropFirst()).allSatisfy { $0.year < $1.year }
        if ascends {
            self.observations = observations
        } else {
            let byYear = Dictionary(observations.map { ($0.year, $0) }) { _, later in later }
            self.observations = byYear.values.sorted { $0.year < $1.year }
        }
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
