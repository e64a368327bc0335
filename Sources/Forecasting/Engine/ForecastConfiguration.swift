import FinalAccounts
import Platform

/// What a forecast is to be made with. The defaults are those of the command line.
public struct ForecastConfiguration: Hashable, Sendable {
    /// The probabilities of the intervals, ascending.
    public var levels: [Double]
    /// A subject is forecast when it has an actual in this many years before the target.
    public var maximumGap: Int
    /// The rule asked for; ``ModelName/combination`` lets past errors decide.
    public var model: ModelName
    /// How codes nest, for adding up.
    public var scheme: SubjectScheme
    /// How the levels are made to add up.
    public var reconciliation: Reconciliation
    /// What is done about missing years.
    public var gaps: GapPolicy
    /// What is done about subjects without last year's actual.
    public var ended: EndedPolicy
    /// What is done about one-offs.
    public var oneOffs: OneOffPolicy
    /// Growth rates stated by the user; of several that fit a subject the one with the longest prefix counts.
    public var growth: [GrowthAssumption]
    /// Inflation by year, for example `[2023: 0.002]`. Past years are forecast in the prices of the last one; the years
    /// ahead are brought to their own prices as far as their inflation is stated.
    public var inflation: [Int: Double]
    /// The user's numbers.
    public var overrides: [ForecastOverride]
    /// The number of threads; `nil` for one per core. Results do not depend on it.
    public var threads: Int?
    /// Whose past is learned from.
    public var learning: LearningScope
    /// The model that stands in where the panel is too small to be fitted; `nil` for none.
    public var shipped: StoredPanelModel?
    /// Whether forecasts tell what they are made of (``Forecast/parts``); that costs time.
    public var tellsParts = false

    /// A configuration; everything not given takes its default.
    public init(
        levels: [Double] = [0.8, 0.95], maximumGap: Int = 2, model: ModelName = .combination,
        scheme: SubjectScheme = .china, reconciliation: Reconciliation = .weightedLeastSquares,
        gaps: GapPolicy = .lastRun, ended: EndedPolicy = .endedWhereUnitReported, oneOffs: OneOffPolicy = .leaveOut,
        growth: [GrowthAssumption] = [], inflation: [Int: Double] = [:], overrides: [ForecastOverride] = [],
        threads: Int? = nil, learning: LearningScope = .eachBody, shipped: StoredPanelModel? = nil
    ) {
        self.levels = levels
        self.maximumGap = maximumGap
        self.model = model
        self.scheme = scheme
        self.reconciliation = reconciliation
        self.gaps = gaps
        self.ended = ended
        self.oneOffs = oneOffs
        self.growth = growth
        self.inflation = inflation
        self.overrides = overrides
        self.threads = threads
        self.learning = learning
        self.shipped = shipped
    }

    /// Whether neither growth nor numbers of the user's own stand in place of the model's.
    var isModelAlone: Bool { growth.isEmpty && overrides.isEmpty }

    /// The configuration under which the model answers by itself.
    var modelAlone: ForecastConfiguration {
        var copy = self
        copy.growth = []
        copy.overrides = []
        return copy
    }

    /// The options of the panels.
    var panelOptions: PanelOptions {
        var options = PanelOptions(
            levels: levels, maximumGap: maximumGap, model: model, threads: threads, shipped: shipped)
        options.tellsParts = tellsParts
        return options
    }

    /// What is known of the errors of sums some years ahead, from zero, and by how much they grow beyond that.
    func jointErrors(step: Int, mode: ForecastMode) -> (model: JointErrors, growth: Double) {
        guard let shipped else { return (.plain, 1) }
        if mode == .outlook, step == 0 { return (shipped.outlookSums, 1) }
        let direct = min(step, shipped.draftSums.count - 1)
        return (shipped.draftSums[direct], (Double(step + 1) / Double(direct + 1)).squareRoot())
    }

    /// - Throws: ``ForecastError/invalidLevel(_:)``, ``ForecastError/invalidConfiguration(name:value:expected:)``.
    func check() throws(ForecastError) {
        try panelOptions.check()
        for assumption in growth where !(assumption.rate > -1 && assumption.rate.isFinite) {
            throw .invalidConfiguration(
                name: Bilingual("设定增速", "growth"), value: Bilingual(verbatim: "\(assumption.rate)"),
                expected: Bilingual("大于 -1 的比率", "a rate above -1"))
        }
        for (year, rate) in inflation where !(rate > -1 && rate.isFinite) {
            throw .invalidConfiguration(
                name: Bilingual("\(year) 年通货膨胀率", "inflation of \(year)"), value: Bilingual(verbatim: "\(rate)"),
                expected: Bilingual("大于 -1 的比率", "a rate above -1"))
        }
        for item in overrides where !item.value.isFinite {
            throw .invalidConfiguration(
                name: Bilingual("“\(item.subject)”的自填数", "override of \(item.subject)"),
                value: Bilingual(verbatim: "\(item.value)"), expected: Bilingual("有限数", "a finite number"))
        }
    }
}
