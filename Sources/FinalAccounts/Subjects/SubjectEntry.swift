/// One row of a classification: a code under one name, with the years in which it carries that name.
///
/// A code that was renamed has a row for each name; their years do not overlap.
public struct SubjectEntry: Hashable, Sendable {
    /// The code, digits only.
    public let code: String
    /// The official name.
    public let name: String
    /// The level the code stands at.
    public let level: SubjectLevel
    /// The first year of the code under this name; `nil` where it has had it as far back as the table knows.
    public let firstYear: Int?
    /// The last year of the code under this name; `nil` while it is in force.
    public let lastYear: Int?

    /// Creates an entry.
    public init(code: String, name: String, level: SubjectLevel, firstYear: Int? = nil, lastYear: Int? = nil) {
        self.code = code
        self.name = name
        self.level = level
        self.firstYear = firstYear
        self.lastYear = lastYear
    }

    /// Whether the code carries this name in `year`; without a year, whether it does so now.
    public func isValid(in year: FiscalYear?) -> Bool {
        guard let year else { return lastYear == nil }
        return (firstYear ?? Int.min) <= year.number && year.number <= (lastYear ?? Int.max)
    }
}
