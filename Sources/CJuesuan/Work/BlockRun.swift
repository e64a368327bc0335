import FinalAccounts
import Forecasting

/// The forecasts of a block.
struct BlockRun {
    /// What the engine gave.
    let run: ForecastRun
    /// The first year.
    let target: FiscalYear

    /// - Parameters:
    ///   - levels: the probabilities of the ranges, ascending.
    ///   - horizon: the years ahead.
    init(
        _ block: SeriesBlock, _ options: CallOptions, levels: [Double], horizon: Int? = nil, tellsParts: Bool = false
    ) throws {
        var configuration = options.configuration
        configuration.levels = levels
        configuration.tellsParts = tellsParts
        target = try options.target(after: try block.latestYear())
        let engine = ForecastEngine(configuration)
        let series =
            options.addsLevels ? try Self.withLevels(block, options, configuration.scheme, target) : block.series
        do {
            run = try engine.run(series, target: target, horizon: horizon ?? options.horizon, mode: options.mode)
        } catch {
            // Of a series that is given twice the caller knows the numbers.
            if case .duplicateSeries = error { _ = try block.places() }
            throw error
        }
    }

    /// Calls `body` for each forecast with the number of its series and of the year ahead; those of levels that were only
    /// added up are passed over.
    func forEach(_ body: (_ series: Int, _ step: Int, Forecast) -> Void) {
        guard !run.places.isEmpty else { return }
        let horizon = run.forecasts.count / run.places.count
        for (number, place) in run.places.enumerated() where place >= 0 {
            for step in 0..<horizon { body(place, step, run.forecasts[number * horizon + step]) }
        }
    }

    private static func withLevels(
        _ block: SeriesBlock, _ options: CallOptions, _ scheme: SubjectScheme, _ target: FiscalYear
    ) throws -> [GivenSeries] {
        let places = try block.places()
        return try block.withLevels(scheme: scheme, before: target, withBudget: options.mode == .outlook).map {
            GivenSeries($0, place: places[SeriesBlock.Key($0)] ?? -1)
        }
    }
}
