/// The name of a flag, as it is written in CSV, JSON and the ledger.
package enum FlagKind: String, Hashable, Sendable, Codable, CaseIterable {
    /// More was spent than the initial budget.
    case overrun
    /// Money was spent without an initial budget.
    case unbudgeted
    /// A good part of the initial budget was not spent.
    case unspent
    /// More was spent than in the year before.
    case rose
    /// Less was spent than in the year before.
    case fell
    /// Spending on a subject that had none the year before.
    case appeared
    /// No spending on a subject that had some the year before.
    case ended
    /// The subject's share of the unit's total shifted.
    case shareShift = "share_shift"
    /// An earlier departure from the years before it has stayed.
    case levelShift = "level_shift"
    /// The year lies off the regression line through the earlier years.
    case offTrend = "off_trend"
    /// The year lies outside the interval that was forecast before it.
    case outsideForecast = "outside_forecast"
    /// The subject fared unlike the unit's other subjects.
    case unlikeUnit = "unlike_unit"
    /// The subject fared unlike the same subject in other units.
    case unlikePeers = "unlike_peers"
    /// A figure is a power of ten away from what everything else says.
    case unitSlip = "unit_slip"

    /// The surprise a flag of this kind counts with at least, however ordinary the departure is for the subject.
    ///
    /// A departure from the plan has to be explained in the accounts even where it happens every year, spending
    /// that no plan foresaw above all; a change over the year before hardly does.
    package var leastSurprise: Double {
        switch self {
        case .unbudgeted: 2
        case .overrun, .unspent: 0.5
        case .rose, .fell, .appeared, .ended, .shareShift: 0.1
        case .levelShift, .offTrend, .outsideForecast, .unlikeUnit, .unlikePeers, .unitSlip: 0
        }
    }

    /// The place among flags of equal severity: plain departures before those that confirm them.
    var place: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
