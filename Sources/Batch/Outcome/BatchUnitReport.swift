/// What became of one unit of a batch.
package struct BatchUnitReport: Hashable, Sendable {
    /// How it ended.
    package enum Status: String, Hashable, Sendable, CaseIterable {
        /// Everything the job asks for was made.
        case done
        /// Nothing it is made from has changed since an earlier run, and what was made is still there.
        case skipped
        /// It could not be finished.
        case failed
    }

    /// The unit's name.
    package var name: String
    /// How it ended.
    package var status: Status
    /// What was found.
    package var contents: UnitContents
    /// The files made, relative to the output folder.
    package var files: [String]
    /// Why it failed.
    package var message: String?
}

/// What was found in a unit, as the journal keeps it.
package struct UnitContents: Hashable, Sendable, Codable {
    /// How many findings of each kind there are.
    package var findings: [String: Int] = [:]
    /// How many of them lie above the job's thresholds.
    package var aboveThreshold = 0
    /// What a person should know.
    package var warnings: [String] = []
    /// What a reviewer is shown; `nil` where the unit failed.
    package var overview: UnitOverview?
}
