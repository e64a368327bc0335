import FinalAccounts
import Forecasting

/// What is judged: a body, the year forecast, and the first year that is known.
struct Task: Sendable {
    var panel: Panel
    var target: Int
    var mode: ForecastMode
}

/// The measures of one task.
struct Judgement: Sendable {
    /// Subjects with an actual in the target year and the year before and, where any has one, a budget.
    var today = Score()
    /// Every subject with an actual last year or in the target year, or with a budget.
    var all = Score()
    /// The total.
    var total = Score()
    /// The levels between total and lines.
    var middle = Score()
    /// Subjects of `all` with a budget or a past but no row.
    var without = 0
}

/// Forecasts one task and holds it against what came.
struct Judge: Sendable {
    var configuration: ForecastConfiguration

    func judge(_ task: Task) throws -> Judgement {
        var configuration = configuration
        configuration.scheme = task.panel.scheme
        let series = try task.panel.years(Int.min, task.target).series()
        let target = FiscalYear(task.target)
        let rows = try ForecastEngine(configuration).forecast(series, target: target, mode: task.mode)
        let byKey = Dictionary(rows.map { ($0.subject.key, $0) }) { first, _ in first }
        let leaf = task.panel.scheme.lengths.count
        let hasBudgets = series.contains { $0.observation(in: target)?.initialBudget.amount != nil }
        var judgement = Judgement()
        for item in series {
            let depth = item.subject.level.depth
            let actual = item.actual(in: target)?.doubleValue
            let last = item.actual(in: FiscalYear(task.target - 1))?.doubleValue
            let budget = item.observation(in: target)?.initialBudget.amount?.doubleValue
            guard (actual ?? 0) != 0 || (last ?? 0) != 0 || (budget ?? 0) != 0 || (actual != nil && last != nil) else {
                continue
            }
            let row = byKey[item.subject.key]
            let past = item.observations.compactMap { $0.year < target ? $0.actual?.doubleValue : nil }
            let changes = zip(past.dropFirst(), past).map { abs($0 - $1) }
            let outcome = Score.Case(
                actual: actual ?? 0, forecast: row?.value ?? 0, last: last ?? 0, budget: budget ?? 0,
                roughness: changes.isEmpty ? 0 : changes.reduce(0, +) / Double(changes.count),
                ranges: (row?.intervals ?? []).map { ($0.lower, $0.upper) })
            if depth == 0 {
                judgement.total.add(outcome)
            } else if depth < leaf {
                judgement.middle.add(outcome)
            } else {
                judgement.all.add(outcome)
                if row == nil, last != nil || (task.mode == .outlook && budget != nil) { judgement.without += 1 }
                if actual != nil, last != nil, !hasBudgets || budget != nil { judgement.today.add(outcome) }
            }
        }
        return judgement
    }
}

/// The measures of a set of tasks: means over panels, coverage over all rows.
struct Table {
    static let header =
        "| set | question | subjects | panels | WAPE | last | budget | won | MASE | last | covered 80 · 95 | width 95 | score 95 |"
        + " bias |\n|---|---|---|---|---|---|---|---|---|---|---|---|---|---|"

    static func row(_ name: String, _ mode: ForecastMode, _ part: String, _ scores: [Score]) -> String? {
        let usable = scores.filter { $0.isUsable && $0.count > 0 }
        guard !usable.isEmpty else { return nil }
        func mean(_ value: (Score) -> Double) -> Double {
            usable.reduce(0) { $0 + value($1) } / Double(usable.count)
        }
        let won = usable.count {
            $0.wape < (mode == .outlook && $0.budgetWape > 0 ? min($0.budgetWape, $0.lastWape) : $0.lastWape)
        }
        let ranged = Double(max(usable.reduce(0) { $0 + $1.ranged }, 1))
        let covered = [0, 1].map { place in
            text(100 * Double(usable.reduce(0) { $0 + $1.covered[place] }) / ranged, 1)
        }
        return "| \(name) | \(mode.rawValue) | \(part) | \(usable.count) | \(text(mean(\.wape), 4)) | "
            + "\(text(mean(\.lastWape), 4)) | \(text(mean(\.budgetWape), 4)) | "
            + "\(text(100 * Double(won) / Double(usable.count), 0))% | \(text(mean(\.mase), 2)) | \(text(mean(\.lastMase), 2)) | "
            + "\(covered[0]) · \(covered[1]) | \(text(mean(\.relativeWidth), 2)) | \(text(mean(\.relativeScore), 2)) | "
            + "\(text(100 * mean(\.relativeBias), 1))% |"
    }

    static func text(_ value: Double, _ decimals: Int) -> String {
        let scale = [1.0, 10, 100, 1000, 10000][decimals]
        let whole = Int((abs(value) * scale).rounded())
        let sign = value < 0 && whole > 0 ? "-" : ""
        guard decimals > 0 else { return sign + String(whole) }
        let digits = String(whole % Int(scale))
        return "\(sign)\(whole / Int(scale))." + String(repeating: "0", count: decimals - digits.count) + digits
    }
}
