import FinalAccounts
import Forecasting
import JuesuanHeader
import Variance

/// What does not fit in a year. See juesuan.h.
@_cdecl("juesuan_find_anomalies")
public func findAnomalies(
    _ block: UnsafePointer<juesuan_block>?, _ options: UnsafePointer<juesuan_options>?,
    _ anomalies: UnsafeMutablePointer<juesuan_anomalies>?, _ error: UnsafeMutablePointer<juesuan_error>?
) -> Int32 {
    answering(error) {
        let options = try CallOptions(options)
        let out = try copied(
            anomalies.map { UnsafePointer($0) }, into: juesuan_anomalies(),
            least: MemoryLayout<juesuan_anomalies>.size, name: "anomalies")
        let scheme = options.configuration.scheme
        let block = try SeriesBlock(block, scheme: scheme)
        let year = try options.reviewed(try block.latestYear())
        let series =
            options.addsLevels
            ? try block.withLevels(scheme: scheme, before: nil, withBudget: false) : try block.withAmounts()
        let report = try AnomalyDetector(scheme: scheme, thresholds: options.thresholds).report(
            on: series, year: year, forecasts: try priorForecasts(series, year, options.configuration))
        fill(out, report, places: try block.places(), series: block.series.count)
    }.code
}

/// What was to be expected of the year before it began; nothing where no year before it is known.
private func priorForecasts(
    _ series: [SpendingSeries], _ year: FiscalYear, _ configuration: ForecastConfiguration
) throws(ForecastError) -> [Forecast] {
    do {
        return try ForecastEngine(configuration).forecast(series, target: year)
    } catch .nothingToForecast {
        return []
    }
}

/// Writes what does not fit into the caller's arrays.
private func fill(_ out: juesuan_anomalies, _ report: AnomalyReport, places: [SeriesBlock.Key: Int], series: Int) {
    out.flags?.update(repeating: 0, count: series)
    out.severities?.update(repeating: 0, count: series)
    out.expected?.update(repeating: .nan, count: series)
    out.surprises?.update(repeating: 0, count: series)
    let bits = Dictionary(uniqueKeysWithValues: FlagKind.allCases.enumerated().map { ($1, UInt32(1) << UInt32($0)) })
    for anomaly in report.anomalies {
        guard let place = places[SeriesBlock.Key(anomaly.unit, anomaly.subject.key)] else { continue }
        out.flags?[place] = anomaly.flags.reduce(0) { $0 | (bits[$1.kind] ?? 0) }
        out.severities?[place] = anomaly.severity
        out.expected?[place] = anomaly.flags.first?.expected?.doubleValue ?? .nan
        out.surprises?[place] = anomaly.flags.map(\.surprise).max() ?? 0
    }
}
