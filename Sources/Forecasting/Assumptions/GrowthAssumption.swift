import FinalAccounts

/// A growth rate that the user states for some subjects, in place of the model's.
public struct GrowthAssumption: Hashable, Sendable {
    /// The subjects it is for: those whose code begins with this; all of them when `nil`.
    public var codePrefix: String?
    /// The yearly rate, for example 0.03; above -1.
    public var rate: Double

    /// An assumption for subjects whose code begins with `codePrefix`.
    public init(codePrefix: String? = nil, rate: Double) {
        self.codePrefix = codePrefix
        self.rate = rate
    }
}

/// A number that the user puts in place of the model's; the model's stays beside it.
public struct ForecastOverride: Hashable, Sendable {
    /// The unit's name; all units when `nil`.
    public var unit: String?
    /// The subject's code, its names joined by `/`, or its own name; `合计` or `total` for all of a body's spending.
    public var subject: String
    /// The year.
    public var year: Int
    /// The number, in the unit of the series.
    public var value: Double

    /// An override for one subject and year.
    public init(unit: String? = nil, subject: String, year: Int, value: Double) {
        self.unit = unit
        self.subject = subject
        self.year = year
        self.value = value
    }

    /// Whether a forecast is of the subject, body and year that the number is for.
    public func applies(to forecast: Forecast) -> Bool {
        forecast.targetYear.number == year && applies(to: forecast.subject, of: forecast.unit)
    }

    /// Whether a subject is the one the number is for.
    func applies(to subject: Subject, of body: BudgetUnit) -> Bool {
        let names: [String] = [subject.code, subject.names.joined(separator: "/"), subject.name].compactMap { $0 }
        if subject.key == Subject.total.key, ["合计", "total"].contains(self.subject.lowercased()) {
            return unit.map { $0 == body.name } ?? true
        }
        return names.contains(self.subject) && (unit.map { $0 == body.name } ?? true)
    }
}
