/// What a figure is held against. Flags of one family tell of the same departure and count once.
package enum FlagFamily: String, Hashable, Sendable, Codable, CaseIterable, Comparable {
    /// The figure itself is doubtful: a unit or a decimal point slipped.
    case recording
    /// The year's own plan.
    case budget
    /// Earlier years.
    case history

    private var rank: Int {
        switch self {
        case .recording: 0
        case .budget: 1
        case .history: 2
        }
    }

    /// Orders recording before budget before history.
    package static func < (left: FlagFamily, right: FlagFamily) -> Bool { left.rank < right.rank }
}
