/// What a forecast is to be made with. The defaults are those of the command line.
public struct ForecastConfiguration: Hashable, Sendable {
    /// The probabilities of the intervals, ascending.
    public var levels: [Double]
    /// A subject is forecast when it has an actual in this many years before the target.
    public var maximumGap: Int

    /// A configuration; everything not given takes its default.
    public init(levels: [Double] = [0.8, 0.95], maximumGap: Int = 2) {
        self.levels = levels
        self.maximumGap = maximumGap
    }

    /// - Throws: ``ForecastError/invalidLevel(_:)``, ``ForecastError/invalidConfiguration(name:value:expected:)``.
    func check() throws(ForecastError) {
        for level in levels where !(level > 0 && level < 1) { throw .invalidLevel(level) }
        guard maximumGap >= 1 else {
            throw .invalidConfiguration(name: "maximumGap", value: "\(maximumGap)", expected: "at least 1")
        }
    }
}
