/// One row of the crosswalk: a code that gave way to another.
public struct SubjectChange: Hashable, Sendable {
    /// What became of the old code.
    public enum Relation: String, Hashable, Sendable, Codable {
        /// Its whole content has a new code.
        case moved
        /// It went into a code that holds more than it alone.
        case merged
        /// Its content is spread over several codes; the figures cannot be told apart.
        case split
    }

    /// The code until the change.
    public let oldCode: String
    /// Its name until the change.
    public let oldName: String
    /// The code from the change on.
    public let newCode: String
    /// Its name.
    public let newName: String
    /// The first year of the new code.
    public let firstYear: Int
    /// What became of the old code.
    public let relation: Relation
    /// Whether the old code has meant something else since, so that only years before the change are joined.
    public let isReused: Bool

    /// Whether the change bears on a figure of `year`.
    ///
    /// A retired code that a document still uses in a later year means what it meant; one with a new meaning
    /// does not.
    func applies(in year: FiscalYear?) -> Bool {
        guard isReused else { return true }
        return year.map { $0.number < firstYear } ?? false
    }
}
