import FinalAccounts
import Forecasting
import JuesuanHeader

/// Forecasts a record batch. See juesuan.h.
@_cdecl("juesuan_forecast_arrow")
public func forecastArrow(
    _ schema: UnsafePointer<ArrowSchema>?, _ batch: UnsafePointer<ArrowArray>?,
    _ options: UnsafePointer<juesuan_options>?, _ levels: UnsafePointer<Double>?, _ levelCount: Int,
    _ outSchema: UnsafeMutablePointer<ArrowSchema>?, _ outBatch: UnsafeMutablePointer<ArrowArray>?,
    _ error: UnsafeMutablePointer<juesuan_error>?
) -> Int32 {
    answering(error) {
        guard let outSchema, let outBatch else {
            throw CallError.missing(outSchema == nil ? "out_schema" : "out_batch")
        }
        let options = try CallOptions(options)
        let levels = try ascending(levels, count: levelCount, name: "levels")
        let block = try ArrowBatch(schema, batch).block(scheme: options.configuration.scheme)
        let run = try BlockRun(block, options, levels: levels)
        table(run, levels, series: block.series.count, horizon: options.horizon).handOver(outSchema, outBatch)
    }.code
}

private func table(_ run: BlockRun, _ levels: [Double], series: Int, horizon: Int) -> ArrowResult {
    let rows = series * horizon
    let unknown = [Double](repeating: .nan, count: rows)
    var values = unknown
    var (lower, upper) = (levels.map { _ in unknown }, levels.map { _ in unknown })
    var years = [Int32](repeating: 0, count: rows)
    var rules = [String](repeating: "", count: rows)
    run.forEach { series, step, forecast in
        let row = series * horizon + step
        values[row] = forecast.value
        years[row] = Int32(forecast.yearsUsed)
        rules[row] = forecast.model.rawValue
        for (level, interval) in forecast.intervals.enumerated() {
            lower[level][row] = interval.lower
            upper[level][row] = interval.upper
        }
    }
    let targets = (0..<rows).map { Int32(run.target.number + $0 % horizon) }
    var columns: [(name: String, column: ArrowResult.Column)] = [
        ("series", .int64((0..<rows).map { Int64($0 / horizon) })), ("target_year", .int32(targets)),
        ("forecast", .double(values)),
    ]
    for (place, level) in levels.enumerated() {
        let name = percent(level)
        columns += [("lower_\(name)", .double(lower[place])), ("upper_\(name)", .double(upper[place]))]
    }
    return ArrowResult(rows: rows, columns + [("years_used", .int32(years)), ("rule", .text(rules))])
}

/// 80, 95, 99.5.
private func percent(_ level: Double) -> String {
    let tenths = Int((level * 1000).rounded())
    return tenths.isMultiple(of: 10) ? String(tenths / 10) : "\(tenths / 10).\(tenths % 10)"
}
