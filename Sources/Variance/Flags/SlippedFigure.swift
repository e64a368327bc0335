/// Which of a subject's figures is a power of ten away from the others.
package enum SlippedFigure: String, Hashable, Sendable, Codable {
    /// The year's actual.
    case actual
    /// The year's initial budget.
    case initialBudget = "initial_budget"
    /// The actual of the year before.
    case previousActual = "previous_actual"
    /// The actual or the initial budget; with nothing else to hold them against it cannot be told which.
    case actualOrBudget = "actual_or_budget"
    /// The year's actual or that of the year before; nothing tells which.
    case actualOrPrevious = "actual_or_previous"

    /// Whether the other figures single this one out.
    package var isCertain: Bool {
        switch self {
        case .actual, .initialBudget, .previousActual: true
        case .actualOrBudget, .actualOrPrevious: false
        }
    }
}
