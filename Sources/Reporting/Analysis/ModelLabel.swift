import Forecasting
import Platform

/// The names of forecasting rules for people.
struct ModelLabel {
    let language: Language

    /// The rule's name: 阻尼趋势, damped trend.
    func text(_ model: ModelName) -> String {
        model.title.text(in: language)
    }
}
