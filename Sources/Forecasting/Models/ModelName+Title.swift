import Platform

extension ModelName {
    /// The name of the rule for people: 阻尼趋势平滑, damped trend.
    package var title: Bilingual {
        switch self {
        case .lastValue: Bilingual("沿用上年", "last value")
        case .drift: Bilingual("平均增量", "drift")
        case .dampedDrift: Bilingual("阻尼增量", "damped drift")
        case .simpleSmoothing: Bilingual("简单指数平滑", "exponential smoothing")
        case .holt: Bilingual("Holt 线性平滑", "Holt's linear smoothing")
        case .dampedTrend: Bilingual("阻尼趋势平滑", "damped trend")
        case .localGlobalTrend: Bilingual("局部与整体趋势", "local and global trend")
        case .theta: Bilingual("Theta 法", "Theta")
        case .dynamicTheta: Bilingual("动态 Theta 法", "dynamic Theta")
        case .olsTrend: Bilingual("最小二乘趋势", "least-squares trend")
        case .huberTrend: Bilingual("Huber 稳健趋势", "Huber trend")
        case .theilSenTrend: Bilingual("Theil–Sen 趋势", "Theil–Sen trend")
        case .panel: Bilingual("面板回归", "panel regression")
        case .budgetPanel: Bilingual("含预算的面板回归", "panel regression with budget")
        case .budgetBlend: Bilingual("预算与上年加权", "budget and last value")
        case .budget: Bilingual("按预算", "approved budget")
        case .combination: Bilingual("组合预测", "combination")
        case .sumOfChildren: Bilingual("下级合计", "sum of children")
        case .ended: Bilingual("已停止", "ended")
        }
    }
}
