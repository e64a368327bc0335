/// What a projection says of a line's budget.
package enum ProgressFlag: String, Hashable, Sendable, CaseIterable {
    /// More than the budget has been spent.
    case over
    /// More will be spent even at the lower end of the range.
    case willOverrun = "will_overrun"
    /// More will be spent by the projection itself.
    case mayOverrun = "may_overrun"
    /// A tenth or more will be left even at the upper end of the range.
    case willLieIdle = "will_lie_idle"
    /// A tenth or more will be left by the projection itself.
    case mayLieIdle = "may_lie_idle"
    /// Spent on, without any budget.
    case unbudgeted

    /// A tenth of the budget that is left is no rounding.
    private static let idleShare = 0.1
    /// More than the budget by less than this is none.
    private static let tolerance = 0.005

    /// What a projection says; `nil` for a line on its way.
    ///
    /// - Parameter budget: the adjusted budget, else the initial one; `nil` where none is known.
    package init?(_ projection: YearProjector.Projection, executed: Double, budget: Double?) {
        guard let budget else { return nil }
        guard budget > 0 else {
            guard executed > 0 else { return nil }
            self = .unbudgeted
            return
        }
        let (ceiling, floor) = (budget * (1 + Self.tolerance), budget * (1 - Self.idleShare))
        if executed > ceiling {
            self = .over
        } else if projection.range.lowerBound > ceiling {
            self = .willOverrun
        } else if projection.value > ceiling {
            self = .mayOverrun
        } else if projection.range.upperBound < floor {
            self = .willLieIdle
        } else if projection.value < floor {
            self = .mayLieIdle
        } else {
            return nil
        }
    }

    /// Whether the line needs more than it has.
    package var asksForMore: Bool {
        switch self {
        case .over, .willOverrun, .mayOverrun, .unbudgeted: true
        case .willLieIdle, .mayLieIdle: false
        }
    }
}
