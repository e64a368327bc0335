import FinalAccounts
import Forecasting

/// The names of forecasting rules for people.
struct ModelLabel {
    let language: Language

    /// The rule's name: 阻尼趋势, damped trend.
    func text(_ model: ModelName) -> String {
        let (chinese, english) = names(model)
        return language == .zhHans ? chinese : english
    }

    private func names(_ model: ModelName) -> (String, String) {
        switch model {
        case .lastValue: ("沿用上年", "last value")
        case .drift: ("平均增量", "drift")
        case .dampedDrift: ("阻尼增量", "damped drift")
        case .simpleSmoothing: ("简单指数平滑", "exponential smoothing")
        case .holt: ("Holt 线性平滑", "Holt's linear smoothing")
        case .dampedTrend: ("阻尼趋势平滑", "damped trend")
        case .localGlobalTrend: ("局部与整体趋势", "local and global trend")
        case .theta: ("Theta 法", "Theta")
        case .dynamicTheta: ("动态 Theta 法", "dynamic Theta")
        case .olsTrend: ("最小二乘趋势", "least-squares trend")
        case .huberTrend: ("Huber 稳健趋势", "Huber trend")
        case .theilSenTrend: ("Theil–Sen 趋势", "Theil–Sen trend")
        case .panel: ("面板回归", "panel regression")
        case .budgetPanel: ("含预算的面板回归", "panel regression with budget")
        case .budgetBlend: ("预算与上年加权", "budget and last value")
        case .budget: ("按预算", "approved budget")
        case .combination: ("组合预测", "combination")
        case .sumOfChildren: ("下级合计", "sum of children")
        case .ended: ("已停止", "ended")
        }
    }
}
