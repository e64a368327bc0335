import FinalAccounts
import Forecasting
import SyntheticAccounts
import Variance

/// Counts how many of the first rows of each method's list were planted.
struct RankingStudy {
    private struct Tally {
        var hits: [Int: Int] = [:]
        var found: [PlantedAnomaly.Kind: Int] = [:]
        var listed = 0
    }

    private static let cuts = [20, 60]
    private static let methods = [
        "plain thresholds, by amount", "plain thresholds, by rate", "z-score of own history", "juesuan, draft",
        "juesuan, audit",
    ]
    private var tallies: [String: Tally] = [:]
    private var ledgers = 0
    private var planted: [PlantedAnomaly.Kind: Int] = [:]

    /// Puts every method to one ledger.
    mutating func add(_ ledger: SyntheticLedger) throws {
        let year = FiscalYear(SyntheticLedger.year)
        let series = try SeriesBuilder(scheme: .china).series(from: ledger.lines)
        let items = series.filter { $0.subject.level == .item }
        let truth = Dictionary(
            ledger.planted.map { (Key(unit: $0.unit, code: $0.code), $0.kind) }
        ) { first, _ in first }
        ledgers += 1
        for plant in ledger.planted { planted[plant.kind, default: 0] += 1 }
        let weights = [Baselines.thresholdByAmount, Baselines.thresholdByRate, Baselines.zScoreOfHistory]
        for (method, weight) in zip(Self.methods, weights) {
            let weighted = items.compactMap { one in weight(one, year).map { ($0, Key(one)) } }
            record(weighted.sorted { $0.0 > $1.0 }.map(\.1), as: method, truth)
        }
        let forecasts = try ForecastEngine(ForecastConfiguration(scheme: .china)).forecast(series, target: year)
        for (method, thresholds) in zip(Self.methods.dropFirst(3), [AnomalyThresholds.draft, .audit]) {
            let report = try AnomalyDetector(scheme: .china, thresholds: thresholds).report(
                on: series, year: year, forecasts: forecasts)
            record(report.anomalies.map { Key(unit: $0.unit, code: $0.subject.code ?? "") }, as: method, truth)
        }
    }

    private mutating func record(_ list: [Key], as method: String, _ truth: [Key: PlantedAnomaly.Kind]) {
        var tally = tallies[method] ?? Tally()
        for cut in Self.cuts { tally.hits[cut, default: 0] += list.prefix(cut).count { truth[$0] != nil } }
        for key in list.prefix(60) { if let kind = truth[key] { tally.found[kind, default: 0] += 1 } }
        tally.listed += list.count
        tallies[method] = tally
    }

    /// The measurements as a table: precision among the first rows, the share of what was planted that is among the
    /// first sixty, and how long the lists are.
    var table: String {
        var rows = [
            "| method | precision at 20 | precision at 60 | overruns found | level shifts found | slips found | rows |",
            "|---|---|---|---|---|---|---|",
        ]
        for method in Self.methods {
            guard let tally = tallies[method] else { continue }
            let precision = Self.cuts.map { Self.share(tally.hits[$0] ?? 0, ledgers * $0) }
            let recall = PlantedAnomaly.Kind.allCases.map { Self.share(tally.found[$0] ?? 0, planted[$0] ?? 0) }
            let cells = [method] + precision + recall + [String(tally.listed / max(1, ledgers))]
            rows.append("| " + cells.joined(separator: " | ") + " |")
        }
        return rows.joined(separator: "\n")
    }

    private static func share(_ part: Int, _ whole: Int) -> String {
        guard whole > 0 else { return "–" }
        let thousandths = (part * 1000 + whole / 2) / whole
        let decimals = String(1000 + thousandths % 1000).dropFirst()
        return "\(thousandths / 1000).\(decimals)"
    }

    private struct Key: Hashable {
        let unit: BudgetUnit
        let code: String

        init(unit: BudgetUnit, code: String) {
            self.unit = unit
            self.code = code
        }

        init(_ series: SpendingSeries) {
            self.init(unit: series.unit, code: series.subject.code ?? "")
        }
    }
}
