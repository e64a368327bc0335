import ArgumentParser
import FinalAccounts
import Forecasting
import Workbench

/// How forecasts are made.
struct ModelOptions: ParsableArguments {
    @Option(help: "The model: combination (past errors decide), or one rule such as damped-drift, theta, ols-trend.")
    var model: ModelName = .combination

    @Option(help: "How levels are made to add up: wls, mint, bottom-up or none.")
    var reconcile: Reconciliation = .weightedLeastSquares

    @Option(help: ArgumentHelp("Forecast subjects with an actual in the last N years.", valueName: "n"))
    var maxGap: Int = 2

    @Option(help: "One-off years (an emergency): leave-out, or keep.")
    var oneOffs: OneOffPolicy = .leaveOut

    @Option(help: "Missing years inside a history: last-run (use the years after them) or bridge (fill them in).")
    var gaps: GapPolicy = .lastRun

    @Option(help: "Subjects without last year's actual: ended (zero, where the body reported that year) or carry-on.")
    var ended: EndedPolicy = .endedWhereUnitReported

    @Option(
        name: .customLong("interval"), parsing: .upToNextOption,
        help: ArgumentHelp("Probabilities of the ranges. Default: 0.8 0.95.", valueName: "level"))
    var intervals: [Double] = []

    @Option(help: "Whose past is learned from: across-bodies (all of the input), or each-body (its own alone).")
    var learn: LearningScope = .eachBody

    @Option(
        help: ArgumentHelp(
            "The stored model for panels too small to be fitted; 'none' for single-series rules. Default: the one shipped.",
            valueName: "file.json"))
    var storedModel: String?

    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp("Stated growth: 0.03 for all subjects, 22102=0.03 for those of a code.", valueName: "rate"))
    var growth: [String] = []

    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp("Inflation by year, such as 2023=0.002.", valueName: "year=rate"))
    var inflation: [String] = []

    func validate() throws {
        guard (1...50).contains(maxGap) else { throw ValidationError("--max-gap takes 1 to 50, not \(maxGap)") }
        for level in intervals where !(level > 0 && level < 1) {
            throw ValidationError("--interval takes numbers between 0 and 1, such as 0.9, not \(level)")
        }
    }

    /// The engine's configuration.
    func configuration(scheme: SubjectScheme) throws -> ForecastConfiguration {
        ForecastConfiguration(
            levels: intervals.isEmpty ? [0.8, 0.95] : Set(intervals).sorted(), maximumGap: maxGap, model: model,
            scheme: scheme, reconciliation: reconcile, gaps: gaps, ended: ended, oneOffs: oneOffs,
            growth: try growth.map(Self.growth),
            inflation: Dictionary(
                try inflation.map { text in
                    let (year, rate) = try Self.pair(text, option: "--inflation", example: "2023=0.002")
                    guard let number = Int(year) else {
                        throw CommandFailure(
                            .usage, "--inflation \(text): this names no year", "write it like 2023=0.002")
                    }
                    return (number, rate)
                }
            ) { _, later in later }, learning: learn, shipped: try shippedModel())
    }

    /// The model of the file named, none for `none`, the one shipped where nothing is named.
    private func shippedModel() throws -> StoredPanelModel? {
        storedModel == "none" ? nil : try storedModel.map(StoredModel.read) ?? DataFolder.storedModel()
    }

    /// `0.03` for every subject, `2210201=0.03` for one and those below it.
    private static func growth(_ text: String) throws -> GrowthAssumption {
        if let rate = Double(text) { return GrowthAssumption(rate: try share(rate, of: text)) }
        let (subject, rate) = try pair(text, option: "--growth", example: "2210201=0.03")
        return GrowthAssumption(codePrefix: subject, rate: try share(rate, of: text))
    }

    /// A rate of growth that is no percentage: more than doubling in a year is 3 for 3% rather than meant.
    private static func share(_ rate: Double, of text: String) throws -> Double {
        guard (-1...1).contains(rate) else {
            throw CommandFailure(
                .usage, "--growth \(text): a rate is a share, and this one is beyond 100% a year",
                "write 3% as 0.03; what more than doubles, or falls below nothing, is stated as an amount with --overrides"
            )
        }
        return rate
    }

    private static func pair(_ text: String, option: String, example: String) throws -> (String, Double) {
        let parts = text.split(separator: "=", maxSplits: 1)
        guard parts.count == 2, let rate = Double(parts[1]) else {
            throw CommandFailure(.usage, "\(option) \(text): this states no rate", "write it like \(example)")
        }
        return (String(parts[0]), rate)
    }
}

extension Reconciliation: ExpressibleByArgument {}
extension OneOffPolicy: ExpressibleByArgument {}
extension GapPolicy: ExpressibleByArgument {}
extension LearningScope: ExpressibleByArgument {}
extension EndedPolicy: ExpressibleByArgument {}
