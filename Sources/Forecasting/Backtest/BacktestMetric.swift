/// How forecasts are held against what came.
///
/// e is the error, y the actual; sums and means run over the subjects of a level and year. Sources: Hyndman and Koehler
/// (2006) for MASE, Gneiting and Raftery (2007) for the interval score.
public enum BacktestMetric: Hashable, Sendable {
    /// Σ|e| / Σ|y|.
    case wape
    /// Mean |e|, in the unit of the series.
    case mae
    /// Mean 200 |e| / (|y| + |f|), in percent; a pair of zeros counts as right.
    case smape
    /// Mean |e| over the mean absolute yearly change of the subject's own past.
    case mase
    /// Median |e| / |y| over subjects with an actual other than zero.
    case mdape
    /// The share of actuals inside the interval of a level.
    case coverage(Double)
    /// Σ interval score of a level / Σ|y|: width plus 2/α times what lies outside.
    case intervalScore(Double)

    /// The name in tables: `wape`, `coverage80`, `interval-score95`.
    public var name: String {
        switch self {
        case .wape: "wape"
        case .mae: "mae"
        case .smape: "smape"
        case .mase: "mase"
        case .mdape: "mdape"
        case .coverage(let level): "coverage" + Self.percent(level)
        case .intervalScore(let level): "interval-score" + Self.percent(level)
        }
    }

    /// 80, 95, 99.5.
    static func percent(_ level: Double) -> String {
        let tenths = Int((level * 1000).rounded())
        return tenths.isMultiple(of: 10) ? String(tenths / 10) : "\(tenths / 10).\(tenths % 10)"
    }

    /// The metrics of a report with intervals of the given levels.
    public static func all(levels: [Double]) -> [BacktestMetric] {
        [.wape, .mae, .smape, .mase, .mdape] + levels.map { .coverage($0) } + levels.map { .intervalScore($0) }
    }

    /// Reads a name back; levels must be among those given.
    public init?(name: String, levels: [Double]) {
        guard let found = Self.all(levels: levels).first(where: { $0.name == name }) else { return nil }
        self = found
    }
}
