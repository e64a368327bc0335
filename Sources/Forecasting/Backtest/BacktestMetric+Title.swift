import Platform

extension BacktestMetric {
    /// The name of the metric for people, as short as a head of a column: 加权误差率, weighted error.
    package var title: Bilingual {
        switch self {
        case .wape: Bilingual("加权误差率", "weighted error")
        case .mae: Bilingual("平均误差", "mean error")
        case .smape: Bilingual("对称误差率", "symmetric error")
        case .mase: Bilingual("标度误差", "scaled error")
        case .mdape: Bilingual("误差率中位数", "median error")
        case .coverage(let level):
            Bilingual("\(Self.percent(level))%区间命中率", "inside \(Self.percent(level))% range")
        case .intervalScore(let level):
            Bilingual("\(Self.percent(level))%区间得分", "\(Self.percent(level))% range score")
        }
    }
}
