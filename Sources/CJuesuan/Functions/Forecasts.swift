import FinalAccounts
import Forecasting
import JuesuanHeader

/// Forecasts a block. See juesuan.h.
@_cdecl("juesuan_forecast")
public func forecast(
    _ block: UnsafePointer<juesuan_block>?, _ options: UnsafePointer<juesuan_options>?,
    _ forecasts: UnsafeMutablePointer<juesuan_forecasts>?, _ error: UnsafeMutablePointer<juesuan_error>?
) -> Int32 {
    answering(error) {
        let options = try CallOptions(options)
        let out = try copied(
            forecasts.map { UnsafePointer($0) }, into: juesuan_forecasts(),
            least: MemoryLayout<juesuan_forecasts>.size, name: "forecasts")
        let block = try SeriesBlock(block, scheme: options.configuration.scheme)
        try fill(
            out,
            try BlockRun(block, options, levels: try ascending(out.level, count: out.levels, name: "forecasts.level")),
            series: block.series.count, options.horizon)
    }.code
}

/// The ranges of one probability. See juesuan.h.
@_cdecl("juesuan_interval")
public func interval(
    _ block: UnsafePointer<juesuan_block>?, _ options: UnsafePointer<juesuan_options>?, _ level: Double,
    _ lower: UnsafeMutablePointer<Double>?, _ upper: UnsafeMutablePointer<Double>?,
    _ error: UnsafeMutablePointer<juesuan_error>?
) -> Int32 {
    answering(error) {
        let options = try CallOptions(options)
        guard let lower, let upper else { throw CallError.missing(lower == nil ? "lower" : "upper") }
        let block = try SeriesBlock(block, scheme: options.configuration.scheme)
        let run = try BlockRun(block, options, levels: [level])
        let count = block.series.count * options.horizon
        lower.update(repeating: .nan, count: count)
        upper.update(repeating: .nan, count: count)
        run.forEach { series, step, forecast in
            lower[series * options.horizon + step] = forecast.intervals[0].lower
            upper[series * options.horizon + step] = forecast.intervals[0].upper
        }
    }.code
}

/// Forecasts with their summands. See juesuan.h.
@_cdecl("juesuan_explain")
public func explain(
    _ block: UnsafePointer<juesuan_block>?, _ options: UnsafePointer<juesuan_options>?,
    _ values: UnsafeMutablePointer<Double>?, _ parts: UnsafeMutablePointer<Double>?,
    _ error: UnsafeMutablePointer<juesuan_error>?
) -> Int32 {
    answering(error) {
        let options = try CallOptions(options)
        guard let values, let parts else { throw CallError.missing(values == nil ? "values" : "parts") }
        let block = try SeriesBlock(block, scheme: options.configuration.scheme)
        let run = try BlockRun(block, options, levels: [0.8], horizon: 1, tellsParts: true)
        let kinds = ForecastPart.Kind.allCases
        values.update(repeating: .nan, count: block.series.count)
        parts.update(repeating: .nan, count: block.series.count * kinds.count)
        run.forEach { series, _, forecast in
            values[series] = forecast.value
            let own = parts + series * kinds.count
            own.update(repeating: 0, count: kinds.count)
            for (kind, amount) in ForecastPart.byKind(forecast.parts) {
                if let place = kinds.firstIndex(of: kind) { own[place] = amount }
            }
        }
    }.code
}

/// Writes forecasts into the caller's arrays.
private func fill(_ out: juesuan_forecasts, _ run: BlockRun, series: Int, _ horizon: Int) throws {
    guard let values = out.values else { throw CallError.missing("forecasts.values") }
    let count = series * horizon
    values.update(repeating: .nan, count: count)
    out.states?.update(repeating: 0, count: series)
    out.years_used?.update(repeating: 0, count: series)
    out.rules?.update(repeating: -1, count: count)
    out.lower?.update(repeating: .nan, count: out.levels * count)
    out.upper?.update(repeating: .nan, count: out.levels * count)
    let numbers = Dictionary(uniqueKeysWithValues: ModelName.allCases.enumerated().map { ($1, Int32($0)) })
    run.forEach { series, step, forecast in
        let place = series * horizon + step
        values[place] = forecast.value
        out.states?[series] = 1
        out.years_used?[series] = Int32(forecast.yearsUsed)
        out.rules?[place] = numbers[forecast.model] ?? -1
        for (level, interval) in forecast.intervals.enumerated() {
            out.lower?[level * count + place] = interval.lower
            out.upper?[level * count + place] = interval.upper
        }
    }
}
