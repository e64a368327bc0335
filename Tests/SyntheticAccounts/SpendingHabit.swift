import SeededNumbers

/// How a kind of subject behaves from year to year, as log standard deviations and probabilities.
struct SpendingHabit: Sendable {
    /// The drift of the level from one year to the next.
    let drift: Double
    /// The scatter of a year about the level.
    let scatter: Double
    /// How far budgets miss the level.
    let planning: Double
    /// The probability that a year has no spending at all.
    let idle: Double

    /// Pay and contributions: follow the head count.
    static let payroll = SpendingHabit(drift: 0.03, scatter: 0.03, planning: 0.03, idle: 0)
    /// Running costs.
    static let operations = SpendingHabit(drift: 0.06, scatter: 0.08, planning: 0.06, idle: 0)
    /// Programmes that come every year in a different size.
    static let programme = SpendingHabit(drift: 0.12, scatter: 0.2, planning: 0.15, idle: 0.01)
    /// Building, relief, emergencies: large in one year, nothing in the next.
    static let lumpy = SpendingHabit(drift: 0.2, scatter: 0.7, planning: 0.4, idle: 0.2)

    /// A habit drawn as often as it occurs among the subjects of a department.
    static func drawn(from random: inout SeededGenerator) -> SpendingHabit {
        switch random.uniform() {
        case ..<0.35: payroll
        case ..<0.7: operations
        case ..<0.92: programme
        default: lumpy
        }
    }
}
