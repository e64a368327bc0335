import FinalAccounts
import Interchange
import Platform

/// The ECharts option of a ``HistoryChart``: a line for actuals, a dashed one for the forecast, ranges as bands.
struct HistoryOption {
    let points: [HistoryPoint]
    let style: ChartStyle

    var value: JSONValue {
        JSONValue.object(style.axes(points.map(\.year.description))).merging(["series": .array(series)])
    }

    private func word(_ phrase: Bilingual) -> String {
        phrase.text(in: style.language)
    }

    /// Actuals; hollow marks for generated figures, which say so.
    private var actuals: JSONValue {
        .array(
            points.map { point in
                guard let actual = point.actual else { return .null }
                let colour = point.isFlagged ? ChartPalette.flagged : ChartPalette.actual
                return style.item(actual, mark: point.mark(in: style.language)).merging([
                    "symbolSize": .integer(point.isFlagged ? 12 : 8),
                    "itemStyle": Self.dot(colour, isHollow: point.isSynthetic),
                ])
            })
    }

    /// A mark in a colour; a hollow one shows the paper, whatever the scheme.
    private static func dot(_ colour: String, isHollow: Bool) -> JSONValue {
        .object([
            "color": .string(isHollow ? "--paper" : colour), "borderColor": .string(colour), "borderWidth": .integer(2),
        ])
    }

    private var budgets: JSONValue {
        .array(points.map { $0.budget.map { style.item($0) } ?? .null })
    }

    /// The forecast line begins at the last actual, so that it hangs together; that year has no mark and no words of a forecast.
    private var forecasts: JSONValue {
        let last = points.last { $0.actual != nil }
        return .array(
            points.map { point in
                if let forecast = point.forecast {
                    return style.item(forecast.point).merging([
                        "itemStyle": Self.dot(ChartPalette.actual, isHollow: false)
                    ])
                }
                guard point == last, let actual = point.actual else { return .null }
                return .object(["value": .number(style.value(actual)), "symbol": .string("none")])
            })
    }

    private var series: [JSONValue] {
        let actual = line(word(.actual), actuals, dashed: false)
        let ahead = line(word(.forecast), forecasts, dashed: true)
        let budget = JSONValue.object([
            "name": .string(word(.initialBudget)), "type": .string("scatter"), "symbol": .string("rect"),
            "symbolSize": .array([.integer(18), .integer(3)]), "data": budgets,
            "itemStyle": .object(["color": .string(ChartPalette.budget)]),
        ])
        return [
            band(word(.range95), ChartPalette.wideRange) { $0.range95 },
            band(word(.range80), ChartPalette.range) { $0.range80 }, actual, ahead, budget,
        ]
    }

    private func line(_ name: String, _ data: JSONValue, dashed: Bool) -> JSONValue {
        .object([
            "name": .string(name), "type": .string("line"), "data": data, "symbol": .string("circle"),
            "symbolSize": .integer(8),
            "itemStyle": .object(["color": .string(ChartPalette.actual)]),
            "lineStyle": .object([
                "color": .string(ChartPalette.actual), "width": .integer(2),
                "type": .string(dashed ? "dashed" : "solid"),
            ]),
        ])
    }

    /// A range as a band from its lower to its upper end; the page's script draws it (``ReportScript``).
    private func band(
        _ name: String, _ colour: String, _ range: (ForecastRange) -> ClosedRange<Amount>?
    ) -> JSONValue {
        let data = points.enumerated().compactMap { index, point -> JSONValue? in
            guard let range = point.forecast.flatMap(range) else { return nil }
            let ends = [range.lowerBound, range.upperBound].map { JSONValue.number(style.value($0)) }
            return style.item(value: .array([.integer(index)] + ends), style.words(range))
        }
        return .object([
            "name": .string(name), "type": .string("custom"), "renderItem": .string("band"), "data": .array(data),
            "encode": .object(["x": .integer(0), "y": .array([.integer(1), .integer(2)])]),
            "itemStyle": .object(["color": .string(colour)]),
        ])
    }
}
