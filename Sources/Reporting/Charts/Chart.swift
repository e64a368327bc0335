import FinalAccounts
import Interchange
import Platform

/// A figure of the report: drawn as SVG by us, so that it is there without scripts and in print, and described as an
/// ECharts option for those who want to hover, switch series off or zoom.
protocol Chart: Sendable {
    /// What the figure shows, in words; read out in its place.
    var summary: String { get }

    /// The drawing.
    func svg(_ style: ChartStyle) -> HTML

    /// The option for `echarts.setOption`; `nil` where the drawing says everything.
    func option(_ style: ChartStyle) -> JSONValue?
}

/// What every figure of one report has in common.
struct ChartStyle: Hashable, Sendable {
    /// The language of labels.
    var language: Language
    /// The unit of all axes.
    var amounts: AmountStyle

    /// An amount in the display unit, for a coordinate.
    func value(_ amount: Amount) -> Double {
        amounts.value(amount)
    }

    /// A value on an axis.
    func label(_ value: Double, decimals: Int) -> String {
        DecimalDigits.fixed(value, decimals: decimals, grouping: true)
    }

    /// An amount rounded for a label inside a figure: whole units once there are more than a hundred.
    func shortText(_ amount: Amount) -> String {
        let number = value(amount)
        return DecimalDigits.fixed(number, decimals: abs(number) >= 100 ? 0 : 2, grouping: true)
    }
}
