/// The name of a flag, as it is written in CSV, JSON and the ledger.
public enum FlagKind: String, Hashable, Sendable, Codable, CaseIterable {
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
    /// A figure is a power of ten away from what everything else says.
    case unitSlip = "unit_slip"

    /// What the flag holds the figure against.
    public var family: FlagFamily {
        switch self {
        case .unitSlip: .recording
        case .overrun, .unbudgeted, .unspent: .budget
        case .rose, .fell, .appeared, .ended, .shareShift: .history
        }
    }

    /// The surprise a flag of this kind counts with at least, however ordinary the departure is for the subject.
    ///
    /// A departure from the plan has to be explained in the accounts even where it happens every year, spending
    /// that no plan foresaw above all; a change over the year before hardly does.
    public var leastSurprise: Double {
        switch self {
        case .unbudgeted: 1.5
        case .overrun, .unspent: 0.5
        case .rose, .fell, .appeared, .ended, .shareShift: 0.1
        case .unitSlip: Severity.slipSurprise
        }
    }
}
