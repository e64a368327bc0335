import Platform

/// How a panel is forecast.
public struct PanelOptions: Sendable {
    /// The probabilities of the intervals.
    public var levels: [Double]
    /// A series is forecast when it has an actual in this many years before the target.
    public var maximumGap: Int
    /// The rule asked for; ``ModelName/combination`` lets past errors decide.
    public var model: ModelName
    /// The number of threads; `nil` for one per core. Results do not depend on it.
    public var threads: Int?
    /// The model that stands in where the panel is too small to be fitted.
    public var shipped: StoredPanelModel?
    /// Whether forecasts tell what they are made of.
    var tellsParts = false

    /// Options; everything not given takes its default.
    public init(
        levels: [Double] = [0.8, 0.95], maximumGap: Int = 2, model: ModelName = .combination, threads: Int? = nil,
        shipped: StoredPanelModel? = nil
    ) {
        self.levels = levels
        self.maximumGap = maximumGap
        self.model = model
        self.threads = threads
        self.shipped = shipped
    }

    /// The members that may answer, and the single-series rule behind each of them.
    var members: [Member] {
        switch model {
        case .combination: Member.allCases
        case .panel, .budgetPanel, .budgetBlend, .budget: [.level]
        default: [.dampedDrift]
        }
    }

    /// The single-series rule of a member, which is the one asked for where a single one was.
    func local(_ member: Member) -> ModelName? {
        guard members == [.dampedDrift] else { return member.local }
        return member == .dampedDrift ? model : member.local
    }

    /// - Throws: ``ForecastError/invalidLevel(_:)``, ``ForecastError/invalidConfiguration(name:value:expected:)``.
    func check() throws(ForecastError) {
        for level in levels where !(level > 0 && level < 1) { throw .invalidLevel(level) }
        if let shipped { try shipped.check() }
        guard maximumGap >= 1 else {
            throw .invalidConfiguration(
                name: Bilingual("允许的间隔年数", "maximumGap"), value: Bilingual(verbatim: "\(maximumGap)"),
                expected: Bilingual("不小于 1", "at least 1"))
        }
        if let threads, threads < 1 {
            throw .invalidConfiguration(
                name: Bilingual("线程数", "threads"), value: Bilingual(verbatim: "\(threads)"),
                expected: Bilingual("不小于 1", "at least 1"))
        }
    }
}
