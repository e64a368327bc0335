import FinalAccounts

/// A subject that does not fit in one year: a row of the ranked list.
package struct Anomaly: Hashable, Sendable {
    /// The body that spent.
    package let unit: BudgetUnit
    /// What the money was for.
    package let subject: Subject
    /// The year under review.
    package let year: FiscalYear
    /// What the accounts of that year say; `nil` when they have no line for the subject.
    package let observation: Observation?
    /// What happened to the subject in earlier years, ascending.
    package let earlier: [Observation]
    /// The flags raised, the gravest first.
    package let flags: [AnomalyFlag]
    /// Size and surprise together, see ``Severity``.
    package let severity: Double
    /// Whether any figure used is generated rather than published.
    package let usesSyntheticFigures: Bool

    /// The reasons of the subjects below it, with their names, those furthest from their budgets first.
    private let reasonsBelow: [String]

    /// Puts a row together; flags are put in order and the severity is computed from them.
    package init(series: SpendingSeries, year: FiscalYear, flags: [AnomalyFlag], reasonsBelow: [String] = []) {
        unit = series.unit
        subject = series.subject
        self.year = year
        observation = series.observation(in: year)
        earlier = series.observations.filter { $0.year < year }
        self.flags = flags.sorted {
            $0.severity == $1.severity ? $0.kind.place < $1.kind.place : $0.severity > $1.severity
        }
        severity = Severity.of(flags)
        self.reasonsBelow = reasonsBelow
        usesSyntheticFigures = series.observations.contains { $0.year <= year && $0.origin == .synthetic }
    }

    /// The reason the document gives; where it gives none, those it gives of the largest parts, each behind its name.
    package var reason: String? {
        observation?.reason ?? (reasonsBelow.isEmpty ? nil : reasonsBelow.joined(separator: "；"))
    }

    /// The flag of a kind, when it was raised.
    package func flag(_ kind: FlagKind) -> AnomalyFlag? {
        flags.first { $0.kind == kind }
    }
}
