/// What is done about years without an actual inside a history.
public enum GapPolicy: String, Hashable, Sendable, Codable, CaseIterable {
    /// Only the years after the last missing one are used.
    case lastRun = "last-run"
    /// Missing years between two known ones are filled in along a straight line.
    case bridge
}

/// What is done about a subject without an actual in the year before the target.
public enum EndedPolicy: String, Hashable, Sendable, Codable, CaseIterable {
    /// It has ended, and is forecast as zero, if its unit reported that year without it and it has not come back from a
    /// gap before. On twelve years of a national budget 7% of such subjects came back.
    case endedWhereUnitReported = "ended"
    /// It is forecast from its last actual.
    case carryOn = "carry-on"
}

/// What is done about a year that stands far outside the others.
public enum OneOffPolicy: String, Hashable, Sendable, Codable, CaseIterable {
    /// It is left out, and the forecast with it is told beside.
    case leaveOut = "leave-out"
    /// It counts like any other.
    case keep
}
