/// What became of one unit of a batch.
public struct BatchUnitReport: Hashable, Sendable {
    /// How it ended.
    public enum Status: String, Hashable, Sendable, CaseIterable {
        /// Everything the job asks for was made.
        case done
        /// Nothing it is made from has changed since an earlier run, and what was made is still there.
        case skipped
        /// It could not be finished.
        case failed
    }

    /// The unit's name.
    public var name: String
    /// How it ended.
    public var status: Status
    /// What was found.
    public var contents: UnitContents
    /// The files made, relative to the output folder.
    public var files: [String]
    /// Why it failed.
    public var message: String?
}

/// What was found in a unit, as the journal keeps it.
public struct UnitContents: Hashable, Sendable, Codable {
    /// How many findings of each kind there are.
    public var findings: [String: Int] = [:]
    /// How many of them lie above the job's thresholds.
    public var aboveThreshold = 0
    /// What a person should know.
    public var warnings: [String] = []
}
