import FinalAccounts
import Interchange
import Platform

/// The ECharts option of a ``HistoryChart``: a line for actuals, a dashed one for the forecast, ranges as stacked areas.
struct HistoryOption {
    let points: [HistoryPoint]
    let style: ChartStyle

    var value: JSONValue {
        .object([
            "animation": .boolean(false),
            "grid": .object(["left": .integer(8), "right": .integer(16), "top": .integer(16), "bottom": .integer(8)])
                .merging(["containLabel": .boolean(true)]),
            "tooltip": .object(["trigger": .string("axis")]),
            "xAxis": .object([
                "type": .string("category"), "data": .array(points.map { .string($0.year.description) }),
            ]),
            "yAxis": .object(["type": .string("value")]),
            "series": .array(series),
        ])
    }

    private func word(_ phrase: Bilingual) -> String {
        phrase.text(in: style.language)
    }

    private func values(_ amount: (HistoryPoint) -> Amount?) -> JSONValue {
        .array(points.map { point in amount(point).map { .number(rounded(style.value($0))) } ?? .null })
    }

    /// Actuals; hollow marks for generated figures.
    private var actuals: JSONValue {
        .array(
            points.map { point in
                guard let actual = point.actual else { return .null }
                let value = JSONValue.object([
                    "value": .number(rounded(style.value(actual))),
                    "symbol": .string(point.isSynthetic ? "emptyCircle" : "circle"),
                ])
                guard point.isFlagged else { return value }
                return value.merging([
                    "symbolSize": .integer(12), "itemStyle": .object(["color": .string(ChartPalette.flagged)]),
                ])
            })
    }

    private func rounded(_ value: Double) -> Double {
        (value * 100).rounded() / 100
    }

    /// The forecast line begins at the last actual, so that it hangs together.
    private func forecastLine(_ point: HistoryPoint) -> Amount? {
        if let forecast = point.forecast { return forecast.point }
        let lastActual = points.last { $0.actual != nil }
        return point == lastActual ? point.actual : nil
    }

    private var series: [JSONValue] {
        let actual = line(word(.actual), actuals, ChartPalette.actual, dashed: false)
        let ahead = line(word(.forecast), values(forecastLine), ChartPalette.actual, dashed: true)
        let budget = JSONValue.object([
            "name": .string(word(.initialBudget)), "type": .string("scatter"), "symbol": .string("rect"),
            "symbolSize": .array([.integer(18), .integer(3)]), "data": values(\.budget),
            "itemStyle": .object(["color": .string(ChartPalette.budget)]),
        ])
        return [actual, budget, ahead, rangeBars]
    }

    private func line(_ name: String, _ data: JSONValue, _ colour: String, dashed: Bool) -> JSONValue {
        .object([
            "name": .string(name), "type": .string("line"), "data": data, "symbolSize": .integer(8),
            "itemStyle": .object(["color": .string(colour)]),
            "lineStyle": .object([
                "color": .string(colour), "width": .integer(2), "type": .string(dashed ? "dashed" : "solid"),
            ]),
        ])
    }

    /// The 80% range as a thick line from end to end, drawn by a candlestick without wicks of its own:
    /// its body is the 80% range, its wicks reach to the 95% range.
    private var rangeBars: JSONValue {
        let data = points.map { point -> JSONValue in
            guard let inner = point.forecast?.range80, let outer = point.forecast?.range95 else { return .string("-") }
            return .array(
                [inner.lowerBound, inner.upperBound, outer.lowerBound, outer.upperBound].map {
                    .number(rounded(style.value($0)))
                })
        }
        return .object([
            "name": .string(word(.range80)), "type": .string("candlestick"), "barWidth": .integer(22),
            "data": .array(data),
            "itemStyle": .object([
                "color": .string(ChartPalette.range), "color0": .string(ChartPalette.range),
                "borderColor": .string(ChartPalette.actual), "borderColor0": .string(ChartPalette.actual),
            ]),
        ])
    }
}

extension JSONValue {
    /// The object with further members; other values stay as they are.
    func merging(_ members: [String: JSONValue]) -> JSONValue {
        guard case .object(let own) = self else { return self }
        return .object(own.merging(members) { _, new in new })
    }
}
